import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatCatalogue } from "../../scripts/catalogue-page.ts";
import { readTheme } from "../../scripts/theme.js";
import { formatDocument } from "../../src/cli/document.ts";
import { type DocumentBrowser, openDocumentBrowser } from "./open-document.ts";
import { hasChromium } from "./open-page.ts";
import { runAxe } from "./run-axe.ts";

describe.skipIf(!hasChromium)("axe", { timeout: 60_000 }, () => {
  let browser: DocumentBrowser;

  beforeAll(async () => {
    browser = await openDocumentBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it.each(["light", "dark"] as const)("finds nothing in the catalogue, its own page %s", async (theme) => {
    const css = `${readTheme()}\n${readFileSync("scripts/catalogue.css", "utf8")}`;
    const page = await browser.show(formatDocument({ title: "Components of kview", theme, locale: "en-US", css, body: formatCatalogue() }));
    const { violations, unmeasured } = await runAxe(page);
    expect(violations).toEqual([]);
    expect(unmeasured).toEqual([]);
  });

  it("finds a text that is too faint, a picture without a text and a control without a name", async () => {
    const body = `<main><h1>Page</h1><p style="color:#aaa;background:#fff">faint</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><button></button></main>`;
    const page = await browser.show(formatDocument({ title: "Page", theme: "light", locale: "en-US", css: "", body }));
    const { violations } = await runAxe(page);
    expect(violations.map((line) => line.split(" ")[0])).toEqual(["button-name", "color-contrast", "image-alt"]);
  });
});
