import { describe, expect, it } from "vitest";
import { judgeSelectors } from "../../src/policy/css-selectors.ts";

const place = { scope: "[r]", env: { idPrefix: "kv" } };

/** The selectors as they are written, and whether some were left out. */
function show(text: string): string {
  const { text: written, partial } = judgeSelectors(text, place);
  return [written === "" ? "-" : written, ...(partial ? ["partial"] : [])].join(" | ");
}

const apart = ":not(:where(.kv-editor *,.kv-form-live *))";

/** What is asked of one element, and how elements are joined. */
const parts: ReadonlyArray<readonly [text: string, expected: string]> = [
  ["a", "[r] a"],
  ["*", "[r] *"],
  ["A-b", "[r] A-b"],
  ["s\\vg", "[r] svg"],
  ["\\73 vg", "[r] svg"],
  [".a.b#c", "[r] .a.b#kv-c"],
  ["a.b", "[r] a.b"],
  [".a\\:b", "[r] .a\\:b"],
  [".\\<a", "[r] .\\3c a"],
  [".\\26", "[r] .\\26 "],
  ["[a]", "[r] [a]"],
  ["[_a]", "[r] [_a]"],
  ["[a=b]", '[r] [a="b"]'],
  ['[a="b c"]', '[r] [a="b c"]'],
  [`[a='"<']`, '[r] [a="\\22 \\3c "]'],
  ["[A='b' I]", '[r] [A="b" i]'],
  ["[a=b S]", '[r] [a="b" s]'],
  ["[a~=b]", '[r] [a~="b"]'],
  ["[a^=b]", '[r] [a^="b"]'],
  ["[a*=b]", '[r] [a*="b"]'],
  ["[a=\\62 c]", '[r] [a="bc"]'],
  ["[id=b]", '[r] [id="kv-b"]'],
  ["[ID='b']", '[r] [ID="kv-b"]'],
  ['[id=""]', '[r] [id=""]'],
  ['[id^=""]', '[r] [id^=""]'],
  ["[id|=b]", '[r] [id|="kv-b"]'],
  ["[for~=b]", '[r] [for~="kv-b"]'],
  ["[name^=b]", '[r] [name^="kv-b"]'],
  ["[name$=b]", '[r] [name$="b"]'],
  ["[id*=b]", '[r] [id*="b"]'],
  ["[class=b]", '[r] [class="b"]'],
  ["::before", "[r] ::before"],
  ["a::BEFORE", "[r] a::before"],
  ["::\\62 efore", "[r] ::before"],
  [":before", "[r] :before"],
  [":FIRST-line", "[r] :first-line"],
  [":hover", "[r] :hover"],
  [":HOVER", "[r] :hover"],
  [":\\68over", "[r] :hover"],
  [":checked", `[r] :checked${apart}`],
  [":-webkit-autofill", `[r] :-webkit-autofill${apart}`],
  ["a,é,b", "[r] a,[r] b | partial"],
  ["svg", "[r] svg"],
  [":is(a)", "[r] :is(a)"],
  [":IS(a,.b,#c)", "[r] :is(a,.b,#kv-c)"],
  [":not(:hover)", "[r] :not(:hover)"],
  [":where(a)", "[r] :where(a)"],
  [":has(a)", "[r] :has(a)"],
  [":has(#a)", "[r] :has(#kv-a)"],
  [":HAS(a,b)", "[r] :has(a,b)"],
  [":has(a b)", "[r] :has(a b)"],
  [":has(> a)", "[r] :has(>a)"],
  [":has(+ a ~ b)", "[r] :has(+a~b)"],
  [":nth-child(2)", "[r] :nth-child(2)"],
  [":nth-child(+2)", "[r] :nth-child(2)"],
  [":nth-child(-2)", "[r] :nth-child(-2)"],
  [":nth-child(ODD)", "[r] :nth-child(odd)"],
  [":nth-child(even)", "[r] :nth-child(even)"],
  [":nth-child(n)", "[r] :nth-child(1n)"],
  [":nth-child(-n)", "[r] :nth-child(-1n)"],
  [":nth-child(2n+1)", "[r] :nth-child(2n+1)"],
  [":nth-child(2n - 1)", "[r] :nth-child(2n-1)"],
  [":nth-child(2n+0)", "[r] :nth-child(2n+0)"],
  [":nth-last-of-type(123456789n+123456789)", "[r] :nth-last-of-type(123456789n+123456789)"],
  [":lang(de)", "[r] :lang(de)"],
  [":lang(de, 'fr-FR')", "[r] :lang(de,fr-FR)"],
  [':LANG("de-AT")', "[r] :lang(de-AT)"],
  [":lang(\\64 e)", "[r] :lang(de)"],
  [":dir(ltr)", "[r] :dir(ltr)"],
  [":not(:checked)", `[r] :not(:checked${apart})`],
  [":is(a:hover,[id=b])", '[r] :is(a:hover,[id="kv-b"])'],
  ["a b", "[r] a b"],
  ["a > b", "[r] a>b"],
  ["a + b ~ c", "[r] a+b~c"],
];

const refused: readonly string[] = [
  "a_b",
  "1a",
  "-a",
  "é",
  "[A.b-c]",
  "[1a]",
  "[é]",
  "[a=b x]",
  "[a!=b]",
  "::before(a)",
  "::nothing",
  ":before(a)",
  ":marker",
  ":hover(a)",
  ":nothing",
  "a{",
  "a,,b",
  "",
  "*a",
  "a*",
  ".a*",
  ".a b*",
  "a[b]c",
  ":is()",
  ":is(a b)",
  ":is(> a)",
  ":is(a,é)",
  ":is(::before)",
  ":is(:before)",
  ":is(:is(:before))",
  ":is(:root)",
  ":has(::before)",
  ":has(:root)",
  ":has()",
  ":has(é)",
  ":nothing(a)",
  ":nth-child(a)",
  ":is",
  ":nth-child",
  ":nth-child()",
  ":nth-child(\\65ven)",
  ":nth-child(foo)",
  ":nth-child(2 of a)",
  ":nth-child(1234567890n)",
  ":nth-child(2n+1234567890)",
  ":nth-child(1234567890)",
  ":lang('')",
  ":lang('d e')",
  ":lang(é)",
  ":lang()",
  ":lang(,)",
  ":lang(de,'')",
  ":matches(a)",
  ":-webkit-any(a)",
  ":slotted(a)",
  "a >> b",
  "a || b",
  "a /deep/ b",
  "a >",
  "> a",
  "+ a",
  "~ a b",
];

describe("what selectors ask of an element", () => {
  it.each(parts)("%j is %s", (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  it.each(refused)("%j is left out", (text) => {
    expect(show(text)).toBe("- | partial");
  });

  it("hold six functions in one another, and no more", () => {
    const nest = (levels: number) => `${":is(".repeat(levels)}a${")".repeat(levels)}`;
    const nestHas = (levels: number) => `${":has(".repeat(levels)}a${")".repeat(levels)}`;
    expect(show(nest(6))).toBe(`[r] ${nest(6)}`);
    expect(show(nest(7))).toBe("- | partial");
    expect(show(nestHas(6))).toBe(`[r] ${nestHas(6)}`);
    expect(show(nestHas(7))).toBe("- | partial");
    expect(show(nest(5_000))).toBe("- | partial");
    expect(show(`:lang(${"d".repeat(40)})`)).toContain("d");
    expect(show(`:lang(${"d".repeat(41)})`)).toBe("- | partial");
  });

  it("are read up to a length", () => {
    expect(show(`${" ".repeat(8_191)}a`)).toBe("[r] a");
    expect(show(`${" ".repeat(8_192)}a`)).toBe("- | partial");
  });
});
