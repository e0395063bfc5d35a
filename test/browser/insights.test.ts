import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTheme } from "../../scripts/theme.js";
import { formatDocument } from "../../src/cli/document.ts";
import { renderInsights } from "../../src/html.ts";
import { type InsightsCase, readInsightsCase, readInsightsCases } from "../workspace/insights-case.ts";
import type { InsightsPageApi } from "./insights-page.ts";
import { type DocumentBrowser, openDocumentBrowser } from "./open-document.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import { runAxe } from "./run-axe.ts";

type Global = { readonly insights: InsightsPageApi };

const themes = ["light", "dark"] as const;

/** Several panels on one page, as wide as a workspace gives them room. */
function toDocument(cases: readonly InsightsCase[], theme: (typeof themes)[number], width: number): string {
  const panels = cases.map(({ name, subject, options }) => {
    const html = renderInsights(subject, { ...options, idPrefix: name, words: { insights: `Insights of ${name}`, ...options.words } });
    return `<div style="width:${width}px">${html}</div>`;
  });
  const body = `<main><h1>Panels</h1>${panels.join("")}</main>`;
  return formatDocument({
    title: "Panels",
    theme,
    locale: "en-US",
    css: `${readTheme()} h1 { color: var(--font-primary-color); } body { background: var(--background-primary-color); }`,
    body,
  });
}

describe.skipIf(!hasChromium)("the insights panel as HTML", { timeout: 60_000 }, () => {
  const cases = readInsightsCases();
  let browser: DocumentBrowser;

  beforeAll(async () => {
    browser = await openDocumentBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it.each(themes)("gives axe nothing to say, %s", async (theme) => {
    const closed = /<details class="kv-insights-card">/g;
    const page = await browser.show(toDocument(cases, theme, 280).replace(closed, '<details class="kv-insights-card" open>'));
    const { violations, unmeasured } = await runAxe(page);
    expect(violations).toEqual([]);
    expect(unmeasured).toEqual([]);
  });

  it.each([280, 480])("keeps to %i px", async (width) => {
    const page = await browser.show(toDocument(cases, "light", width), { width: width + 20 });
    const wide = await page
      .locator(".kv-insights *")
      .evaluateAll((all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
          .map((one) => one.className),
      );
    // Heard, not seen: cut to a pixel on purpose.
    expect(wide.filter((name) => name !== "kv-unseen")).toEqual([]);
  });

  it("opens and closes without script, and is open on paper", async () => {
    const html = toDocument([readInsightsCase("insights-customer")], "light", 280);
    const page = await browser.show(html);
    const store = page.getByText("Store", { exact: true });
    expect(await store.isVisible()).toBe(false);
    await page.getByRole("heading", { name: "Visits" }).click();
    expect(await store.isVisible()).toBe(true);
    const paper = await browser.show(html, { media: "print" });
    expect(await paper.getByText("Store", { exact: true }).isVisible()).toBe(true);
    expect(await paper.getByText("Favourite store").isVisible()).toBe(true);
  });
});

describe.skipIf(!hasChromium)("the insights panel in a page", { timeout: 60_000 }, () => {
  let open: OpenPage;

  beforeAll(async () => {
    open = await openPage("insights-page.ts");
    await open.page.emulateMedia({ reducedMotion: "reduce" });
  }, 60_000);

  afterAll(() => open?.close());

  const show = async (name: string, theme: string) => {
    const { subject, definitions } = readInsightsCase(name);
    const panel = JSON.stringify({ ...definitions, subject, options: { ...definitions.options, theme } });
    await open.page.evaluate((json) => (globalThis as unknown as Global).insights.show(json), panel);
  };
  /** What has the focus, as a reader of the screen would name it. */
  const focused = () => open.page.evaluate(() => document.activeElement?.textContent?.trim());
  const isOpen = (name: string) => open.page.getByRole("heading", { name, exact: true }).evaluate((one) => one.closest("details")?.open);

  it("is walked through by keyboard: every card is reached, opened, used and left", async () => {
    const { page } = open;
    await show("insights-customer", "light");
    await page.locator("#input").focus();
    const walked: (string | undefined)[] = [];
    for (let step = 0; step < 40 && walked.at(-1) !== "Vouchers"; step++) {
      await page.keyboard.press("Tab");
      walked.push(await focused());
    }
    const stops = walked.filter((one) => /^(marta|\+46|Show more|Trail|Grant|History|Orders|FV-|Visits|Vouchers)/.test(one ?? ""));
    expect(stops.map((one) => one?.replace("Show moreShow less", "Show more"))).toEqual([
      "marta.lindqvist@example.com",
      "marta@lindqvist-arkitekter.example",
      "+46 8 555 01 27",
      "Show more",
      "Trail Rewards",
      "Grant points",
      "History",
      "Orders",
      "FV-10482",
      "FV-10177",
      "FV-09630",
      "Visits",
      "Vouchers",
    ]);
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("Visits");
    await page.keyboard.press("Enter");
    expect(await isOpen("Visits")).toBe(true);
    expect(await page.getByText("Stockholm Södermalm").last().isVisible()).toBe(true);
    await page.keyboard.press("Space");
    expect(await isOpen("Visits")).toBe(false);
    await page.keyboard.press("Home");
    expect(await focused()).toBe("Trail Rewards");
    await page.keyboard.press("Enter");
    expect(await isOpen("Trail Rewards")).toBe(false);
    // What is closed is passed by.
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Orders");
    await page.keyboard.press("End");
    expect(await focused()).toBe("Vouchers");
    await page.keyboard.press("Enter");
    expect(await page.getByText("Nothing to show").isVisible()).toBe(true);
    // An update leaves the focus, and what was opened and closed, where they were.
    const { subject } = readInsightsCase("insights-customer");
    await page.evaluate((json) => (globalThis as unknown as Global).insights.update(json), JSON.stringify(subject));
    expect(await focused()).toBe("Vouchers");
    expect([await isOpen("Trail Rewards"), await isOpen("Orders"), await isOpen("Vouchers")]).toEqual([false, true, true]);
  });

  it.each(
    themes.flatMap((theme) => ["insights-conversation", "insights-failing", "insights-search"].map((name) => [name, theme] as const)),
  )("gives axe nothing to say: %s, %s", async (name, theme) => {
    await show(name, theme);
    const { violations, unmeasured } = await runAxe(open.page, "#place");
    expect(violations).toEqual([]);
    expect(unmeasured).toEqual([]);
  });

  it("lets a hostile card neither out of its frame nor into its neighbours", async () => {
    await show("insights-failing", "light");
    const frames = await open.page
      .locator(".kv-insights-card")
      .evaluateAll((all) =>
        all.map((one) => [
          one.querySelector("h3")?.textContent,
          one.querySelector(".kv-error-title") !== null,
          one.getBoundingClientRect().height > 40,
        ]),
      );
    expect(frames).toEqual([
      ["Broken", true, true],
      ["Throws", true, true],
      ["Endless", true, true],
      ["<b>Styles</b> & more", false, true],
      ["Throws when opened", false, true],
      ["Neighbour", false, true],
    ]);
    const colors = await open.page.locator(".kv-insights-body p").evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
    expect(new Set(colors).size).toBe(2);
  });

  it("breaks no policy of the page, and leaves nothing behind", async () => {
    await open.page.evaluate(() => (globalThis as unknown as Global).insights.unmount());
    const left = await open.page.evaluate(() => document.querySelector("#place")?.innerHTML);
    expect([left, open.violations, open.errors, open.navigations, open.dialogs]).toEqual(["", [], [], [], []]);
  });
});
