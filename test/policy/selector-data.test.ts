import { describe, expect, it } from "vitest";
import { parseSelectors, type SelectorData } from "../../src/policy/selector-data.ts";

const tag = (name: string): SelectorData => ({ steps: [{ tag: name }], specificity: 1 });
/** What follows `a`, and its weight. */
const pseudo = (test: object, weight: number): SelectorData => ({
  steps: [{ tag: "a", pseudos: [{ name: "", ...test }] }],
  specificity: 1 + weight,
});

const selectors: ReadonlyArray<readonly [text: string, data: readonly SelectorData[]]> = [
  ["a", [tag("a")]],
  ["A", [tag("a")]],
  ["\\41", [tag("a")]],
  ["before,.after", [tag("before"), { steps: [{ classes: ["after"] }], specificity: 100 }]],
  ["*", [{ steps: [{}], specificity: 0 }]],
  ["a,b", [tag("a"), tag("b")]],
  ["a:hover,b", [tag("b")]],
  [
    "A.b#C.D#e[F][g]",
    [
      {
        steps: [{ tag: "a", classes: ["b", "D"], ids: ["C", "e"], attributes: [{ name: "f" }, { name: "g" }] }],
        specificity: 20_401,
      },
    ],
  ],
  [".\\62  #\\63", [{ steps: [{ classes: ["b"] }, { combinator: " ", ids: ["c"] }], specificity: 10_100 }]],
  // How elements are joined.
  [
    "a b>c+d~e",
    [
      {
        steps: [
          { tag: "a" },
          { combinator: " ", tag: "b" },
          { combinator: ">", tag: "c" },
          { combinator: "+", tag: "d" },
          { combinator: "~", tag: "e" },
        ],
        specificity: 5,
      },
    ],
  ],
  ["* > *", [{ steps: [{}, { combinator: ">" }], specificity: 0 }]],
  ["* a", [{ steps: [{}, { combinator: " ", tag: "a" }], specificity: 1 }]],
  [
    "&.b &",
    [
      {
        steps: [
          { nesting: true, classes: ["b"] },
          { combinator: " ", nesting: true },
        ],
        specificity: 100,
      },
    ],
  ],
  // Attributes.
  ["[A=B]", [{ steps: [{ attributes: [{ name: "a", matcher: "=", value: "B" }] }], specificity: 100 }]],
  ["[\\61|='b c' I]", [{ steps: [{ attributes: [{ name: "a", matcher: "|=", value: "b c", loose: true }] }], specificity: 100 }]],
  ["[a$=\\62  i]", [{ steps: [{ attributes: [{ name: "a", matcher: "$=", value: "b", loose: true }] }], specificity: 100 }]],
  ["[a='b' s]", [{ steps: [{ attributes: [{ name: "a", matcher: "=", value: "b" }] }], specificity: 100 }]],
  // What stands before and behind the content.
  ["a::before", [{ steps: [{ tag: "a" }], specificity: 2, part: "before" }]],
  ["a:after", [{ steps: [{ tag: "a" }], specificity: 2, part: "after" }]],
  ["::after", [{ steps: [{}], specificity: 1, part: "after" }]],
  // Pseudo-classes of a page at rest.
  ...["first-child", "last-of-type", "empty", "checked", "any-link"].map(
    (name) => [`a:${name.toUpperCase()}`, [pseudo({ name }, 100)]] as const,
  ),
  ["a:\\65mpty", [pseudo({ name: "empty" }, 100)]],
  ["a:empty:checked", [{ steps: [{ tag: "a", pseudos: [{ name: "empty" }, { name: "checked" }] }], specificity: 201 }]],
  ...(
    [
      ["2", [0, 2]],
      ["odd", [2, 1]],
      ["ODD", [2, 1]],
      ["even", [2, 0]],
      ["n", [1, 0]],
      ["-n + 3", [-1, 3]],
      ["2n", [2, 0]],
      ["3n-1", [3, -1]],
      ["9007199254740991", [0, 9007199254740991]],
    ] as const
  ).map(([written, nth]) => [`a:NTH-child(${written})`, [pseudo({ name: "nth-child", nth }, 100)]] as const),
  // Lists of selectors weigh what the heaviest does.
  ["a:IS(b)", [pseudo({ name: "is", list: [tag("b")] }, 1)]],
  ["a:is(b,.c,d)", [pseudo({ name: "is", list: [tag("b"), { steps: [{ classes: ["c"] }], specificity: 100 }, tag("d")] }, 100)]],
  ["a:not(b)", [pseudo({ name: "not", list: [tag("b")] }, 1)]],
  ["a:where(#b)", [pseudo({ name: "where", list: [{ steps: [{ ids: ["b"] }], specificity: 10_000 }] }, 0)]],
  // What nothing can match is denied always.
  ["a:not(:hover)", [tag("a")]],
  ["a:is(b c,d::after,:hover,e)", [pseudo({ name: "is", list: [tag("e")] }, 1)]],
];

const none: readonly string[] = [
  "",
  "a{",
  "a,,b",
  "> a",
  "a >",
  "a >> b",
  "a || b",
  "a /deep/ b",
  ":hover",
  "a:hover b",
  "a:is",
  "a:is()",
  "a:is(b c)",
  "a:where(:hover)",
  "a:has(b)",
  "a:lang(en)",
  "a:empty(b)",
  "a:empty(2)",
  "a:nth-child",
  "a:nth-child()",
  "a:nth-child(b)",
  "a:nth-child(2 of b)",
  "a:nth-child(9007199254740992)",
  "a:nth-child(9007199254740992n+1)",
  "a::before b",
  "a::before:hover",
  "a::before::after",
  "a::marker",
  "a::part(x)",
];

describe("selectors as data", () => {
  it.each(selectors)("%s", (text, data) => {
    expect(parseSelectors(text)).toStrictEqual(data);
  });

  it.each(none)("%j is none, or matches nothing at rest", (text) => {
    expect(parseSelectors(text)).toEqual([]);
  });

  it("are read up to a length", () => {
    expect(parseSelectors(`${" ".repeat(8_191)}a`)).toEqual([tag("a")]);
    expect(parseSelectors(`${" ".repeat(8_192)}a`)).toEqual([]);
    expect(parseSelectors(`${":is(".repeat(2_000)}a${")".repeat(40)}`)).toEqual([]);
  });
});
