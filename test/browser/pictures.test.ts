import { readdirSync } from "node:fs";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeLive } from "../pictures/live-scene.ts";
import { liveScenes } from "../pictures/live-scenes.ts";
import { checkPicture, comparePictures } from "../pictures/picture.ts";
import { showScene } from "../pictures/scene.ts";
import { scenes } from "../pictures/scenes.ts";
import { type DocumentBrowser, openDocumentBrowser } from "./open-document.ts";
import { hasChromium } from "./open-page.ts";

const update = process.env.UPDATE === "1";

describe.skipIf(!hasChromium)("golden pictures", { timeout: 60_000 }, () => {
  let browser: DocumentBrowser;

  beforeAll(async () => {
    browser = await openDocumentBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it("have the letters that they are drawn with", async () => {
    const texts = ["'DejaVu Sans'", "'DejaVu Sans Mono'"].flatMap((font) =>
      ["iiii", "WWWW"].map((text) => `<i style="font:13px ${font}">${text}</i>`),
    );
    const page = await browser.show(texts.join(" "));
    const [narrow = 0, wide = 0, first, second] = await page
      .locator("i")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    // Where one of them is not there (Debian: `fonts-dejavu-core`), the other is drawn in its place, or none.
    expect([wide > 2 * narrow, narrow > 0, first === second]).toEqual([true, true, true]);
  });

  it.each(scenes.map((scene) => [scene.name, scene] as const))("%s", async (name, scene) => {
    const place = await showScene(browser, scene);
    expect(checkPicture(name, await place.screenshot(), update)).toBeUndefined();
  });

  it.each(liveScenes.map((scene) => [scene.name, scene] as const))("%s", async (name, scene) => {
    expect(checkPicture(name, await takeLive(scene), update)).toBeUndefined();
  });

  it("are all of a scene", () => {
    const names = readdirSync(`${import.meta.dirname}/../../fixtures/pictures`).filter((file) => file.endsWith(".png"));
    expect(names.map((file) => file.replace(".png", "")).sort()).toEqual([...scenes, ...liveScenes].map(({ name }) => name).sort());
  });

  it("differ where one colour does", async () => {
    const scene = scenes.find(({ name }) => name === "component-callout");
    if (scene === undefined) throw new Error("there is no picture of callouts");
    const take = async (css: string) => (await showScene(browser, { ...scene, css: `${scene.css} ${css}` })).screenshot();
    const before = await take("");
    expect(comparePictures(await take(""), before)).toBeUndefined();
    // A shade of one ground, in one theme; letters in another colour; a pixel more room.
    expect(comparePictures(await take("[data-theme=light] .kv-callout-info { background: #e1ebff; }"), before)?.text).toMatch(
      /pixels differ/,
    );
    expect(comparePictures(await take(".kv-callout-title { color: var(--kv-info); }"), before)?.text).toMatch(/pixels differ/);
    expect(comparePictures(await take(".kv-callout { padding-block: 10px; }"), before)?.text).toMatch(/^is \d+ × \d+, and was/);
    expect(PNG.sync.read(before).width).toBeGreaterThan(1_500);
  });
});
