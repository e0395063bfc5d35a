import type { Locator } from "playwright-core";
import { readTheme } from "../../scripts/theme.js";
import type { DocumentBrowser, Look } from "../browser/open-document.ts";

/** Themes that a picture shows. */
export const pictureThemes = ["light", "dark"] as const;
export type PictureTheme = (typeof pictureThemes)[number];

/** As wide as an insights panel, and as a timeline that shares its window. */
export const pictureWidths = [280, 480] as const;

/** What `fixtures/pictures/<name>.png` shows: the same thing in both themes and both widths, side by side. */
export interface Scene {
  readonly name: string;
  /** HTML of one of the four, without a page around it. `id` is for the card's `idPrefix`: no two of a picture may share ids. */
  readonly html: (theme: PictureTheme, id: string) => string | Promise<string>;
  /** Both when absent. */
  readonly themes?: readonly PictureTheme[];
  /** CSS pixels; `pictureWidths` when absent. */
  readonly widths?: readonly number[];
  /** More CSS, trusted. */
  readonly css?: string;
  /** How the picture is looked at: on paper, in colours of the reader's. */
  readonly look?: Omit<Look, "width">;
  /** From the right to the left. */
  readonly dir?: "rtl";
}

/**
 * Letters of fonts that Debian's `chromium` can't be installed without (`fonts-dejavu-core`, through `fontconfig-config`). They are wide:
 * what fits here fits in the fonts that readers have.
 */
export const pictureFonts = `:root { --kv-font: "DejaVu Sans"; --kv-font-code: "DejaVu Sans Mono"; }`;

const sheetCss = `
  body { margin: 0; background: #c9ced6; }
  .sheet { display: flex; gap: 1px; width: max-content; }
  .sheet-place { box-sizing: content-box; padding: 16px; background: var(--background-primary-color); }
`;

/** Shows a scene: its places, in their themes and widths. Gives the element to take a picture of. */
export async function showScene(browser: DocumentBrowser, scene: Scene): Promise<Locator> {
  const { html, themes = pictureThemes, widths = pictureWidths, css = "", look = {}, dir = "ltr" } = scene;
  const places = widths.flatMap((width) =>
    themes.map(async (theme) => {
      const inner = await html(theme, `p${width}-${theme}`);
      return `<div class="sheet-place" data-theme="${theme}" dir="${dir}" style="width:${width}px">${inner}</div>`;
    }),
  );
  const style = `${readTheme()}${pictureFonts}${sheetCss}${css}`;
  const page = await browser.show(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Picture</title><style>${style}</style><div class="sheet">${(await Promise.all(places)).join("")}</div></html>`,
    { ...look, width: 1_700, height: 900 },
  );
  // What is far below the window is not loaded by itself, and what is being decoded is not drawn.
  await page.evaluate(() => {
    const images = [...document.images].map((image) => {
      image.loading = "eager";
      return image.decode().catch(() => undefined);
    });
    return Promise.all(images);
  });
  return page.locator(".sheet");
}
