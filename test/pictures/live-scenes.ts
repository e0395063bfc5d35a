import type { Page } from "playwright-core";
import { compile } from "../../src/index.ts";
import type { RowsPageApi } from "../browser/rows-page.ts";
import { rowsData, rowsView } from "../browser/rows-view.ts";
import { livePlatformScenes } from "./live-platform-scenes.ts";
import type { LiveScene } from "./live-scene.ts";
import type { PictureTheme } from "./scene.ts";

type Global = { readonly rows: RowsPageApi };

async function showRows(page: Page, theme: PictureTheme, width: number): Promise<void> {
  const compiled = compile(rowsView, { context: "smartbar-details", resource: "conversation" });
  if (!compiled.ok) throw new Error("the view does not compile");
  await page.mouse.move(0, 0);
  await page.evaluate(([program, data, how]) => (globalThis as unknown as Global).rows.show(program, data, how), [
    JSON.stringify(compiled.template.program),
    rowsData,
    { theme, width },
  ] as const);
  await page.getByRole("button", { name: "Edit Subject" }).waitFor({ state: "attached" });
}

/** Pictures of what somebody did. To add one: a scene here, then as for the others (`scenes.ts`). */
export const liveScenes: readonly LiveScene[] = [
  {
    name: "live-rows",
    script: "rows-page.ts",
    show: async (page, theme, width) => {
      await showRows(page, theme, width);
      await page.locator(".kv-row", { hasText: "Note" }).hover();
      return page.locator("#place");
    },
  },
  {
    name: "live-rows-open",
    script: "rows-page.ts",
    show: async (page, theme, width) => {
      await showRows(page, theme, width);
      await page.locator(".kv-editor-open").evaluateAll((all) => {
        for (const button of all) (button as HTMLElement).click();
      });
      await page.getByRole("treeitem", { name: "Damaged" }).waitFor();
      await page.getByLabel("Points", { exact: true }).fill("x");
      await page.getByLabel("Points", { exact: true }).press("Enter");
      return page.locator("#place");
    },
  },
  ...livePlatformScenes,
];
