import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTheme } from "../../scripts/theme.js";
import { formatDocument } from "../../src/cli/document.ts";
import { createContext } from "../../src/context.ts";
import { renderToString } from "../../src/html.ts";
import { compile } from "../../src/index.ts";
import type { Theme } from "../../src/policy/themes.ts";
import { type DocumentBrowser, openDocumentBrowser } from "./open-document.ts";
import { hasChromium } from "./open-page.ts";

/** Each form that an author may write says the same thing in a colour of its own; each sits on an element of its own. */
const template = `
  <section>
    <style>{\`
      .by-media, .by-class, .by-page, .by-not, .by-nested, .by-mixed { color: rgb(1, 1, 1) }
      :root { --by-variable: rgb(1, 1, 1); color-scheme: light dark }
      @media (prefers-color-scheme: dark) { .by-media { color: rgb(2, 2, 2) } }
      .dark .by-class { color: rgb(2, 2, 2) }
      html[data-theme="dark"] body .by-page { color: rgb(2, 2, 2) }
      :root:not([data-theme="light"]):not(.light) .by-not { color: rgb(2, 2, 2) }
      .dark { --by-variable: rgb(2, 2, 2) }
      .by-variable { color: var(--by-variable) }
      .by-nested { @media (prefers-color-scheme: dark) { color: rgb(2, 2, 2) } }
      .by-mixed { .dark & { color: rgb(2, 2, 2) } }
      .by-function { color: light-dark(rgb(1, 1, 1), rgb(2, 2, 2)) }
    \`}</style>
    <i className="by-media" /><i className="by-class" /><i className="by-page" /><i className="by-not" />
    <i className="by-variable" /><i className="by-nested" /><i className="by-mixed" /><i className="by-function" />
  </section>`;

function card(theme?: Theme): string {
  const result = compile(template);
  if (!result.ok) throw new Error("the template has errors");
  return renderToString(result.template, createContext({ resource: "customer", customer: {} }), {
    ...(theme === undefined ? {} : { theme }),
    idPrefix: `c-${theme}`,
  });
}

/** What is around the card, from the outside in, the theme that the host names for the card itself, and whether that is dark on a light and a dark device. */
const places: ReadonlyArray<readonly [around: readonly Theme[], own: Theme | undefined, light: boolean, dark: boolean]> = [
  [[], undefined, false, false],
  [["light"], undefined, false, false],
  [["dark"], undefined, true, true],
  [["device"], undefined, false, true],
  [["dark", "light"], undefined, false, false],
  [["light", "dark"], undefined, true, true],
  [["device", "light"], undefined, false, false],
  [["dark", "device"], undefined, false, true],
  [[], "light", false, false],
  [[], "dark", true, true],
  [[], "device", false, true],
  [["dark"], "light", false, false],
  [["light"], "dark", true, true],
  [["dark"], "device", false, true],
];

describe.skipIf(!hasChromium)("the theme of an author's rules, in Chromium", { timeout: 60_000 }, () => {
  let browser: DocumentBrowser;

  beforeAll(async () => {
    browser = await openDocumentBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  it.each([
    ["a light device", "light", "screen"],
    ["a dark device", "dark", "screen"],
    ["paper", "dark", "print"],
  ] as const)("is the card's, on %s", async (_, colorScheme, media) => {
    const bodies = places.map(([around, own], index) => {
      const inner = around.reduceRight((html, theme) => `<div data-theme="${theme}">${html}</div>`, card(own));
      return `<div id="place-${index}">${inner}</div>`;
    });
    const html = formatDocument({ title: "Themes", theme: "light", locale: "en", css: readTheme(), body: bodies.join("") });
    const page = await browser.show(html.replace(/ data-theme="light">/, ">"), { colorScheme, media });
    const found: string[][] = await page.evaluate((count) => {
      const { document: page, getComputedStyle: look } = globalThis as unknown as {
        readonly document: { querySelectorAll(selector: string): Iterable<{ className: string }> };
        readonly getComputedStyle: (element: unknown) => { readonly color: string };
      };
      return Array.from({ length: count }, (_, index) =>
        [...page.querySelectorAll(`#place-${index} i`)].map((one) => `${one.className} ${look(one).color}`),
      );
    }, places.length);
    for (const [index, [around, own, onLight, onDark]] of places.entries()) {
      const isDark = media === "screen" && (colorScheme === "dark" ? onDark : onLight);
      const color = isDark ? "rgb(2, 2, 2)" : "rgb(1, 1, 1)";
      const names = "media class page not variable nested mixed function".split(" ");
      expect(found[index], `${around.join(" > ")} > ${own}`).toEqual(names.map((name) => `by-${name} ${color}`));
    }
  });
});
