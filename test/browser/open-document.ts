import type { Page } from "playwright-core";
import { connectBrowser } from "./connect-browser.ts";

/** How a document is looked at: Chromium's own words for them. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  readonly media?: "screen" | "print";
}

/** A browser for finished HTML: no script of the page runs, nothing is asked of the network, nothing moves. */
export interface DocumentBrowser {
  /** Shows a whole HTML document, in place of the one before. */
  show(html: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

const address = "http://document.test/";

/** What a frame shows: the browser's own page for one that can't be reached changes from release to release. */
const framed = `<!doctype html><body style="margin:12px;color:#545b68;font:13px 'DejaVu Sans'">A page of its own`;

/**
 * Opens a browser for finished HTML: strings that the string target rendered, the catalogue.
 *
 * @example
 * const browser = await openDocumentBrowser();
 * const page = await browser.show(html, { width: 280 });
 */
export async function openDocumentBrowser(): Promise<DocumentBrowser> {
  const browser = await connectBrowser();
  const context = await browser.newContext({ deviceScaleFactor: 1, reducedMotion: "reduce" });
  const page = await context.newPage();
  let shown = "";
  await context.route(
    (url) => url.protocol !== "data:",
    (route) => {
      const request = route.request();
      if (request.resourceType() !== "document") return route.abort();
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: request.url() === address ? shown : framed });
    },
  );
  return {
    async show(html, { width = 1_024, height = 768, colorScheme = "light", forcedColors = "none", media = "screen" } = {}) {
      shown = html;
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ media, colorScheme, forcedColors, reducedMotion: "reduce" });
      await page.goto(address);
      return page;
    },
    close: () => browser.close(),
  };
}
