import { describe, expect, it } from "vitest";
import { judgeStyleSheet, styleSheetLimits } from "../../src/policy/stylesheet.ts";
import type { Theme } from "../../src/policy/themes.ts";

const judge = (text: string, theme?: Theme) => {
  const { css, refused } = judgeStyleSheet(text, "[r]", { idPrefix: "kv" }, theme);
  return [css, ...refused.map(({ name, reason }) => `${name}: ${reason}`)];
};

const unknown = "not understood";
const atRule = "an at-rule that cards may not use";
const selector = "a selector that cards may not use";
const property = "not a property that cards may set";
const ofRoot = "not a property that cards may set on their root";

/** What is written of a sheet, and what its author is told. */
const sheets: ReadonlyArray<readonly [text: string, css: string, ...refused: readonly string[]]> = [
  // Declarations.
  ["top:0", "", `top:0: ${unknown}`],
  ["a{top;x@y;left:0}", "[r] a{left:0}", `top: ${unknown}`, `x@y: ${unknown}`],
  ["a{ c\\6flor : red }", "[r] a{color:red}"],
  ["a{--x :1}", "[r] a{--x:1}"],
  ["a{zzz:0}b{zzz:1}c{yyy:0}", "", `zzz: ${property}`, `yyy: ${property}`],
  ["a{color:url(x);color:(}", "", "color: only functions that load nothing are allowed", "color: brackets do not match"],
  [`a{${"z".repeat(70)}:0}`, "", `${"z".repeat(60)}: ${property}`],
  ['a{content:"\\201C"}', '[r] a{content:"\\201C"}'],
  [":root{margin:0;color:red}a{margin:0}", "[r]{color:red}[r] a{margin:0}", `margin: ${ofRoot}`],
  // Selectors.
  ["a,\u00e9,b{top:0}", "[r] a,[r] b{top:0}", `a,\u00e9,b: ${selector}`],
  ["x@y{top:0}", "", `x@y: ${selector}`],
  ["\0{top:0}", "", `\uFFFD: ${selector}`],
  ["x@", "", `x@: ${unknown}`],
  // What browsers without styles would have shown.
  ["a<!--b{top:0;<!--left:0;-->right:0}", "[r] a b{top:0;left:0;right:0}"],
  ["a{--x:'a<b&c'}", "[r] a{--x:'a\\3c b\\26 c'}"],
  // At-rules.
  ["@;a{top:0}", "[r] a{top:0}", `@: ${unknown}`],
  ["@{a{top:0}}@ media{a{top:0}}", "", `@: ${unknown}`, `@ media: ${unknown}`],
  ["@IMPORT 'x';@media print;@\\6c ayer a,b;", "", `@import: ${atRule}`, `@media: ${atRule}`, `@layer: ${atRule}`],
  ["@page{margin:0}@page{}@-ms-keyframes x{}", "", `@page: ${atRule}`, `@-ms-keyframes: ${atRule}`],
  ["a{@x;@page{top:0}@keyframes x{to{top:0}}}", "", `@x: ${atRule}`, `@page: ${atRule}`, `@keyframes: ${atRule}`],
  ["@MEDIA print {a{top:0}}", "@media print{[r] a{top:0}}"],
  ["@media print{a{}}", ""],
  ["@layer{@page{}a{top:0}}", "[r] a{top:0}", `@page: ${atRule}`],
  ["a{@layer x{top:0;b{left:0}}}", "[r] a{top:0;& b{left:0}}"],
  ["@media (x:'y'){a{top:0}}", "", "@media: the string is not closed, or holds what strings may not"],
  ["@supports (a{top:0}", "", "@supports: brackets do not match"],
  ["@supports (prefers-color-scheme:dark){a{top:0}}", "@supports (prefers-color-scheme:dark){[r] a{top:0}}"],
  ["@container x (1px<width<=3px){a{top:0}}", "@container x (1px< width<=3px){[r] a{top:0}}"],
  // Keyframes.
  ["@keyframes x{from , TO,50%,3.123456%{top:0;left:0}}", "@keyframes kf-kv-x{from,TO,50%,3.123456%{top:0;left:0}}"],
  [
    "@keyframes x{from{top:0}mid{top:1px}to,mid{top:2px}to{left:0}}",
    "@keyframes kf-kv-x{from{top:0}to{left:0}}",
    `mid: ${unknown}`,
    `to,mid: ${unknown}`,
  ],
  [
    "@keyframes x{1234%{top:0}3.1234567%{top:0}x50%{}50%x{}}",
    "@keyframes kf-kv-x{}",
    ...["1234%", "3.1234567%", "x50%", "50%x"].map((step) => `${step}: ${unknown}`),
  ],
  ["@keyframes x{from;top:0}", "@keyframes kf-kv-x{}", `from: ${unknown}`, `top:0: ${unknown}`],
  ["@keyframes x{to{a{top:0}@media print{top:0}margin:0}}", "@keyframes kf-kv-x{to{margin:0}}"],
  ["@keyframes x{to{zzz:0;margin:0}}", "@keyframes kf-kv-x{to{margin:0}}", `zzz: ${property}`],
  [
    "@keyframes 'a'{}@-moz-keyframes \"b\"{}@-o-keyframes -c{}@keyframes \u00e9{}",
    "@keyframes kf-kv-a{}@-moz-keyframes kf-kv-b{}@-o-keyframes kf-kv--c{}@keyframes kf-kv-\u00e9{}",
  ],
  ...["--x", "1x", "x y", "\\78", "", "'a b'", "'a'b", "x'a'", "'\\61'"].map(
    (name) => [`@keyframes ${name}{to{top:0}}`, "", "@keyframes: a name that cards may not use"] as const,
  ),
];

const dark = '[r]:where([data-theme="dark"])';
const query = "@media (prefers-color-scheme:dark)";
const onScreen = (css: string) => `@media screen{${css}}`;

/** Written for a dark card. */
const themed: ReadonlyArray<readonly [text: string, css: string, ...refused: readonly string[]]> = [
  // Within the theme, what is said of it once more is written once.
  [`${query}{${query}{a{top:0}}}`, onScreen(`${dark} a{top:0}`)],
  [`${query}{@media (prefers-color-scheme:light){a{top:0}}}`, ""],
  [`${query}{@media print,(prefers-color-scheme:dark){a{top:0}}}`, onScreen(`${dark} a{top:0}`)],
  [`${query}{@media print and (prefers-color-scheme:dark),tty{a{top:0}}}`, onScreen(`@media print,tty{${dark} a{top:0}}`)],
  [`${query}{.dark .a,.b{top:0}}`, onScreen(`${dark} .dark .a,${dark} .b,[r]${dark} .a{top:0}`)],
  [`${query}{.light .a,.b{top:0}}`, onScreen(`${dark} .light .a,${dark} .b{top:0}`)],
  [`${query}{html.dark .a{top:0}}`, onScreen(`[r]${dark} .a{top:0}`)],
  [`${query}{html.light .a{top:0}}`, ""],
  // What may be the root's has the root's properties; what is said with it has not.
  [`${query}{html.dark{color:red;margin:0}}`, onScreen(`[r]${dark}{color:red}`), `margin: ${ofRoot}`],
  [`${query}{html.dark,.a{color:red;margin:0}}`, onScreen(`${dark} .a{color:red;margin:0}[r]${dark}{color:red}`), `margin: ${ofRoot}`],
  [
    `${query}{:root,.dark .a{color:red;margin:0}}`,
    onScreen(`${dark},${dark} .dark .a{color:red}[r]${dark} .a{color:red;margin:0}`),
    `margin: ${ofRoot}`,
  ],
  // A class alone is the page's where its rule holds variables and nothing else.
  [`${query}{.dark{--x:1}}`, onScreen(`${dark} .dark{--x:1}[r]${dark}{--x:1}`)],
  [".dark{--x:1;COLOR-SCHEME:dark}", `[r] .dark{--x:1;color-scheme:dark}${onScreen(`[r]${dark}{--x:1;color-scheme:dark}`)}`],
  [".dark{--x:1;color:red}", "[r] .dark{--x:1;color:red}"],
  [".dark{color:red;--x:1}", "[r] .dark{color:red;--x:1}"],
  [".dark{color:var(--x)}", "[r] .dark{color:var(--x)}"],
  [".dark{--x:1;.b{top:0}}", "[r] .dark{--x:1;& .b{top:0}}"],
  [".dark{--x:1;color-scheme{top:0}}", "[r] .dark{--x:1;& color-scheme{top:0}}"],
  [".dark{}", ""],
  // What is left out.
  ["html.dark + a,.b{top:0}", "[r] .b{top:0}", `html.dark + a,.b: ${selector}`],
  [`${query}{html.dark + a,.b{top:0}}`, onScreen(`${dark} .b{top:0}`), `html.dark + a,.b: ${selector}`],
  [`${query}{a{zzz:0}}`, "", `zzz: ${property}`],
  [`.a{${query}{zzz:0}}`, "", `zzz: ${property}`],
  [`${query} or x{a{top:0}}`, "", "@media: asks for the theme other than alone, or with `and`"],
  ["@media print,(x:(a and (prefers-color-scheme:dark),b)){a{top:0}}", "", "@media: asks for the theme other than alone, or with `and`"],
  ["@media print,x[(prefers-color-scheme:dark) and y,z]{a{top:0}}", "", "@media: asks for the theme other than alone, or with `and`"],
];

describe("what is left out of style sheets", () => {
  it.each(sheets.map(([text, ...expected]) => [text, expected] as const))("%j", (text, expected) => {
    expect(judge(text)).toEqual(expected);
  });

  it.each(themed.map(([text, ...expected]) => [text, expected] as const))("%j in a dark card", (text, expected) => {
    expect(judge(text, "dark")).toEqual(expected);
  });

  it("is told apart up to a number", () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `z${i}:0`).join(";");
    expect(judge(`a{${names(50)}}`)).toHaveLength(51);
    expect(judge(`a{${names(51)};top:0}`)).toHaveLength(51);
    expect(judge(`a{${names(51)};top:0}`)[0]).toBe("[r] a{top:0}");
  });

  it("is a sheet that is too long", () => {
    const blanks = (length: number) => `${" ".repeat(length - 8)}a{top:0}`;
    expect(judge(blanks(styleSheetLimits.length))).toEqual(["[r] a{top:0}"]);
    expect(judge(blanks(styleSheetLimits.length + 1))).toEqual(["", "<style>: longer than 131072 characters"]);
  });

  it("is a sheet that would have to be written too often", () => {
    // What is judged and written: `a`, the selector of the root with ` a`, `top:0`.
    const write = (perRule: number) => {
      const root = `[${"r".repeat(perRule - 10)}]`;
      const { css, refused } = judgeStyleSheet("a{top:0}".repeat(8), root, { idPrefix: "kv" });
      return [css.length, ...refused];
    };
    const perRule = styleSheetLimits.work / 8;
    expect(write(perRule)).toEqual([8 * (perRule - 8 + "a{top:0} ".length)]);
    expect(write(perRule + 1)).toEqual([0, { name: "<style>", reason: "too long as it has to be written, once for each theme" }]);
  });

  it("is what is nested too deep", () => {
    const nest = (levels: number) => `${"@media print{".repeat(levels - 1)}a{top:0}${"}".repeat(levels - 1)}`;
    expect(judge(nest(8))).toHaveLength(1);
    expect(judge(nest(8))[0]).toContain("{[r] a{top:0}}");
    expect(judge(nest(9))).toEqual(["", "<style>: nested deeper than 8 blocks"]);
  });
});
