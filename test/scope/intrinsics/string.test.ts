import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call } from "../../../src/runtime/call.ts";
import { createTestRealm } from "../../support/realm.ts";
import { compareMethod, compareStatic, cross, invoke, type Make } from "./compare.ts";

const texts = [
  "",
  "a",
  "hello world",
  "  padded\t\n",
  "ÀÉîõü ß ǆ",
  "👍🏽 smile 😀",
  "a,b,,c",
  "x\u2028y\uFEFF",
  "aaaa",
  "\uD800lone",
  "Aa Bb-Cc_dd.EE",
].map((text) => () => text);
const indices: readonly (() => readonly unknown[])[] = [
  () => [],
  () => [0],
  () => [1],
  () => [-1],
  () => [3],
  () => [100],
  () => [-100],
  () => [1.7],
  () => ["2"],
  () => [Number.NaN],
  () => [Number.POSITIVE_INFINITY],
  () => [null],
  () => [undefined],
];
const ranges: readonly (() => readonly unknown[])[] = [
  ...indices,
  () => [1, 3],
  () => [3, 1],
  () => [-3, -1],
  () => [0, Number.POSITIVE_INFINITY],
  () => [-100, 2],
  () => ["1", "4"],
  () => [2, undefined],
  () => [2, Number.NaN],
];
const wanted: readonly (() => readonly unknown[])[] = [
  () => [],
  () => [""],
  () => ["a"],
  () => ["lo"],
  () => ["a", 1],
  () => ["a", -5],
  () => ["", 100],
  () => ["o", 7],
  () => [undefined],
  () => [null],
  () => [1],
  () => ["a", Number.POSITIVE_INFINITY],
];
const pads: readonly (() => readonly unknown[])[] = [
  () => [],
  () => [3],
  () => [20],
  () => [20, "-"],
  () => [20, "ab"],
  () => [20, ""],
  () => [-1],
  () => ["8", 0],
  () => [8, undefined],
];

const families: Readonly<Record<string, readonly (() => readonly unknown[])[]>> = {
  at: indices,
  charAt: indices,
  charCodeAt: indices,
  codePointAt: indices,
  concat: [() => [], () => ["x"], () => ["x", 1, null, undefined, true], () => [["a", ["b"]]]],
  endsWith: wanted,
  includes: wanted,
  indexOf: wanted,
  isWellFormed: [() => []],
  lastIndexOf: wanted,
  normalize: [() => [], () => ["NFD"], () => ["NFKC"], () => ["NFKD"], () => ["nope"]],
  padEnd: pads,
  padStart: pads,
  repeat: [() => [0], () => [3], () => [1.9], () => [-1], () => [Number.POSITIVE_INFINITY], () => [], () => ["2"]],
  slice: ranges,
  startsWith: wanted,
  substr: ranges,
  substring: ranges,
  toLocaleLowerCase: [() => [], () => ["tr"], () => ["not a locale"]],
  toLocaleUpperCase: [() => [], () => ["tr"], () => ["de"]],
  toLowerCase: [() => []],
  toString: [() => []],
  toUpperCase: [() => []],
  toWellFormed: [() => []],
  trim: [() => []],
  trimEnd: [() => []],
  trimLeft: [() => []],
  trimRight: [() => []],
  trimStart: [() => []],
  valueOf: [() => []],
};

const patterns: Readonly<Record<string, readonly Make[]>> = {
  match: [
    () => ["a1b22", /\d+/],
    () => ["a1b22", /\d+/g],
    () => ["a1b22", /(?<letter>[a-z])(?<digit>\d)/],
    () => ["a1b22", /x/],
    () => ["a1b22", /x/g],
    () => ["a.c abc", "a.c"],
    () => ["abc", undefined],
    () => ["", /(?:)/g],
    () => ["😀a😀", /./gu],
    () => ["😀a😀", /./g],
    () => ["ab", /(x)?b/],
    () => ["a1b2", /\d/y],
    () => ["aXbX", /x/gi],
    () => ["2024-05-06", /(\d+)-(\d+)-(\d+)/d],
  ],
  matchAll: [
    () => ["a1b22c", /[a-z](\d+)/g],
    () => ["aaa", /(?:)/g],
    () => ["a", /a/],
    () => ["a.b.c", "."],
    () => ["k1=v1;k2=v2", /(?<k>\w+)=(?<v>\w+)/g],
  ],
  search: [() => ["hello", /l/], () => ["hello", /z/], () => ["hello", "l+"], () => ["hello", undefined], () => ["hello", /l/g]],
  replace: [
    () => ["hello", "l", "L"],
    () => ["hello", "l", "[$&|$`|$'|$$|$1]"],
    () => ["hello", "", "-"],
    () => ["hello", "z", "-"],
    () => ["hello", /l/, "L"],
    () => ["hello", /l/g, "L"],
    () => ["a-b-c", /(\w)-(\w)/, "$2-$1"],
    () => ["a-b-c", /(\w)-(\w)/g, "$2$3$0$01$10"],
    () => ["2024-05-06", /(?<y>\d+)-(?<m>\d+)/, "$<m>/$<y>$<none>"],
    () => ["2024-05-06", /(\d+)-(\d+)/, "$<m>/$<y>"],
    () => ["hello", /l/g, (found: string, index: number, whole: string) => `[${found}${index}${whole.length}]`],
    () => ["2024", /(?<d>\d)/g, (...args: unknown[]) => JSON.stringify(args)],
    () => ["hello", "l", (found: string, index: number) => `${found}${index}`],
    () => ["hello", /(z)?l/g, "<$1>"],
    () => ["abc", /(?:)/g, "-"],
    () => ["😀😀", /(?:)/gu, "-"],
    () => ["hello", "l", undefined],
    () => ["hello", undefined, "x"],
    () => ["aaa", /a/y, "b"],
    () => ["aaa", /a/gy, "b"],
    () => ["x", "x", "$"],
    () => ["x", /x/, "$<"],
    () => ["12345678", /\B(?=(\d{3})+(?!\d))/g, ","],
    () => ["  trim me  ", /^\s+|\s+$/g, ""],
    () => ["camelCaseString", /([a-z])([A-Z])/g, "$1 $2"],
    () => ["<b>x</b>", /<[^>]*>/g, ""],
  ],
  replaceAll: [
    () => ["hello", "l", "L"],
    () => ["hello", "", "-"],
    () => ["hello", "l", "$&$&"],
    () => ["hello", /l/g, "L"],
    () => ["hello", /l/, "L"],
    () => ["aaa", "aa", "b"],
    () => ["hello", "l", (found: string, index: number) => `${found}${index}`],
  ],
  split: [
    () => ["a,b,c", ","],
    () => ["a,b,c", ",", 2],
    () => ["a,b,c", ",", 0],
    () => ["a,b,c", ",", -1],
    () => ["abc", ""],
    () => ["abc", "", 2],
    () => ["", ""],
    () => ["", ","],
    () => ["abc"],
    () => ["abc", undefined, 0],
    () => ["a1b2c", /\d/],
    () => ["a1b2c", /(\d)/],
    () => ["a1b2c", /(\d)/, 3],
    () => ["abc", /(?:)/],
    () => ["abc", /(?:)/u],
    () => ["", /x/],
    () => ["", /(?:)/],
    () => [" a  b ", /\s+/],
    () => ["aXbxc", /x/i],
    () => ["abab", /(?=b)/],
    () => ["abc", /b/y],
    () => ["A<B>bold</B>and<CODE>coded</CODE>", /<(\/)?([^<>]+)>/],
    () => ["anullb", null],
    () => ["a1b", 1],
    () => ["a,b", ",", 2 ** 32 + 1],
  ],
};

describe("String.prototype", () => {
  it.each(Object.entries(families))("%s does what the host's does", (name, lists) => {
    for (const make of cross(texts, lists)) compareMethod(name, make);
  });

  it.each(Object.entries(patterns))("%s does what the host's does", (name, cases) => {
    for (const make of cases) compareMethod(name, make);
  });

  it("localeCompare orders by the realm's locale", () => {
    const pairs = ["a", "B", "ä", "z", "résumé", "resume", "10", "9", ""].flatMap((left) =>
      ["a", "Z", "ä", "resume", "2"].map((right) => [left, right] as const),
    );
    for (const locale of ["en-US", "sv-SE", "de-DE"]) {
      const realm = createTestRealm({ locale });
      for (const [left, right] of pairs) expect(invoke(realm, left, "localeCompare", right)).toBe(left.localeCompare(right, locale));
    }
    const realm = createTestRealm();
    const numeric = invoke(
      realm,
      "item 10",
      "localeCompare",
      "item 9",
      undefined,
      Object.assign(call(realm, realm.globals.get("Object"), undefined, []) as object, { numeric: true }),
    );
    expect(numeric).toBe(1);
  });

  it("works on any receiver but null and undefined", () => {
    const realm = createTestRealm();
    const trim = realm.methods.string.get("trim");
    expect(call(realm, trim, 12, [])).toBe("12");
    expect(() => call(realm, trim, null, [])).toThrow();
  });

  it("slices and searches like the host, for any texts", () => {
    const realm = createTestRealm({ limits: { fuel: 1e9 } });
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ maxLength: 3 }),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -20, max: 20 }),
        (text, part, from, to) => {
          expect(invoke(realm, text, "slice", from, to)).toBe(text.slice(from, to));
          expect(invoke(realm, text, "substr", from, to)).toBe(text.substr(from, to));
          expect(invoke(realm, text, "lastIndexOf", part, from)).toBe(text.lastIndexOf(part, from));
          expect(invoke(realm, text, "split", part)).toEqual(text.split(part));
          expect(invoke(realm, text, "replaceAll", part, "<$&$'>")).toBe(text.replaceAll(part, "<$&$'>"));
        },
      ),
    );
  });
});

describe("String", () => {
  const cases: readonly (readonly [string, Make])[] = [
    ["String", () => []],
    ["String", () => [1.5]],
    ["String", () => [null]],
    ["String", () => [undefined]],
    ["String", () => [[1, [2, 3]]]],
    ["String", () => [{ a: 1 }]],
    ["String", () => [{ toString: () => "own" }]],
    ["String.fromCharCode", () => [72, 105, 8364, 65_536 + 65]],
    ["String.fromCodePoint", () => [128_512, 65]],
    ["String.fromCodePoint", () => [-1]],
    ["String.fromCodePoint", () => [1.5]],
    ["String.raw", () => [{ raw: ["a", "b", "c"] }, 1, 2, 3]],
    ["String.raw", () => [{ raw: "xyz" }, "-", "+"]],
    ["String.raw", () => [{ raw: [] }, 1]],
  ];
  it("does what the host's does", () => {
    for (const [path, make] of cases) compareStatic(path, make);
  });
});
