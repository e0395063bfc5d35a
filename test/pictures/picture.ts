import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const golden = `${import.meta.dirname}/../../fixtures/pictures/`;
const found = `${import.meta.dirname}/../../.out/pictures/`;

/**
 * How far two pictures may be apart: a pixel's colour (a ground that is a shade lighter is further away), and the share of pixels whose
 * colour is further away than that. Edges of letters, which differ a little from one release of Chromium to the next, are not counted.
 */
const tolerance = Object.freeze({ color: 0.02, share: 0.0005 });

/** Names what is different between a picture and its golden one; `undefined` where that is nothing that counts. */
export function comparePictures(given: Buffer, expected: Buffer): { readonly text: string; readonly picture?: Buffer } | undefined {
  const [a, b] = [PNG.sync.read(given), PNG.sync.read(expected)];
  if (a.width !== b.width || a.height !== b.height) return { text: `is ${a.width} × ${a.height}, and was ${b.width} × ${b.height}` };
  const difference = new PNG({ width: a.width, height: a.height });
  const count = pixelmatch(a.data, b.data, difference.data, a.width, a.height, { threshold: tolerance.color });
  const share = count / (a.width * a.height);
  if (share <= tolerance.share) return undefined;
  return { text: `${count} pixels differ, ${(share * 100).toFixed(2)} %`, picture: PNG.sync.write(difference) };
}

/**
 * Holds a picture to `fixtures/pictures/<name>.png`; with `update`, writes that one.
 *
 * @returns What is different, and where to look at it, in `.out/pictures`; `undefined` for nothing.
 */
export function checkPicture(name: string, given: Buffer, update: boolean): string | undefined {
  const file = `${golden}${name}.png`;
  const difference = existsSync(file) ? comparePictures(given, readFileSync(file)) : { text: "is new" };
  if (difference === undefined) return undefined;
  if (update) {
    mkdirSync(golden, { recursive: true });
    writeFileSync(file, shrink(given));
    return undefined;
  }
  mkdirSync(found, { recursive: true });
  writeFileSync(`${found}${name}.png`, given);
  if ("picture" in difference && difference.picture !== undefined) writeFileSync(`${found}${name}.difference.png`, difference.picture);
  return `${name}: ${difference.text}; look at .out/pictures/${name}.png, and run \`npm run pictures\` if it is as it should be`;
}

/**
 * Packs a picture as tight as it goes: they are kept for good. Colours are rounded by less than the comparison sees, and flat grounds and
 * letters that come again need no filter before they are deflated.
 */
function shrink(picture: Buffer): Buffer {
  const png = PNG.sync.read(picture);
  for (const [at, value] of png.data.entries()) png.data[at] = Math.min(255, Math.round(value / 4) * 4);
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}
