import type { Page } from "playwright-core";
import { compile } from "../../src/index.ts";
import type { PlatformPageApi } from "../browser/platform-page.ts";
import type { LiveScene } from "./live-scene.ts";
import type { PictureTheme } from "./scene.ts";

type Global = { readonly platform: PlatformPageApi };
type Records = Parameters<PlatformPageApi["show"]>[1];

async function showCard(page: Page, source: string, records: Records, theme: PictureTheme, width: number): Promise<void> {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error("the view does not compile");
  await page.evaluate(([program, data, look]) => (globalThis as unknown as Global).platform.show(program, data, look), [
    JSON.stringify(compiled.template.program),
    records,
    { theme, width },
  ] as const);
}

const form = `
  <div>
    <CreateFormRow field="orderNumberStr" required/>
    <CreateFormRow field="noteTxt" value="Back door."/>
    <CreateFormRow field="totalNum" value={129.5}/>
    <CreateFormRow field="deliveryAt" value="2026-10-06T08:30:00Z"/>
    <CreateFormRow field="giftBool" value={true}/>
    <CreateFormRow field="cardStr" value={kobject.custom.cardStr}/>
    <CreateFormRow field="assignedUsers" object="conversation" label="Owner"/>
    <CreateFormRow field="reasonTree" required/>
  </div>`;

/** A teapot, roughly. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="#d8e2dc"/><circle cx="150" cy="115" r="58" fill="#5b7f95"/><path d="M205 105q40-5 45-45l12 4q-6 60-55 66z" fill="#5b7f95"/></svg>`;

/** Pictures of what acts in the platform's components. */
export const livePlatformScenes: readonly LiveScene[] = [
  {
    name: "live-form",
    script: "platform-page.ts",
    show: async (page, theme, width) => {
      const custom = { cardStr: { isMasked: true, maskedPresentation: "•••• 4417" } };
      await showCard(page, form, { kobject: { custom } }, theme, width);
      const tree = page.getByRole("combobox", { name: "Reason" });
      await tree.waitFor();
      await page.evaluate(() => (globalThis as unknown as Global).platform.host.form?.check());
      await tree.click();
      await page.getByRole("treeitem", { name: "Damaged" }).waitFor();
      return page.locator("#place");
    },
  },
  {
    name: "live-lightbox",
    script: "platform-page.ts",
    show: async (page, theme, width) => {
      await page.route("https://pictures.test/**", (route) => route.fulfill({ contentType: "image/svg+xml", body: drawing }));
      await page.setViewportSize({ width: width + 32, height: 480 });
      const images = ["one", "two", "three"].map((name) => `https://pictures.test/${name}`);
      await showCard(page, "<div><Images images={kobject.images}/><p>Under them</p></div>", { kobject: { images } }, theme, width);
      await page.locator(".kv-image[aria-haspopup]").first().click();
      await page.locator(".kv-lightbox-picture").evaluate((picture) => (picture as HTMLImageElement).decode());
      return page;
    },
  },
  {
    name: "live-frame-waiting",
    script: "platform-page.ts",
    show: async (page, theme, width) => {
      const source = '<div><DynamicCard src="https://cards.test/rewards" title="Rewards" context={object.context}/></div>';
      await showCard(page, source, { kobject: { title: "Teapot" } }, theme, width);
      await page.getByRole("status").filter({ hasText: "Loading Rewards" }).waitFor();
      return page.locator("#place");
    },
  },
];
