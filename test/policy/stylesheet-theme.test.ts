import { describe, expect, it } from "vitest";
import { judgeStyleSheet } from "../../src/policy/stylesheet.ts";
import type { Theme } from "../../src/policy/themes.ts";

const judge = (text: string, theme?: Theme) => judgeStyleSheet(text, "[r]", { idPrefix: "kv" }, theme);
const dark = ':where([data-theme="dark"])';

const onScreen = (css: string) => `@media screen{${css}}`;
const onPaper = (css: string) => `@media print{${css}}`;

/** Written for a card that the host shows in the dark theme. On paper it is light. */
const forDark: ReadonlyArray<readonly [text: string, css: string]> = [
  ["@media (prefers-color-scheme: dark){.a{top:0}:root{--x:1}}", onScreen(`[r]${dark} .a{top:0}[r]${dark}{--x:1}`)],
  ["@media (prefers-color-scheme: light){.a{top:0}}", onPaper(`[r]${dark} .a{top:0}`)],
  ["@media not (prefers-color-scheme: light){.a{top:0}}", onScreen(`[r]${dark} .a{top:0}`)],
  ["@media not all and (prefers-color-scheme:dark){.a{top:0}}", onPaper(`[r]${dark} .a{top:0}`)],
  [
    "@media screen and (PREFERS-color-scheme:Dark) and (min-width:3px), print{a{top:0}}",
    `@media print{[r] a{top:0}}${onScreen(`@media screen and (min-width:3px){[r]${dark} a{top:0}}`)}`,
  ],
  ["@media (width>3px){@media (prefers-color-scheme:dark){a{top:0}}}", `@media (width>3px){${onScreen(`[r]${dark} a{top:0}`)}}`],
  [
    "@media (prefers-color-scheme:dark){@media (prefers-color-scheme:light){a{top:0}}@media (prefers-color-scheme:dark){b{top:0}}}",
    onScreen(`[r]${dark} b{top:0}`),
  ],
  // The form that leaves it to the device unless the page says otherwise.
  ["@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--x:1}}", onScreen(`[r][r]${dark}{--x:1}`)],
  [".a{@media (prefers-color-scheme:dark){top:0}}", `[r] .a{${onScreen(`&:where([r]${dark},[r]${dark} *){top:0}`)}}`],
  // What a template has on an element of its own goes on to hold, beside what it says of the page.
  [".dark .a{top:0}", `[r] .dark .a{top:0}${onScreen(`[r][r]${dark} .a{top:0}`)}`],
  [".light .a{top:0}", `[r] .light .a{top:0}${onPaper(`[r][r]${dark} .a{top:0}`)}`],
  ['[data-theme="dark"] .a{top:0}', `[r] [data-theme="dark"] .a{top:0}${onScreen(`[r][r]${dark} .a{top:0}`)}`],
  ["[data-bs-theme=dark]>.a{top:0}", `[r] [data-bs-theme="dark"]>.a{top:0}${onScreen(`[r][r]${dark}>.a{top:0}`)}`],
  [":is(.dark,[data-theme=dark]) .a{top:0}", `[r] :is(.dark,[data-theme="dark"]) .a{top:0}${onScreen(`[r][r]${dark} .a{top:0}`)}`],
  ["html.dark body .a,.b{top:0}", `[r] .b{top:0}${onScreen(`[r][r]${dark} .a{top:0}`)}`],
  ["body.theme-dark{color:red}", onScreen(`[r][r]${dark}{color:red}`)],
  [":root:not(.light) .a{top:0}", onScreen(`[r][r]${dark} .a{top:0}`)],
  [".dark{--x:1;color-scheme:dark}", `[r] .dark{--x:1;color-scheme:dark}${onScreen(`[r][r]${dark}{--x:1;color-scheme:dark}`)}`],
  // Dark chocolate, perhaps.
  [".dark{color:red}", "[r] .dark{color:red}"],
  [".dark.b .a{top:0}", "[r] .dark.b .a{top:0}"],
  [".b .dark .a{top:0}", "[r] .b .dark .a{top:0}"],
  [".darker .a{top:0}", "[r] .darker .a{top:0}"],
  [".a{.dark &{top:0}}", `[r] .a{[r] .dark &{top:0}${onScreen(`&:is([r]${dark},[r]${dark} *){top:0}`)}}`],
  [".a{.dark .b &{top:0}}", `[r] .a{[r] .dark .b &{top:0}${onScreen(`[r][r]${dark} .b &{top:0}`)}}`],
  [".a{html.dark &:hover{top:0}}", `[r] .a{${onScreen(`&:is([r]${dark},[r]${dark} *):hover{top:0}`)}}`],
  [":root{&.dark{--x:1}}", `[r]{&.dark{--x:1}${onScreen(`&:is([r]${dark},[r]${dark} *){--x:1}`)}}`],
  [".a{&.dark{top:0}}", "[r] .a{&.dark{top:0}}"],
  [
    ".dark .a{.dark &{top:0}}",
    `[r] .dark .a{[r] .dark &{top:0}${onScreen(`&:is([r]${dark},[r]${dark} *){top:0}`)}}${onScreen(`[r][r]${dark} .a{[r]${dark} .dark &,&:is([r]${dark},[r]${dark} *){top:0}}`)}`,
  ],
  ["@media (prefers-color-scheme:dark){@keyframes x{to{top:0}}}", onScreen("@keyframes kf-kv-x{to{top:0}}")],
  // The page's own theme decides, whatever the card says that it can do.
  [":root{color-scheme:light dark;color:light-dark(red,blue)}", "[r]{color:light-dark(red,blue)}"],
  [".a{color-scheme:dark}", "[r] .a{color-scheme:dark}"],
];

describe("a theme in a style sheet", () => {
  it.each(forDark)("%j is %j in a dark card", (text, css) => {
    expect(judge(text, "dark")).toEqual({ css, refused: [] });
  });

  const both = ".dark .a{top:0}@media (prefers-color-scheme:light){.a{top:1px}}";

  it("is the host's, whatever the device prefers", () => {
    expect(judge(both, "light").css).toBe('[r] .dark .a{top:0}[r]:where([data-theme="light"]) .a{top:1px}');
  });

  it("is the device's where the host leaves it to the device", () => {
    expect(judge(both, "device").css).toBe(
      '[r] .dark .a{top:0}@media screen and (prefers-color-scheme:dark){[r][r]:where([data-theme="device"]) .a{top:0}}' +
        '@media print,(prefers-color-scheme:light){[r]:where([data-theme="device"]) .a{top:1px}}',
    );
  });

  it("is told by what is around the card where the host names none", () => {
    const around = (theme: string) => {
      const named = `[data-theme="${theme}"]`;
      return `${named},:not([data-theme]):is(${named} *):not(${named} [data-theme]:not(${named}) *)`;
    };
    const [inDark, inDevice] = [`[r]:where(${around("dark")})`, `[r]:where(${around("device")})`];
    expect(judge("@media (prefers-color-scheme:dark){.a{top:0}}").css).toBe(
      `@media screen{${inDark} .a{top:0}}@media screen and (prefers-color-scheme:dark){${inDevice} .a{top:0}}`,
    );
    expect(judge("@media (prefers-color-scheme:light){.a{top:0}}").css).toBe(
      `[r]:where(:not(${around("dark")},${around("device")})) .a{top:0}@media print{${inDark} .a{top:0}}` +
        `@media print,(prefers-color-scheme:light){${inDevice} .a{top:0}}`,
    );
  });

  it.each([
    "@media (prefers-color-scheme:dark) or (print){a{top:0}}",
    "@media not screen and (prefers-color-scheme:dark){a{top:0}}",
    "@media (prefers-color-scheme){a{top:0}}",
    "@media (prefers-color-scheme:no-preference){a{top:0}}",
    `@media ${"(prefers-color-scheme:dark),".repeat(9)}print{a{top:0}}`,
    "html.dark+.a{top:0}",
    // A comma within brackets: each half would have a bracket that is not closed, and take in what comes behind it.
    "@media (x: max(1px, (prefers-color-scheme:dark) and y)){a{top:0}}",
    "@media (x: [a, (prefers-color-scheme:dark) and y]){a{top:0}}",
    "@media (x: (a and (prefers-color-scheme:dark), b)){a{top:0}}",
    ".b{@media (x: [a, (prefers-color-scheme:dark) and y]){top:0}}",
  ])("%j is left out, and says so", (text) => {
    const { css, refused } = judge(text, "dark");
    expect(css).toBe("");
    expect(refused).toHaveLength(1);
  });

  it("has no keyframes of its own where the theme may be either", () => {
    expect(judge("@media (prefers-color-scheme:dark){@keyframes x{to{top:0}}}")).toEqual({
      css: "",
      refused: [{ name: "@keyframes", reason: "keyframes are the same in both themes" }],
    });
  });

  it.each([
    ["themed selectors", ".dark & .a{@media (prefers-color-scheme:dark){", "}}"],
    ["selectors", ".dark &{.dark .b &{", "}}"],
    ["queries", "@media print,(prefers-color-scheme:dark){@media (prefers-color-scheme:light),(prefers-color-scheme:dark){", "}}"],
  ])("grows with the depth of what is nested, not by a power of it: %s", (_what, open, close) => {
    const measure = (depth: number) => {
      const { css, refused } = judge(`.a{${open.repeat(depth)}${"top:0;".repeat(5_000)}${close.repeat(depth)}}`);
      expect(refused).toEqual([]);
      return css.length;
    };
    const [once, twice, thrice] = [measure(1), measure(2), measure(3)] as const;
    expect((thrice - twice) / (twice - once)).toBeLessThan(1.5);
  });

  // By the square of it, it would take a minute.
  it("takes the time that its length does", () => {
    const blanks = " ".repeat(60_000);
    expect(judge(`@media (prefers-color-scheme:dark)${blanks}x${blanks}{a{top:0}}`).css).toBe("");
    const asked = `@media screen${blanks}and${blanks}(prefers-color-scheme:dark){a{top:0}}`;
    expect(judge(asked, "dark").css).toBe(judge("@media screen and (prefers-color-scheme:dark){a{top:0}}", "dark").css);
  });

  it("costs the sheet where it would be written too often", () => {
    const open = "@media print,(prefers-color-scheme:dark),(prefers-color-scheme:light){";
    const nest = (depth: number, body: string) => `${open.repeat(depth)}${body}${"}".repeat(depth)}`;
    expect(judge(nest(7, ".a{top:0}".repeat(100)), "dark").refused).toEqual([]);
    expect(judge(nest(7, ".dark .a,.light .b{top:0}".repeat(4_000)))).toEqual({
      css: "",
      refused: [{ name: "<style>", reason: "too long as it has to be written, once for each theme" }],
    });
  });
});
