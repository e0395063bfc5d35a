import { describe, expect, it } from "vitest";
import { parseRegex, type RegexNode } from "../../src/policy/regex-parse.ts";

/** A tree in one line: `[a b]` a sequence, `(a|b)` a choice, `1:a` a group, `a{0,2}` a repeat with the groups that it resets behind `/`. */
function print(node: RegexNode): string {
  switch (node.kind) {
    case "atom":
      return node.source;
    case "sequence":
      return `[${node.items.map(print).join(" ")}]`;
    case "choice":
      return `(${node.branches.map(print).join("|")})`;
    case "group":
      return `${node.index}:${print(node.body)}`;
    case "repeat": {
      const [from, to] = node.groups;
      return `${print(node.body)}{${node.min},${node.max}}${node.greedy ? "" : "?"}${from > to ? "" : `/${from}-${to}`}`;
    }
    case "look":
      return `${node.ahead ? "ahead" : "behind"}${node.negative ? "!" : "="}${print(node.body)}`;
    case "anchor":
      return `<${node.at}>`;
    case "back":
      return `=${node.group}`;
  }
}

function parse(source: string, unicode = false): string | undefined {
  // What the host does not take is never parsed.
  new RegExp(source, unicode ? "u" : "");
  const tree = parseRegex(source, unicode);
  return tree && print(tree.root);
}

describe("the tree of a pattern", () => {
  it.each([
    ["", "[]"],
    ["a", "a"],
    ["ab", "[a b]"],
    ["a|b|", "(a|b|[])"],
    ["|", "([]|[])"],
    ["a|bc", "(a|[b c])"],
    [".", "."],
    ["]", "]"],
    ["{", "{"],
    ["a{,2}", "[a { , 2 }]"],
    ["x{a", "[x { a]"],
    // Repeats.
    ["a*", "a{0,Infinity}"],
    ["a+", "a{1,Infinity}"],
    ["a?", "a{0,1}"],
    ["a*?", "a{0,Infinity}?"],
    ["a+?b", "[a{1,Infinity}? b]"],
    ["a??", "a{0,1}?"],
    ["a{3}", "a{3,3}"],
    ["a{3}?", "a{3,3}?"],
    ["a{0}", "a{0,0}"],
    ["a{2,}", "a{2,Infinity}"],
    ["a{12,34}b", "[a{12,34} b]"],
    ["a{2,5}?", "a{2,5}?"],
    ["ab*", "[a b{0,Infinity}]"],
    ["(?:ab)*", "[a b]{0,Infinity}"],
    ["(?:a|b)c", "[(a|b) c]"],
    ["(a)(b(c))*(d)", "[1:a 2:[b 3:c]{0,Infinity}/2-3 4:d]"],
    ["(a)?", "1:a{0,1}/1-1"],
    ["(a)b*", "[1:a b{0,Infinity}]"],
    ["(?=(a))*", "ahead=1:a{0,Infinity}/1-1"],
    // Anchors.
    ["^a$", "[<start> a <end>]"],
    ["\\ba\\B", "[<boundary> a <inside>]"],
    // Groups.
    ["()", "1:[]"],
    ["((a)|b)", "1:(2:a|b)"],
    ["(?<n>a)(?<m>b)", "[1:a 2:b]"],
    ["(?<n>a)b>", "[1:a b >]"],
    ["(a)(?<n>b)(c)", "[1:a 2:b 3:c]"],
    ["(?=a)(?!b)(?<=c)(?<!d)", "[ahead=a ahead!b behind=c behind!d]"],
    ["(?<=(a)|b)", "behind=(1:a|b)"],
    ["(?!=)", "ahead!="],
    ["(?==)", "ahead=="],
    ["(?<==)", "behind=="],
    ["(?:)", "[]"],
    // Classes.
    ["[a-z]b", "[[a-z] b]"],
    ["[\\]]a", "[[\\]] a]"],
    ["[\\\\]a", "[[\\\\] a]"],
    ["[(]a", "[[(] a]"],
    ["[()](a)", "[[()] 1:a]"],
    ["[^]]", "[[^] ]]"],
    ["[(\\](](a)\\1", "[[(\\](] 1:a =1]"],
    ["[[]a", "[[[] a]"],
    // Escapes.
    ["\\d\\.\\/", "[\\d \\. \\/]"],
    ["\\\\(a)", "[\\\\ 1:a]"],
    ["\\((a)\\1", "[\\( 1:a =1]"],
    ["\\x41B", "[\\x41 B]"],
    ["\\x4", "[\\x 4]"],
    ["\\u0041B", "[\\u0041 B]"],
    ["\\u{41}", "\\u{41,41}"],
    ["\\u004", "[\\u 0 0 4]"],
    ["\\cAa", "[\\cA a]"],
    ["\\c1", "[\\\\ c 1]"],
    ["\\0a", "[\\0 a]"],
    ["\\377a", "[\\377 a]"],
    ["\\400", "[\\40 0]"],
    ["\\18", "[\\1 8]"],
    ["\\8", "\\8"],
    ["\\k", "\\k"],
    ["\\k<n>", "[\\k < n >]"],
    ["\\p{L}", "[\\p { L }]"],
    ["\ud83d\ude00", "[\ud83d \ude00]"],
    // Back-references count all groups, those that come later too.
    ["(a)\\1", "[1:a =1]"],
    ["\\1(a)", "[=1 1:a]"],
    ["(a)\\2", "[1:a \\2]"],
    ["(a)\\12", "[1:a \\12]"],
    ["(a)\\\u00a01", "[1:a \\\u00a0 1]"],
    ["(a)\\100000000000", "[1:a \\100 0 0 0 0 0 0 0 0 0]"],
    [`${"()".repeat(12)}\\12`, `[${Array.from({ length: 12 }, (_, at) => `${at + 1}:[]`).join(" ")} =12]`],
    [`${"()".repeat(9)}\\9`, `[${Array.from({ length: 9 }, (_, at) => `${at + 1}:[]`).join(" ")} =9]`],
    ["(a)\\1b", "[1:a =1 b]"],
    ["(?<n>a)\\k<n>b", "[1:a =1 b]"],
    ["\\k<n>(b)(?<n>a)", "[=2 1:b 2:a]"],
    ["(?:a)\\1", "[a \\1]"],
    ["(?=a)\\1", "[ahead=a \\1]"],
    ["(?<=a)(?<!a)\\1(?<n>)", "[behind=a behind!a =1 1:[]]"],
  ])("/%s/", (source, expected) => {
    expect(parse(source)).toBe(expected);
  });

  it.each([
    ["\\u{41}", "\\u{41}"],
    ["\\u{1F600}a", "[\\u{1F600} a]"],
    ["\\ud83d\\ude00a", "[\\ud83d\\ude00 a]"],
    ["\\uD83D\\u0041", "[\\uD83D \\u0041]"],
    ["\\ud83d\\udbff", "[\\ud83d \\udbff]"],
    ["\\u0041a", "[\\u0041 a]"],
    ["\\p{Lu}a", "[\\p{Lu} a]"],
    ["\\P{L}\\p{ASCII}", "[\\P{L} \\p{ASCII}]"],
    ["\\d\\x41\\cA\\0", "[\\d \\x41 \\cA \\0]"],
    ["\u{1F600}a", "[\u{1F600} a]"],
    ["\uffffa", "[\uffff a]"],
    ["[\u{1F600}]", "[\u{1F600}]"],
    ["(?<n>a)\\k<n>", "[1:a =1]"],
  ])("/%s/u", (source, expected) => {
    expect(parse(source, true)).toBe(expected);
  });

  it("knows its groups and their names", () => {
    expect(parseRegex("(a)(?<n>b)(?:c)(?=d)(?<=e)(?<!f)\\((?<m>[(]))", false)).toBeUndefined();
    expect(parseRegex("(a)(?<n>b)(?:c)(?=d)(?<=e)(?<!f)\\((?<m>[(])", false)).toMatchObject({
      groups: 3,
      names: new Map([
        ["n", 2],
        ["m", 3],
      ]),
    });
  });
});

describe("what is not read", () => {
  it.each([
    // Newer than the parser, or guesses.
    "(?<n>a)|(?<n>b)",
    "(?<\\u0061>b)",
    "(?i:a)",
    "(?-i:a)",
    "(?>a)",
    "(?P<n>a)",
    "(?",
    "(?<n>a)\\k<m>",
    // No patterns at all: nothing is made up for them.
    "(",
    "(a",
    "((a)",
    "a)",
    ")",
    "(a|",
    "\\",
    "a\\",
    "(?=a",
    "(?<n>a",
    "(a(?i:b))",
    "(?i:b)c",
    "a|(?i:b)",
    "a|(b",
  ])("%s", (source) => {
    expect(parseRegex(source, false)).toBeUndefined();
  });

  it.each(["[a", "[a\\", "[a\\]"])("of %s the class goes to the end", (source) => {
    expect(parseRegex(source, false)?.root).toEqual({ kind: "atom", source });
  });
});
