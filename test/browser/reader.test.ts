import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatCatalogue } from "../../scripts/catalogue-page.ts";
import { readTheme } from "../../scripts/theme.js";
import { formatDocument } from "../../src/cli/document.ts";
import { createContext } from "../../src/context.ts";
import { renderToString } from "../../src/html.ts";
import { compile } from "../../src/index.ts";
import { type DocumentBrowser, openDocumentBrowser } from "./open-document.ts";
import { hasChromium } from "./open-page.ts";

const template = `
  <Container>
    <style>{\`
      @keyframes appear { from { opacity: 0 } to { opacity: 1 } }
      .moves { animation: appear 3s 10s both infinite; transition: all 3s }
      .moves::before { content: "!"; animation: appear 3s infinite }
    \`}</style>
    <p className="moves" style={{ transition: "color 2s", animation: "appear 9s infinite" }}>Moves</p>
    <Button loading>Saving</Button>
    <details><summary>More</summary><p id="inner">Within</p></details>
    <CollapsedRows><BasicRow label="1" value="a" /><BasicRow label="2" value="b" /><BasicRow label="3" value="c" /><BasicRow label="4" value="d" /></CollapsedRows>
    <Tabs tabs={[{ label: "One", content: "first" }, { label: "Two", content: "second" }]} />
    <Callout tone="danger" title="Payment failed" />
    <Text truncate>A line that is cut where its place ends, however long it is and however much of it there would be to read.</Text>
  </Container>`;

function formatCard(): string {
  const result = compile(template);
  if (!result.ok) throw new Error("the template has errors");
  const body = renderToString(result.template, createContext({ resource: "customer", customer: {} }), { theme: "dark" });
  return formatDocument({ title: "Card", theme: "dark", locale: "en", css: readTheme(), body: `<main class="kv-card">${body}</main>` });
}

describe.skipIf(!hasChromium)("what a reader asks for, in Chromium", { timeout: 60_000 }, () => {
  let browser: DocumentBrowser;

  beforeAll(async () => {
    browser = await openDocumentBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it("is less motion: nothing moves, and what fades in is there", async () => {
    const page = await browser.show(formatCard(), { width: 280 });
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll(".kv-root *")].flatMap((element) =>
        [undefined, "::before"].flatMap((part) => {
          const { animationName, animationDuration, animationDelay, animationIterationCount, transitionDuration } = getComputedStyle(
            element,
            part,
          );
          const still = animationName === "none" || `${animationDuration} ${animationDelay} ${animationIterationCount}` === "0.001s 0s 1";
          return still && transitionDuration === "0s" ? [] : [element.className];
        }),
      ),
    );
    expect(moving).toEqual([]);
    expect(await page.locator(".moves").evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
  });

  it("is paper: all is open and dark on white, and nothing can be pressed", async () => {
    const page = await browser.show(formatCard(), { width: 280, media: "print" });
    const shown = await page.evaluate(() =>
      ["#kv-inner", ".kv-row:nth-child(4)", ".kv-tab:nth-child(2) > .kv-tab-panel", ".kv-button", ".kv-collapsed-toggle"].map((selector) =>
        (document.querySelector(selector) as HTMLElement).checkVisibility({ contentVisibilityAuto: true }),
      ),
    );
    expect(shown).toEqual([true, true, true, false, false]);
    const colors = await page.evaluate(() => {
      const root = getComputedStyle(document.querySelector(".kv-root") as Element);
      const callout = getComputedStyle(document.querySelector(".kv-callout") as Element);
      const line = document.querySelector(".kv-truncate") as HTMLElement;
      return [root.color, root.backgroundColor, callout.backgroundColor, root.colorScheme, String(line.scrollWidth > line.clientWidth)];
    });
    expect(colors).toEqual(["rgb(31, 36, 45)", "rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)", "light", "false"]);
  });

  it("is a page at 400 %: nothing makes it scroll to the side", async () => {
    const css = `${readTheme()}\n${readFileSync("scripts/catalogue.css", "utf8")}`;
    const body = formatCatalogue();
    const page = await browser.show(formatDocument({ title: "Components", theme: "light", locale: "en", css, body }), {
      width: 320,
      height: 256,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
