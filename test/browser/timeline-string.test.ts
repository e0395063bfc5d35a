import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTheme } from "../../scripts/theme.js";
import { formatDocument } from "../../src/cli/document.ts";
import { renderTimeline } from "../../src/html.ts";
import { readAll, readTimelineCases } from "../workspace/timeline-case.ts";
import { type DocumentBrowser, openDocumentBrowser } from "./open-document.ts";
import { hasChromium } from "./open-page.ts";
import { runAxe } from "./run-axe.ts";

const cases = readTimelineCases().filter(({ name }) => name !== "timeline-empty");

/** Timelines on one page, all items open or as they are. */
async function toDocument(theme: "light" | "dark", width: number, open: boolean, names = cases.map(({ name }) => name)): Promise<string> {
  const shown = cases.filter(({ name }) => names.includes(name));
  const parts = shown.map(async ({ name, items, options }) => {
    const words = { ...options.words, timeline: `Timeline ${name}` };
    const all = items.map((item) => ({ ...item, expanded: open || item.expanded === true }));
    const html = await readAll(renderTimeline(all, { ...options, theme, idPrefix: name, words }));
    return `<h2>${name}</h2><div style="width:${width}px">${html}</div>`;
  });
  const css = `${readTheme()} h1, h2 { color: var(--font-primary-color); } body { background: var(--background-secondary-color); }`;
  const body = `<main><h1>Timelines</h1>${(await Promise.all(parts)).join("")}</main>`;
  return formatDocument({ title: "Timelines", theme, locale: "en-US", css, body });
}

describe.skipIf(!hasChromium)("the timeline as HTML", { timeout: 60_000 }, () => {
  let browser: DocumentBrowser;

  beforeAll(async () => {
    browser = await openDocumentBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it.each(["light", "dark"] as const)("gives axe nothing to say, %s", async (theme) => {
    const page = await browser.show(await toDocument(theme, 480, true));
    const { violations, unmeasured } = await runAxe(page);
    expect(violations).toEqual([]);
    expect(unmeasured).toEqual([]);
  });

  it.each([280, 480])("keeps to %i px", async (width) => {
    const page = await browser.show(await toDocument("light", width, true), { width: width + 20 });
    const wide = await page
      .locator(".kv-timeline, .kv-item, .kv-item-head, .kv-item-body, .kv-item-card, .kv-item-fields")
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className));
    expect(wide).toEqual([]);
  });

  it("opens by the keyboard, without script", async () => {
    const page = await browser.show(await toDocument("light", 480, false, ["timeline-mixed"]));
    const text = page.locator(".kv-item-text", { hasText: "Hi there" });
    expect(await text.isVisible()).toBe(false);
    // The third item: each has one place for the focus.
    for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await text.isVisible()).toBe(true);
    await page.keyboard.press("Space");
    expect(await text.isVisible()).toBe(false);
  });

  it("is open on paper, and without frames", async () => {
    const page = await browser.show(await toDocument("light", 480, false, ["timeline-mixed"]), { media: "print" });
    const bodies = await page
      .locator(".kv-item-body")
      .evaluateAll((all) => all.map((one) => one.checkVisibility({ contentVisibilityAuto: true })));
    expect(bodies).toHaveLength(8);
    expect(bodies).not.toContain(false);
    const grounds = page.locator(".kv-item-head, .kv-item-body");
    const colours = await grounds.evaluateAll((all) =>
      all.map((one) => `${getComputedStyle(one).backgroundColor} ${getComputedStyle(one).boxShadow}`),
    );
    expect(new Set(colours)).toEqual(new Set(["rgba(0, 0, 0, 0) none"]));
  });

  it("does not let a template's style out of its card", async () => {
    const page = await browser.show(await toDocument("light", 480, true, ["timeline-mixed"]));
    const colours = await page.locator(".step, .kv-item-text").evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
    expect(colours.filter((colour) => colour !== "rgb(31, 36, 45)")).toEqual(["rgb(0, 115, 46)"]);
  });
});
