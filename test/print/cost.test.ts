import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { defaultLimits } from "../../src/policy/limits.ts";
import { printCard } from "../../src/render/print/print.ts";
import { indexTheme } from "../../src/render/print/style/rule-index.ts";
import { compileCard, runString } from "../support/card.ts";
import { findUnlisted } from "./message.ts";

const rules = indexTheme();

/** The least fuel that a message can be printed with. */
function measure(html: string): number {
  let [low, high] = [0, defaultLimits.fuel];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (passes(html, middle)) high = middle;
    else low = middle;
  }
  return high;
}

function passes(html: string, fuel: number, outputLength = defaultLimits.outputLength): boolean {
  const limits = { ...defaultLimits, fuel, outputLength };
  try {
    printCard(html, "text", { theme: "light", locale: "en-US", policy: { idPrefix: "kv" }, limits, rules });
    return true;
  } catch {
    return false;
  }
}

const own = (css: string, html: string) => `<div class="kv-root" data-kv-root="x"><style>${css}</style>${html}</div>`;

describe("what a message costs", () => {
  it.each([
    ["siblings", (n: number) => "<p>a</p>".repeat(n)],
    [
      "fields",
      (n: number) => '<div class="kv-field"><div class="kv-field-label">a</div><div class="kv-field-value">b</div></div>'.repeat(n),
    ],
    ["rows of a table", (n: number) => `<table>${"<tr><td>a<td>b</tr>".repeat(n)}</table>`],
    ["rows side by side", (n: number) => '<div style="display:flex"><b>a</b><i>b</i></div>'.repeat(n)],
    ["elements that own rules name", (n: number) => own("p{color:red} .a p{margin:0}", `<div class="a">${"<p>a</p>".repeat(n)}</div>`)],
    ["own rules", (n: number) => own(".a{color:red}".repeat(n), '<p class="a">a</p>')],
  ])("grows as its card does: %s", (_what, toHtml) => {
    const [once, twice] = [measure(toHtml(100)), measure(toHtml(200))];
    expect(twice / once).toBeLessThan(2.1);
  });

  it("is bounded where rules search far", () => {
    // Each element is held against all of those before it.
    const html = own("p ~ p ~ p ~ p ~ b { color: red }", "<p>a</p>".repeat(2_000));
    expect(passes(html, defaultLimits.fuel)).toBe(true);
    expect(passes(own("p ~ p ~ p ~ p ~ i { color: red }", `${"<p>a</p>".repeat(300)}<i>b</i>`), 10_000)).toBe(true);
    expect(passes(own("b ~ p ~ p ~ p ~ p ~ p { color: red }", "<p>a</p>".repeat(2_000)), defaultLimits.fuel)).toBe(false);
  });

  it.each([
    ["tokens that name tokens", `--a: red; ${`color: ${"var(--a) ".repeat(38)};`.repeat(100)}`, ""],
    ["tokens within tokens", `--a: red; ${`color: ${"var(--b,".repeat(100)}red${")".repeat(100)};`.repeat(100)}`, ""],
    ["attributes that rules look into", `} ${'.a[title~="b"] { color: red } '.repeat(200)} .b {`, "a ".repeat(2_000)],
  ])("is bounded where rules are read again for each element: %s", (_what, css, title) => {
    const print = (elements: number) => own(`.a { ${css} }`, `<p class="a" title="${title}">a</p>`.repeat(elements));
    expect(passes(print(1), 200_000)).toBe(true);
    expect(passes(print(30), 200_000)).toBe(false);
  });

  it.each([
    ["marks before lines", (inner: string) => `${"<blockquote>".repeat(250)}${inner}${"</blockquote>".repeat(250)}`],
    ["room before lines", (inner: string) => `${"<ul><li>".repeat(120)}${inner}`],
    ["room before values", (inner: string) => `${'<div class="kv-row"><b class="kv-row-label">l</b><div>'.repeat(120)}${inner}`],
  ])("is bounded where nesting repeats what is printed: %s", (_what, nest) => {
    expect(passes(nest("a<br>".repeat(100)), defaultLimits.fuel, 200_000)).toBe(true);
    expect(passes(nest("a<br>".repeat(1_000)), defaultLimits.fuel, 200_000)).toBe(false);
  });

  // By the square of it, either would take minutes.
  it.each([
    ["blanks in a value", `font-family: a${" ".repeat(500_000)}b`, 1],
    ["digits in a length", `border-width: ${"1".repeat(990)}x;`.repeat(50), 100],
    ["digits in a font", `font: ${"1".repeat(990)};`.repeat(20), 200],
  ])("grows with the length of declarations: %s", (_what, css, count) => {
    expect(passes(`<p style="${css}">a</p>`.repeat(count), defaultLimits.fuel)).toBe(true);
  });
});

describe("a card that is too large for a message", () => {
  const bag = createContext({ resource: "customer" });
  const { template } = compileCard("<div>{Array(2000).fill(0).map((_, i) => <div key={i} style={{ padding: 1 }}>{i}</div>)}</div>");

  it.each([
    ["email", { outputLength: 50_000 }, "characters"],
    ["text", { nodes: 2_500, outputLength: 100_000, fuel: 12_000 }, undefined],
  ] as const)("is an error card in %s, and reported", (target, limits, word) => {
    const { html, diagnostics } = runString(template, bag, { target, limits: { fuel: 100_000, ...limits } });
    if (word === undefined) return;
    expect(diagnostics.map(({ code }) => code)).toEqual(["limit/run"]);
    expect(diagnostics[0]?.message).toContain(word);
    expect(html).toContain("This card can't be shown");
    expect(findUnlisted(html)).toEqual([]);
  });

  it("nests as deep as it likes", () => {
    const html = `${"<div style='padding:1px'>".repeat(3_000)}deep`;
    for (const target of ["email", "text"] as const) {
      const printing = { theme: "light", locale: "en-US", policy: { idPrefix: "kv" }, limits: defaultLimits, rules } as const;
      expect(printCard(html, target, printing)).toContain("deep");
    }
    expect(() =>
      printCard("<div>".repeat(6_000), "text", {
        theme: "light",
        locale: "en-US",
        policy: { idPrefix: "kv" },
        limits: defaultLimits,
        rules,
      }),
    ).toThrow("nests too deep");
  });
});
