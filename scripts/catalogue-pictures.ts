import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath } from "./chromium.ts";

/** Takes a picture of each component of a catalogue, as wide as an insights panel and as a timeline, by headless Chromium. */
export async function takePictures(file: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  try {
    for (const width of [280, 480]) {
      // Both themes of an example side by side, each as wide as the place that it is meant for, without paddings and borders.
      const page = await browser.newPage({ viewport: { width: 1_200, height: 800 } });
      await page.goto(`file://${file}`);
      const style = `.catalogue-themes { grid-template-columns: repeat(2, ${width + 34}px); } .catalogue { max-width: ${2 * width + 110}px; }`;
      await page.addStyleTag({ content: `${style} .catalogue-example > pre, .catalogue-props { display: none; }` });
      for (const section of await page.locator(".catalogue-component").all()) {
        await section.screenshot({ path: `${folder}/${await section.getAttribute("id")}-${width}.png` });
      }
      await page.locator(".catalogue").screenshot({ path: `${folder}/all-${width}.png` });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
