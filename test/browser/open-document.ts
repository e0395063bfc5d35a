import type { Page } from "playwright-core";
import { connectBrowser } from "./connect-browser.ts";
import { watchPolicy } from "./watch-policy.ts";

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

/** The strictest policy that finished HTML can have. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src https: data:",
  "media-src https:",
  "frame-src https:",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

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
  const violations = await watchPolicy(context);
  const page = await context.newPage();
  let shown = "";
  await context.route(
    (url) => url.protocol !== "data:",
    (route) => {
      const request = route.request();
      if (request.resourceType() !== "document") return route.abort();
      const isOurs = request.url() === address;
      const headers = { "Content-Type": "text/html; charset=utf-8", ...(isOurs && { "Content-Security-Policy": policy }) };
      return route.fulfill({ headers, body: isOurs ? shown : framed });
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
    async close() {
      await page.evaluate(() => undefined).catch(() => undefined);
      await browser.close();
      if (violations.length > 0) throw new Error(`the policy of a document was broken: ${violations.join("; ")}`);
    },
  };
}
