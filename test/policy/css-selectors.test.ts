import { describe, expect, it } from "vitest";
import { judgeSelectors } from "../../src/policy/css-selectors.ts";

const place = { scope: "[r]", env: { idPrefix: "kv" } };
const inRule = { ...place, nestedInRoot: false };
const inRootRule = { ...place, nestedInRoot: true };

/** Writes what is judged so that one sees it: selectors, whether they are the root, whether some were left out. */
function show(text: string, where: typeof place): string {
  const { text: written, selectsRoot, partial } = judgeSelectors(text, where);
  return [written === "" ? "-" : written, ...(selectsRoot ? ["root"] : []), ...(partial ? ["partial"] : [])].join(" | ");
}

/** What names the root of the page is the root of the card. */
const roots: ReadonlyArray<readonly [text: string, expected: string]> = [
  [":root", "[r] | root"],
  [":ROOT", "[r] | root"],
  [":host", "[r] | root"],
  [":scope", "[r] | root"],
  ["html", "[r] | root"],
  ["HTML", "[r] | root"],
  ["h\\74ml", "[r] | root"],
  ["body", "[r] | root"],
  ["html body", "[r] | root"],
  ["html>body", "[r] | root"],
  [":root.x#y", "[r].x#kv-y | root"],
  [":root.first-child", "[r].first-child | root"],
  [":root:hover", "[r]:hover | root"],
  ["body a", "[r] a"],
  ["body>a", "[r]>a"],
  ["html body a + b", "[r] a+b"],
  [":root[lang=en]", '[r][lang="en"] | root'],
  [":root[\\64ir]", "[r][dir] | root"],
  [":root:not([lang])", "[r]:not([lang]) | root"],
  [":root:has(a)", "[r]:has(a) | root"],
  [":root:has(> a)", "[r]:has(>a) | root"],
  [":root:has([x]:first-child)", "[r]:has([x]:first-child) | root"],
  [":root:has(a:has(+ b))", "[r]:has(a:has(+b)) | root"],
  ["a:has(+ b)", "[r] a:has(+b)"],
  ["a[x]:first-child", "[r] a[x]:first-child"],
  ["a,:root", "[r] a,[r] | root"],
];

const refused: readonly string[] = [
  "html+body",
  "html ~ body",
  "div:root",
  "::root",
  "::host",
  ":rootx",
  ":root(a)",
  ":host(a)",
  "body + a",
  "body ~ a",
  "a body",
  "body a body",
  ":root[x]",
  ":root:first-child",
  ":root:nth-child(2)",
  ":root:only-of-type",
  ":root:is(:first-child)",
  ":root:not(.a[x])",
  ":root:is(:not(:last-child))",
  ":root:has(+ a)",
  ":root:has(~ a)",
  ":root:is(a:has(+ b))",
  ":root:is(:has(~ b))",
  ":is(body)",
  "&",
];

/** In a rule, and in one that may be the root's: there, nothing reaches its siblings, nor asks what the host made of it. */
const nested: ReadonlyArray<readonly [text: string, inRule: string, inRootRule: string]> = [
  ["&", "&", "& | root"],
  ["&.a", "&.a", "&.a | root"],
  ["&#a", ":is(&)#kv-a", ":is(&)#kv-a | root"],
  ["a&", "- | partial", "- | partial"],
  ["&a", "- | partial", "- | partial"],
  [".a&", "&.a", "&.a | root"],
  ["&&", "&", "& | root"],
  ["&:root", "- | partial", "- | partial"],
  ["a", "& a", "& a"],
  [".a .b", "& .a .b", "& .a .b"],
  ["> a", "&>a", "&>a"],
  ["+ a", "&+a", "- | partial"],
  ["~ a", "&~a", "- | partial"],
  ["> a + b", "&>a+b", "&>a+b"],
  ["& a", "& a", "& a"],
  ["& > a", "&>a", "&>a"],
  ["& + a", "&+a", "- | partial"],
  ["& ~ a", "&~a", "- | partial"],
  ["& a + b", "& a+b", "& a+b"],
  ["&:hover + a", "&:hover+a", "- | partial"],
  ["& &", "& &", "& & | root"],
  ["& + &", "&+&", "- | partial"],
  ["a &", "[r] a &", "[r] a & | root"],
  ["a > &", "[r] a>&", "[r] a>& | root"],
  ["a + &", "[r] a+&", "[r] a+& | root"],
  ["a &.b", "[r] a &.b", "[r] a &.b | root"],
  [".a & + .b", "[r] .a &+.b", "- | partial"],
  ["> > a", "- | partial", "- | partial"],
  ["&:root a &", "- | partial", "- | partial"],
  ["> &", "- | partial", "- | partial"],
  ["+ &", "- | partial", "- | partial"],
  ["+ a &", "&+a &", "- | partial"],
  [":is(&)", "- | partial", "- | partial"],
  [":not(&)", "- | partial", "- | partial"],
  ["body &", "[r] &", "[r] & | root"],
  ["body.x &.y", "[r].x &.y", "[r].x &.y | root"],
  ["html > body > &", "[r]>&", "[r]>& | root"],
  ["html + &", "- | partial", "- | partial"],
  ["body + a &", "- | partial", "- | partial"],
  ["html body", "- | partial", "- | partial"],
  ["body", "- | partial", "- | partial"],
  ["body a", "- | partial", "- | partial"],
  ["body a &", "[r] a &", "[r] a & | root"],
  ["& body", "- | partial", "- | partial"],
  ["a,&,body", "& a,& | partial", "& a,& | root | partial"],
  ["&::before", "&::before", "&::before | root"],
  ["&[x]", "&[x]", "- | partial"],
  ["&[lang]", "&[lang]", "&[lang] | root"],
  ["&:first-child", "&:first-child", "- | partial"],
  ["&:is(:first-child)", "&:is(:first-child)", "- | partial"],
  ["&:not([x])", "&:not([x])", "- | partial"],
  ["&:has(+ a)", "&:has(+a)", "- | partial"],
  ["&:has(a)", "&:has(a)", "&:has(a) | root"],
];

describe("selectors", () => {
  it.each(roots)("%j is %s", (text, expected) => {
    expect(show(text, place)).toBe(expected);
  });

  it.each(refused)("%j is left out", (text) => {
    expect(show(text, place)).toBe("- | partial");
  });

  it.each(nested)("%j in a rule is %s, in one of the root %s", (text, expected, expectedInRoot) => {
    expect([show(text, inRule), show(text, inRootRule)]).toEqual([expected, expectedInRoot]);
  });
});
