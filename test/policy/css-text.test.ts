import { describe, expect, it } from "vitest";
import { escapeMarkup, stripComments, toCssString } from "../../src/policy/css-text.ts";

describe("comments", () => {
  it.each([
    ["a", "a"],
    ["a/*b*/c/*d*/e", "a c e"],
    ["/**/", " "],
    ["/*a", " "],
    ["/*/a*/b", " b"],
    ["/*\n*/a", " a"],
    ["a*/b", "a*/b"],
    // Not in strings.
    ["'/*'a/*b*/", "'/*'a "],
    ['"/*"a/*b*/', '"/*"a '],
    ["'/*\\'*/'/*b*/", "'/*\\'*/' "],
    ['"/*\\"*/"/*b*/', '"/*\\"*/" '],
    ["'/*\"*/'/*b*/", "'/*\"*/' "],
    ["''/*b*/\"\"/*c*/", "'' \"\" "],
    ["'/*b*/", "'/*b*/"],
    ['"/*b*/', '"/*b*/'],
    // A string that is not closed ends with its line, unless the end of the line is escaped.
    ...["\n", "\r", "\f"].flatMap((end) => [
      [`'a${end}/*b*/`, `'a${end} `],
      [`"a${end}/*b*/`, `"a${end} `],
      [`'a\\${end}/*b*/'`, `'a\\${end}/*b*/'`],
      [`"a\\${end}/*b*/"`, `"a\\${end}/*b*/"`],
    ]),
  ])("%j is %j without", (text, expected) => {
    expect(stripComments(text)).toBe(expected);
  });
});

describe("markup", () => {
  it.each([
    ["a>b", "a>b"],
    ["<", "\\3c "],
    ["&", "\\26 "],
    ["a<b&c", "a\\3c b\\26 c"],
    // What is escaped already is not escaped twice.
    ["\\<\\&", "\\3c \\26 "],
    ["\\\\<", "\\\\\\3c "],
    ["\\a<", "\\a\\3c "],
    ["\\3c/<", "\\3c/\\3c "],
    ["\\\n&", "\\\n\\26 "],
  ])("%j is written %j", (text, expected) => {
    expect(escapeMarkup(text)).toBe(expected);
  });

  it.each([
    ["", '""'],
    ["a'\u00e9", '"a\'\u00e9"'],
    ['"\\<&', '"\\22 \\5c \\3c \\26 "'],
    ["\0\n\x1f\x20\x7e\x7f\x80", '"\\0 \\a \\1f \x20\x7e\\7f \x80"'],
  ])("%j is the string %s", (text, expected) => {
    expect(toCssString(text)).toBe(expected);
  });
});
