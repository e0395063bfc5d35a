import { type CaseTable, using } from "../case.ts";

/** One of every kind that can cross into the closed universe. */
const everything: readonly unknown[] = [
  undefined, null, true, false, 0, -0, 1, -1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "", "a", "12", " 3 ", "0b101", "0x1f", "-0x1f", "1e3",
  [], [1, 2], ["3"], [[4]], {}, { a: 1 }, { length: 0 }, { length: 2, 0: "x" }, { message: "m", name: "n" }, () => 1, new Date(86_400_000),
  /ab+c/gi, new Map([["a", 1]]), new Map(), new Set([1]), new Set(), new Error("bad"), new TypeError("worse"),
];
const alone = everything.map((value) => [value]);
const numbers: readonly (readonly unknown[])[] = [[1, 2], [2, 1], [1, 1], ["abc", "abd"], ["10", 9], [undefined, 1], [null, 1], [Number.NaN, Number.NaN], [{}, 1], [[2], 1], ["b", "a"], [true, false]];
const same = (result: unknown, args: readonly unknown[]) => [result, result === args[0]];

/** Pairs to compare, equal and not. */
const pairs: readonly (readonly unknown[])[] = [
  [1, 1], [1, "1"], [Number.NaN, Number.NaN], [0, -0], [null, undefined], [undefined, undefined], ["a", "a"],
  [[1, 2], [1, 2]], [[1, 2], [2, 1]], [[1], [1, 2]], [[], {}], [[undefined], [null]],
  [{ a: 1 }, { a: 1 }], [{ a: 1 }, { a: 1, b: undefined }], [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2 }] } }], [{ a: { b: 1 } }, { a: { b: 2 } }],
  [{ a: undefined }, { b: undefined }], [{ b: 1, a: 2 }, { a: 2, b: 1 }], [{}, null], [{ a: 1 }, [1]],
  [new Date(5), new Date(5)], [new Date(5), new Date(6)], [new Date(Number.NaN), new Date(Number.NaN)], [new Date(5), 5],
  [/a/g, /a/g], [/a/g, /a/i], [/a/, "/a/"],
  [new Map([["a", { n: 1 }]]), new Map([["a", { n: 1 }]])], [new Map([["a", 1]]), new Map([["a", 2]])], [new Map([["a", 1], ["b", 2]]), new Map([["b", 2], ["a", 1]])],
  [new Set([1, 2]), new Set([2, 1])], [new Set([{ a: 1 }]), new Set([{ a: 1 }])], [new Set([1]), new Set([1, 2])], [new Set([1]), new Map([[1, 1]])],
  [new Error("a"), new Error("a")], [new Error("a"), new Error("b")], [new Error("a"), new TypeError("a")], [new Error("a"), { message: "a", name: "Error" }],
];
const matches: readonly (readonly unknown[])[] = [
  [{ a: 1, b: 2 }, { b: 2 }], [{ a: 1 }, { a: 2 }], [{ a: 1 }, {}], [null, {}], [null, { a: 1 }], [{ a: [1, 2, 3] }, { a: [3, 1] }], [{ a: [1, 2] }, { a: [] }],
  [{ a: { b: 1, c: 2 } }, { a: { c: 2 } }], [{ a: 1 }, { a: undefined }], [{ a: undefined }, { a: undefined }], ["abc", { length: 3 }], ["abc", { 0: "a" }],
  [[1, 2, 3], [1]], [[{ a: 1, b: 2 }], [{ b: 2 }]], [{ a: [{ x: 1 }, { x: 1, y: 2 }] }, { a: [{ x: 1 }, { y: 2 }] }], [{ a: Number.NaN }, { a: Number.NaN }],
  [{ d: new Date(5) }, { d: new Date(5) }], [{ s: new Set([1, 2]) }, { s: new Set([2]) }], [{ a: [1, 1] }, { a: [1, 1, 1] }], [5, 5], [5, {}], [{ a: 0 }, { a: -0 }],
];
const caseless = (a: unknown, b: unknown) => (typeof a === "string" && typeof b === "string" ? a.toLowerCase() === b.toLowerCase() : undefined);

/** Calls for tests, conversions, copies and comparisons. */
export const langCases: CaseTable = {
  ...Object.fromEntries(
    [
      "isArguments", "isArray", "isArrayLike", "isArrayLikeObject", "isBoolean", "isDate", "isElement", "isEmpty", "isError", "isFinite", "isFunction",
      "isInteger", "isLength", "isMap", "isNaN", "isNil", "isNull", "isNumber", "isObjectLike", "isPlainObject", "isRegExp", "isSafeInteger", "isSet",
      "isString", "isSymbol", "isUndefined", "isObject",
    ].map((name) => [name, alone]),
  ),
  toNumber: alone.filter(([value]) => typeof value !== "function" && !(value instanceof RegExp)),
  toInteger: alone.filter(([value]) => typeof value !== "function"),
  toFinite: alone.filter(([value]) => typeof value !== "function"),
  toLength: alone.filter(([value]) => typeof value !== "function"),
  toSafeInteger: alone.filter(([value]) => typeof value !== "function"),
  toString: [[undefined], [null], [-0], [[1, [2, null, undefined, -0]]], [1.5], ["a"], [true], [{}], [[]], [{ toString: () => "own" }]],
  toArray: [...alone.filter(([value]) => !(value instanceof RegExp)), ["a👍🏽é"]],
  toPath: [["a.b.c"], ["a[0].b.c"], ["a['x.y'][\"z\"]"], [["a", 1]], [""], [null], [5], ["a..b"], [".a"], ["a[]"], ["a[b]"], ["[0]"], ["a.[b].c"], ["a['q\\'r']"]],
  isEqual: [...pairs, ...everything.map((value) => [value, value])],
  isEqualWith: [[{ a: "X" }, { a: "x" }, caseless], [["X"], ["x"], caseless], ["A", "a", caseless], [{ a: 1 }, { a: 1 }], [{ a: 1 }, { a: 2 }, () => undefined], [{ a: "X" }, { a: "y" }, caseless]],
  isMatch: matches,
  isMatchWith: [[{ a: "X", b: 1 }, { a: "x" }, caseless], [{ a: "X" }, { a: "y" }, caseless], [{ a: 1 }, { a: 1 }], [null, {}, caseless]],
  conformsTo: [[{ a: 1, b: 2 }, { b: (n: number) => n > 1 }], [{ a: 1 }, { a: (n: number) => n > 1 }], [{}, { a: () => true }], [null, {}], [null, { a: () => true }]],
  clone: [...alone.filter(([value]) => !(value instanceof Error)), using(() => [[{ a: 1 }]], same), using(() => [{ a: { b: 1 } }], same)],
  cloneDeep: [...alone.filter(([value]) => !(value instanceof Error)), using(() => [[{ a: [{}] }]], same), [{ a: [new Date(5), new Map([["k", { v: 1 }]]), new Set([[1]]), /x/i] }], [{ f: null }]],
  cloneWith: [[{ a: 1 }, () => 5], [{ a: 1 }, () => undefined], [[1], null]],
  cloneDeepWith: [[{ a: 1, b: [2] }, (v: unknown) => (typeof v === "number" ? v + 1 : undefined)], [{ a: { b: 1 } }, (_v: unknown, key: unknown) => (key === "b" ? "x" : undefined)], [{ a: 1 }]],
  castArray: [[1], [[1]], [], [undefined], [null], ["abc"], [{ a: 1 }]],
  eq: pairs.slice(0, 12),
  gt: numbers,
  gte: numbers,
  lt: numbers,
  lte: numbers,
};
