import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { openPage } from "../browser/open-page.ts";
import { type PictureTheme, pictureFonts, pictureThemes, pictureWidths } from "./scene.ts";

/** What `fixtures/pictures/<name>.png` shows of live cards, in both themes and both widths: what is there only after somebody did something. */
export interface LiveScene {
  readonly name: string;
  /** The script of the page, in `test/browser`. */
  readonly script: string;
  /** CSS pixels; `pictureWidths` when absent. */
  readonly widths?: readonly number[];
  /** Shows it and does what is to be seen; the page's `#place` is as wide as asked. Gives what to take a picture of: an element, or all that is to be seen. */
  readonly show: (page: Page, theme: PictureTheme, width: number) => Promise<{ screenshot(): Promise<Buffer> }>;
}

/** Of the page, the card alone. */
const placeCss = `body { margin: 0 } body > :not(#place, dialog) { display: none } #place { box-sizing: content-box; padding: 16px }`;

/** Takes the pictures of a scene, one beside the other. */
export async function takeLive({ script, widths = pictureWidths, show }: LiveScene): Promise<Buffer> {
  const open = await openPage(script);
  try {
    const { page } = open;
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.addStyleTag({ content: `${pictureFonts} ${placeCss}` });
    const shots: PNG[] = [];
    for (const width of widths) {
      for (const theme of pictureThemes) {
        await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
        const place = await show(page, theme, width);
        shots.push(PNG.sync.read(await place.screenshot()));
      }
    }
    return joinPictures(shots);
  } finally {
    await open.close();
  }
}

function joinPictures(shots: readonly PNG[]): Buffer {
  const gap = 8;
  const width = shots.reduce((sum, shot) => sum + shot.width + gap, -gap);
  const sheet = new PNG({ width, height: Math.max(...shots.map((shot) => shot.height)) });
  sheet.data.fill(0xc9);
  let left = 0;
  for (const shot of shots) {
    PNG.bitblt(shot, sheet, 0, 0, shot.width, shot.height, left, 0);
    left += shot.width + gap;
  }
  for (let at = 3; at < sheet.data.length; at += 4) sheet.data[at] = 0xff;
  return PNG.sync.write(sheet);
}
