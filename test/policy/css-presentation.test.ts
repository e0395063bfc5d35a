import { describe, expect, it } from "vitest";
import { judgePresentation } from "../../src/policy/css-presentation.ts";

const env = { idPrefix: "kv" };
const long = "a".repeat(200);

describe("a presentation attribute", () => {
  it.each([
    ["red", "red"],
    ["rgb(1 2 3)", "rgb(1 2 3)"],
    ["\0", "\uFFFD"],
    // References into the card, in whatever form, are written in one.
    ["url(#a)", "url(#kv-a)"],
    ["URL(#a)", "url(#kv-a)"],
    [" url( '#a' ) ", " url(#kv-a) "],
    ['url("#a")', "url(#kv-a)"],
    ["url(\t#a\n)", "url(#kv-a)"],
    ["url(#a)url(#b) red", "url(#kv-a)url(#kv-b) red"],
    ["f,url(#a)", "f,url(#kv-a)"],
    ["rgb(url(#a))", "rgb(url(#kv-a))"],
    ["url(#\u00e9)", "url(#kv-\u00e9)"],
    [`url(#${long})`, `url(#kv-${long})`],
  ])("%j is %j", (text, expected) => {
    expect(judgePresentation(text, env)).toBe(expected);
  });

  it.each([
    "url(x)",
    "url(#a) url(x)",
    "url(x)url(#a)",
    "url(#)",
    "url(#a b)",
    "url('#a\")",
    "url('#a)",
    "url(#a')",
    'url(#a"b)',
    "url(#a(b)",
    "url(#a\\b)",
    "url(#<)",
    "url(#>)",
    `url(#${long}a)`,
    "xurl(#a)",
    "9url(#a)",
    "_url(#a)",
    "-url(#a)",
    "\u0080url(#a)",
    "\uffffurl(#a)",
    "url (#a)",
  ])("%j is refused", (text) => {
    expect(judgePresentation(text, env)).toEqual({ refused: "only functions that load nothing are allowed" });
  });

  it("has no escapes, as a `style` attribute has none", () => {
    expect(judgePresentation("'\\a'", env)).toEqual({ refused: "the string is not closed, or holds what strings may not" });
  });

  it("is judged behind its references", () => {
    expect(judgePresentation("url(#a);b", env)).toEqual({ refused: "a character that values may not hold" });
    expect(judgePresentation("url(#a))", env)).toEqual({ refused: "brackets do not match" });
    // What a reference stood in front of must not become a function of its name.
    expect(judgePresentation("url(#a)(1)", env)).toEqual({ refused: "only functions that load nothing are allowed" });
  });
});
