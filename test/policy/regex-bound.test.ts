import { describe, expect, it } from "vitest";
import { type Bound, type CharSet, plus, RegexJudge, times } from "../../src/policy/regex-bound.ts";
import { parseRegex } from "../../src/policy/regex-parse.ts";

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** `3n2` is three times the square of the length plus one. */
const printBound = ({ factor, degree }: Bound) => `${factor}${["", "n"][degree] ?? `n${degree}`}`;

/** Its ASCII characters, or how many they are; `…` with all the others. */
function printSet(set: CharSet): string {
  const found = ascii.filter((_, code) => (set & (1n << BigInt(code))) !== 0n);
  const rest = (set & (1n << 128n)) !== 0n ? "…" : "";
  return (found.length > 20 ? String(found.length) : found.join("")) + rest || "-";
}

function factsOf(source: string, flags = "") {
  const tree = parseRegex(source, flags.includes("u"));
  if (tree === undefined) throw new Error(source);
  return new RegexJudge(flags).judge(tree.root);
}

// Pattern; one path or many for each stretch of text; ways to match nothing; what it begins with, and goes on with; nodes; steps of
// giving up at once; those of its assertions; ways to match from one place; steps for all of them.
const table = String.raw`
  (?:)              one   1  -      -     0  1    0    1         1
  a                 one   0  a      -     1  1    0    1         1
  ab                one   0  a      -     2  1    0    1         4
  a|b               one   0  ab     -     3  3    0    2         3
  a|a               many  0  a      -     3  3    0    2         3
  a|ab              many  0  a      -     4  3    0    2         6
  ab|cd             one   0  ac     -     5  3    0    2         9
  |                 many  2  -      -     1  3    0    2         3
  a|                one   1  a      -     2  3    0    2         3
  |a|               many  2  a      -     2  4    0    3         4
  ^                 one   1  -      -     1  1    0    1         1
  \b$               one   1  -      -     2  3    0    1         3
  (?=a)             one   1  -      -     1  2    2    1         2
  (?=a*b)           one   1  -      -     1  4n   4n   1         4n
  (?<=ab*)          one   1  -      -     1  5n   5n   1         5n
  (?=(?=a)b)c       one   0  c      -     2  7    6    1         9
  (a)\1             many  0  a      128…  2  1    1n   1         3n
  a\1(b)            many  0  a      -     3  1    1n   1         6n
  a*                one   1  a      a     2  2    0    1n        2n
  a+                one   0  a      a     2  2    0    1n        2n
  a?                one   1  a      -     2  2    0    2         2
  a{3}              one   0  a      a     2  2    0    1         6
  a{0}              one   1  a      -     2  2    0    1         2
  a{2,5}            one   0  a      a     2  2    0    4         10
  a{2,}             one   0  a      a     2  2    0    1n        2n
  a*?               one   1  a      a     2  2    0    1n        2n
  a*b               one   0  ab     -     3  3    0    1         3n
  a*a               many  0  a      -     3  3    0    1n        4n
  ab*               one   0  a      b     3  1    0    1n        3n
  a?b?              one   1  ab     b     4  5    0    4         10
  a?a?              many  1  a      a     4  5    0    4         10
  a*b*c             one   0  abc    -     5  5    0    1         5n
  a*b*a             many  0  ab     -     5  5    0    1n        5n2
  a?b*              one   1  ab     b     4  5    0    1n        4n
  (?:a|b)c          one   0  ab     -     4  3    0    1         7
  (?:ab)*           one   1  a      a     3  2    0    1n        3n
  (?:ab*)*          one   1  a      ab    4  2    0    1n        4n
  (?:ab*)*b         many  0  ab     -     5  3    0    1n        6n
  (?:a*)*           many  3  a      a     3  9    0    Infinity  Infinity
  (?:a?){3}         many  5  a      a     3  15   0    32        224
  (?:a|a){3}        many  0  a      a     4  4    0    32        320
  (?:a|a)*          many  1  a      a     4  4    0    Infinity  Infinity
  (?:a|a){2,}       many  0  a      a     4  4    0    Infinity  Infinity
  (?:a*){2}         many  4  a      a     3  12   0    3n2       15n3
  (?:a*a){2}        many  0  a      a     4  4    0    3n2       27n3
  (?:a*){2,}        many  5  a      a     3  15   0    Infinity  Infinity
  (?:a|a){0,2}      many  1  a      a     4  4    0    12        84
  (?:ab?)?          one   1  a      b     4  2    0    4         24
  (?:a|b){0,1}      one   1  ab     -     4  4    0    4         16
  (?:a?)?           many  3  a      -     3  9    0    4         12
  (?:a?b?)?c        many  0  abc    -     6  21   0    8         104
  (?:a?|b)c         one   0  abc    -     5  5    0    1         9
  (?:aa?)*          many  1  a      a     4  2    0    Infinity  Infinity
  (?:aa?)?a         many  0  a      -     5  3    0    4         32
  (?:ab?){1}b       many  0  a      -     5  2    0    4         32
  (?:ba?)a          many  0  b      -     4  1    0    2         9
  (?:b|(?:ba?))a    many  0  b      -     6  3    0    3         13
  (?:a*b?)b         many  0  ab     -     5  6    0    1n        6n
  (?:a+)b*a         many  0  a      -     5  2    0    1n        5n2
  a+b?a             many  0  a      -     5  2    0    1n        8n
  (?:(?=a)|b)c      one   0  bc     -     4  5    2    1         8
  (?=a)*b           many  0  b      -     3  12   2    Infinity  Infinity
  (?:\ba)*b         one   0  ab     -     4  4    0    1         4n
  (?:a|\b)*         many  3  a      a     4  12   0    Infinity  Infinity
  (?:(?=a)b)+c      one   0  b      -     4  4    2    1         6n
  (?<=a+b+)c        one   0  c      -     2  6n2  5n2  1         8n2
  (?<=(?:ab)*)c     one   0  c      -     2  6n   5n   1         8n
  (?<=a|b)          one   1  -      -     1  4    4    1         4
  (?<=a*a)          one   1  -      -     1  4n   4n   1         4n
  (?<=ab)           one   1  -      -     1  4    4    1         4
  (?=a)b*           one   1  b      b     3  5    2    1n        4n
  (?:ab?|c)b        many  0  ac     -     6  3    0    3         13
  (?:a?|b?){2}      many  13  ab     ab    6  78   0    48        528
  (?=(?:a*)*)b      one   0  b      -     2  Infinity  Infinity  1         Infinityn
  (?!a*a*)b         one   0  b      -     2  6n2  5n2  1         8n2
`;

const split = (rows: string) =>
  rows
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/ {2,}/))
    .map(([source = "", ...expected]) => [source, expected] as const);

describe("what is known of a part of a pattern", () => {
  it.each(split(table))("/%s/: %j", (source, expected) => {
    const facts = factsOf(source);
    expect(facts.nullable).toBe(expected[1] !== "0");
    expect([
      facts.deterministic ? "one" : "many",
      String(facts.empties),
      printSet(facts.first),
      printSet(facts.extend),
      String(facts.size),
      printBound(facts.entry),
      printBound(facts.checks),
      printBound(facts.ways),
      printBound(facts.work),
    ]).toEqual(expected);
  });
});

describe("the characters that an atom matches", () => {
  const letters = 26;
  it.each([
    ["a", "", "a"],
    ["a", "i", "Aa"],
    ["a", "iu", "Aa…"],
    ["a", "u", "a"],
    ["\\d", "", "0123456789"],
    ["\\w", "", String(2 * letters + 11)],
    ["\\w", "iu", `${2 * letters + 11}…`],
    ["\\D", "", "118…"],
    ["\\s", "", "\t\n\v\f\r …"],
    [".", "", "126…"],
    [".", "s", "128…"],
    ["[a-c]", "", "abc"],
    ["[\\d-]", "", "-0123456789"],
    ["[\\s]", "", "\t\n\v\f\r …"],
    ["[^a]", "", "127…"],
    ["[]", "", "-"],
    ["[^]", "", "128…"],
    ["é", "", "…"],
    ["[aé]", "", "a…"],
    ["\\.", "", "."],
    ["\\u0041", "", "A…"],
    ["\\u{41}", "u", "A…"],
    ["\\p{Lu}", "u", "26…"],
    ["\\p{Lu}", "iu", "52…"],
    ["K", "iu", "Kk…"],
  ])("/%s/%s: %j", (source, flags, expected) => {
    expect(printSet(factsOf(source, flags).first)).toBe(expected);
  });
});

describe("bounds", () => {
  it("are added and multiplied", () => {
    expect(plus({ factor: 2, degree: 1 }, { factor: 3, degree: 2 })).toEqual({ factor: 5, degree: 2 });
    expect(times({ factor: 2, degree: 1 }, { factor: 3, degree: 2 })).toEqual({ factor: 6, degree: 3 });
  });
});
