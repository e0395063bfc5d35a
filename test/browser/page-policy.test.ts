import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leastPolicy, policyNeeds } from "../../scripts/page-policy.ts";
import { renderToString } from "../../src/html.ts";
import { createContext } from "../../src/index.ts";
import { compileCard } from "../support/card.ts";
import { readRenderCases, toRenderOptions } from "../support/render-case.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import type { PolicyCard, PolicyPageApi } from "./policy-page.ts";

type Global = { readonly policyPage: PolicyPageApi };
const toCard = (source: string, data: unknown = { resource: "customer" }, options: PolicyCard["options"] = {}) =>
  ({ source, data, options }) as PolicyCard;

describe.skipIf(!hasChromium)("the content security policy of a page with cards", { timeout: 60_000 }, () => {
  let open: OpenPage;
  let policy = "";
  let body = "";

  beforeAll(async () => {
    open = await openPage("policy-page.ts");
    await open.page.route(`${open.origin}/policy`, (route) =>
      route.fulfill({
        headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy },
        body: `<!doctype html><link rel="stylesheet" href="/theme.css"><script type="module" src="/page.js"></script><main id="place">${body}</main>`,
      }),
    );
  }, 60_000);

  afterAll(() => open?.close());

  /** What a page with this policy refuses: directives, each once. */
  async function findRefused(
    directives: readonly string[],
    live: readonly PolicyCard[],
    html: string,
    refuses = false,
  ): Promise<readonly string[]> {
    [policy, body] = [directives.join("; "), html];
    await open.page.goto(`${open.origin}/policy`);
    await open.page.evaluate((cards) => (globalThis as unknown as Global).policyPage.show(cards), JSON.stringify(live));
    await open.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    // A frame is refused when the browser comes to load it.
    if (refuses) await expect.poll(() => open.violations.length, { timeout: 20_000 }).toBeGreaterThan(0);
    const refused = open.violations.splice(0).map((line) => line.split(" ")[0] ?? "");
    return [...new Set(refused)].sort();
  }

  it.each(policyNeeds)("needs `$directive` for: $feature", async ({ directive, template, target }) => {
    const { template: compiled } = compileCard(template);
    const show = (directives: readonly string[], refuses: boolean) =>
      target === "live"
        ? findRefused(directives, [toCard(template)], "", refuses)
        : findRefused(directives, [], renderToString(compiled, createContext({ resource: "customer" })), refuses);
    const [name] = directive.split(" ");
    expect(await show(leastPolicy, true)).toEqual([name]);
    expect(await show([...leastPolicy, directive], false)).toEqual([]);
  });

  describe("needs nothing else, whatever cards show", () => {
    const cases = readRenderCases();
    const names = (target: "live" | "string") =>
      policyNeeds.filter((need) => target === "string" || need.target === "live").map(({ directive }) => directive.split(" ")[0]);

    it("live", async () => {
      const cards = cases.map(({ source, data, options }) => toCard(source, data, toRenderOptions(options)));
      const refused = await findRefused(leastPolicy, cards, "");
      expect(refused.filter((name) => !names("live").includes(name))).toEqual([]);
    });

    it("in React and in Preact", async () => {
      await findRefused(leastPolicy, [], "");
      const show = (source: string) => (globalThis as unknown as Global).policyPage.showFramed(source);
      await open.page.evaluate(show, `<p style={{ color: "red" }}>Framed</p>`);
      await open.page.waitForFunction(() => document.querySelectorAll("#place p").length === 2);
      expect(open.violations).toEqual([]);
    });

    it("as HTML", async () => {
      const cards = cases.map(({ source, data, options }) =>
        renderToString(compileCard(source).template, createContext(data as never), toRenderOptions(options)),
      );
      const refused = await findRefused(leastPolicy, [], cards.map((html) => `<div>${html}</div>`).join(""));
      expect(refused.filter((name) => !names("string").includes(name))).toEqual([]);
    });
  });
});
