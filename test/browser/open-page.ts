import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { chromiumPath } from "../../scripts/chromium.ts";
import { connectBrowser } from "./connect-browser.ts";
import { servePage } from "./serve-page.ts";
import { watchPolicy } from "./watch-policy.ts";

export const hasChromium = existsSync(chromiumPath);

const emptyImage = `<svg xmlns="http://www.w3.org/2000/svg"/>`;

/** A page of a real browser, and all that it did that a reader or a host would notice. */
export interface OpenPage {
  readonly page: Page;
  readonly origin: string;
  /** Errors of the page, messages of its console that are errors. */
  readonly errors: string[];
  readonly dialogs: string[];
  /** Navigations after the first. */
  readonly navigations: string[];
  /** Requests for anything but the page's own files, as `method type url`. None leaves the machine. */
  readonly requests: string[];
  /** What the page's policy refused. A test that expects none need not ask: closing the page does. */
  readonly violations: string[];
  /** Throws where the page's policy was broken, and nobody has taken what it refused out of `violations`. */
  close(): Promise<void>;
}

/**
 * Opens a page with a script of this folder.
 *
 * @param path `/`, or `/loose` for a page that evaluates text.
 */
export async function openPage(script: string, path: "/" | "/loose" = "/"): Promise<OpenPage> {
  const [served, browser] = await Promise.all([servePage(script), connectBrowser()]);
  const context = await browser.newContext();
  const errors: string[] = [];
  const dialogs: string[] = [];
  const navigations: string[] = [];
  const requests: string[] = [];
  const own = new Set(["", "loose", "page.js", "theme.css", "host.css"].map((file) => `${served.origin}/${file}`));
  await context.route(
    (url) => !own.has(url.href) && url.protocol !== "data:",
    (route) => {
      const type = route.request().resourceType();
      requests.push(`${route.request().method()} ${type} ${route.request().url()}`);
      return route.fulfill({
        status: 200,
        contentType: type === "image" ? "image/svg+xml" : "text/html",
        body: type === "image" ? emptyImage : "",
      });
    },
  );
  const violations = await watchPolicy(context);
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await page.goto(served.origin + path);
  page.on("framenavigated", (frame) => frame === page.mainFrame() && navigations.push(frame.url()));
  context.on("page", (other) => navigations.push(other.url()));
  const close = async () => {
    // What the page told before is heard by then.
    await page.evaluate(() => undefined).catch(() => undefined);
    await browser.close();
    served.close();
    // A page that evaluates text shows what others do, who load scripts where a template says so.
    if (path === "/" && violations.length > 0) throw new Error(`the policy of the page was broken: ${violations.join("; ")}`);
  };
  return { page, origin: served.origin, errors, dialogs, navigations, requests, violations, close };
}
