import _ from "lodash";
import { type CaseTable, using } from "../case.ts";

const users = [
  { user: "barney", age: 36, active: true, address: { city: "Rome" }, tags: ["x"] },
  { user: "fred", age: 40, active: false, address: { city: "Oslo" }, tags: ["x", "y"] },
  { user: "barney", age: 34, active: true, address: { city: "Oslo" }, tags: [] },
];
const byName = { a: { n: 1, on: true }, b: { n: 2, on: false }, c: { n: 3, on: true } };
const like = { 0: "p", 1: "q", length: 2 };
const isEven = (n: number) => n % 2 === 0;
const double = (n: number) => n * 2;
const listArgs = (...args: unknown[]) => args;

/** Calls for functions over arrays, strings and objects. */
export const collectionCases: CaseTable = {
  map: [
    [[1, 2], double],
    [byName, "n"],
    [users, "address.city"],
    [users, ["user", "fred"]],
    [users, { age: 40 }],
    [[1, 2], listArgs],
    [{ a: 1 }, listArgs],
    ["ab", (c: string, i: number) => c + i],
    [null, double],
    [[1, 2]],
    [like, listArgs],
    [[" a ", " b"], _.trim],
    [["6", "08", "10"], _.parseInt],
    [[[1, 2], [3]], _.take],
    [5, double],
    [users, "missing.deep"],
    [users, ["address.city", "Oslo"]],
    [[[[1]], [[2]]], "[0][0]"],
    [[["a", 1]], 1],
  ],
  filter: [
    [users, "active"],
    [users, { age: 36, active: true }],
    [users, ["active", false]],
    [[1, 2, 3], isEven],
    [byName, "on"],
    [null, isEven],
    ["aba", (c: string) => c === "a"],
    [[0, 1]],
    [users, { address: { city: "Oslo" } }],
    [users, { tags: ["y"] }],
    [users, {}],
    [users, []],
  ],
  reject: [[users, "active"], [users, { age: 36 }], [[1, 2, 3], isEven], [byName, "on"], [null, isEven], [[0, 1]]],
  partition: [[users, "active"], [[1, 2, 3], isEven], [byName, "on"], [null], ["aba", (c: string) => c === "a"]],
  find: [
    [users, "active"],
    [users, { user: "fred" }],
    [users, ["age", 34]],
    [[1, 2, 3, 4], isEven, 2],
    [[1, 2, 3], isEven, -2],
    [byName, { n: 2 }],
    [null, isEven],
    [byName, "on", 1],
    [users],
    ["abc", (c: string) => c > "a"],
    [like, (c: string) => c === "q"],
  ],
  findLast: [
    [users, "active"],
    [[1, 2, 3, 4], isEven, 2],
    [byName, "on"],
    [null, isEven],
    [[1, 2, 3, 4], isEven, -3],
    [byName, "on", -2],
  ],
  some: [
    [[null, 0, "yes", false], Boolean],
    [users, "active"],
    [users, { user: "wilma" }],
    [[]],
    [null],
    [byName, "on"],
    [[1], isEven, [1]],
    [[[0], [1]], _.some],
  ],
  every: [
    [[true, 1, null, "yes"], Boolean],
    [users, "active"],
    [users, ["active", true]],
    [[]],
    [null],
    [byName, "n"],
    [users, 0, [users]],
  ],
  includes: [
    [[1, 2, 3], 1],
    [[1, 2, 3], 1, 2],
    [{ a: 1, b: 2 }, 1],
    ["abcd", "bc"],
    ["abcd", "a", 1],
    [[Number.NaN], Number.NaN],
    [null, 1],
    [[1, 2], 2, -1],
    ["abc", ""],
    ["abc", "c", -1],
    ["abc", undefined],
    ["a1", 1],
    [[1, 2, 3], 1, 2, true],
    ["abc", "a", 9],
    [like, "q"],
  ],
  reduce: [
    [[1, 2, 3], (a: number, b: number) => a + b],
    [[1, 2], (a: number, b: number) => a + b, 10],
    [{ a: 1, b: 2 }, (acc: string, v: number, k: string) => `${acc}${k}${v}`, ""],
    [[], double],
    [null, double, 5],
    [[], double, undefined],
    ["abc", (a: string, c: string) => c + a],
    [[1], listArgs, 0],
  ],
  reduceRight: [
    [
      [
        [0, 1],
        [2, 3],
      ],
      (a: number[], b: number[]) => a.concat(b),
      [],
    ],
    [{ a: 1, b: 2 }, (acc: string, v: number) => `${acc}${v}`, ""],
    [[1, 2, 3], (a: number, b: number) => a - b],
    [null, double, 1],
    ["abc", (a: string, c: string) => a + c],
  ],
  forEach: [...loops(), [null, double], [5, double]],
  each: loops(),
  forEachRight: loops(),
  eachRight: loops(),
  sortBy: [
    [users, ["user", "age"]],
    [users, "user", "age"],
    [users, [(u: { age: number }) => -u.age]],
    [users, "address.city"],
    [[3, 1, 2]],
    [byName, "n"],
    [null, "a"],
    ["cab"],
    [[3, null, undefined, Number.NaN, 1, "b", "a"]],
    [["b", "a", "C"]],
    [[{ a: null }, { a: 1 }, {}], "a"],
    [[[2], [1], [10]]],
    [users, [["address", "city"]]],
    [[[3, 1], [2]], _.sortBy],
    [users, []],
    [users, { active: true }],
    [[10, 9, 1]],
    [[true, false]],
  ],
  orderBy: [
    [users, ["user", "age"], ["asc", "desc"]],
    [users, "age", "desc"],
    [users, ["age"]],
    [null],
    [users, null, ["desc"]],
    [users],
    [[1, 3, 2], [], ["desc"]],
    [users, [["address", "city"], "age"], ["desc"]],
    [[3, null, undefined, Number.NaN, 1], null, "desc"],
    [users, "age", ["desc"], true],
    [byName, "n", "desc"],
    [users, ["user"], ["DESC"]],
  ],
  groupBy: [
    [[6.1, 4.2, 6.3], Math.floor],
    [["one", "two", "three"], "length"],
    [users, "user"],
    [{ a: 1, b: 2, c: 1 }],
    [null],
    [users, "missing"],
    ["aab"],
    [[1, 2], listArgs],
    [[{ a: null }], "a"],
    [["constructor", "__proto__x"]],
  ],
  keyBy: [[users, "user"], [[1, 2], double], [byName, "n"], [null], [users, listArgs], [["a", "b"]]],
  countBy: [
    [[6.1, 4.2, 6.3], Math.floor],
    [["one", "two", "three"], "length"],
    [users, "active"],
    [null],
    [["constructor", "a", "a"]],
    ["aab"],
  ],
  flatMap: [[[1, 2], (n: number) => [n, n]], [users, "tags"], [{ a: 1 }, listArgs], [null], [[[1], [[2]]]]],
  flatMapDeep: [[[1, 2], (n: number) => [[[n]]]], [null], [[[[1]]]]],
  flatMapDepth: [[[1, 2], (n: number) => [[[n]]], 2], [[1], (n: number) => [[n]]], [null], [[1], (n: number) => [[n]], 0]],
  invokeMap: [
    [[{ f: () => 1 }, { f: () => 2 }], "f"],
    [[{ f: (x: number) => x + 1 }], "f", 4],
    [[1, 2], (...args: number[]) => args.length, 7, 8],
    [[{}], "f"],
    [null, "f"],
    [[{ a: { f: () => 3 } }], "a.f"],
    [[null, {}], "f"],
  ],
  size: [
    [[1, 2]],
    [{ a: 1 }],
    ["héllo"],
    ["👍🏽a"],
    [null],
    [5],
    [like],
    [new Map([[1, 2]])],
    [new Set([1, 1, 2])],
    [""],
    [{ length: -1 }],
  ],
  sample: [[[1, 2, 3]], [[]], [null], [{ a: 1, b: 2 }], ["abc"]],
  sampleSize: [[[1, 2, 3], 2], [[1, 2, 3]], [[1, 2, 3], 9], [null, 2], [{ a: 1, b: 2 }, 2], [[1, 2], -1], [[1, 2, 3], 1, [1, 2, 3]]],
  shuffle: [[[1, 2, 3, 4]], [null], [{ a: 1, b: 2 }], [[]]],
};

/** What a loop saw, and that `false` ends it; the collection comes back. */
function loops() {
  const each = [[1, 2, 3], { a: 1, b: 2 }, "xyz", like];
  return each.map((collection) => {
    const seen: unknown[][] = [];
    const visit = (...args: unknown[]) => {
      // Lodash shows a boxed string, which the language does not have.
      seen.push(args.map((arg) => (arg instanceof String ? String(arg) : arg)));
      return args[0] !== 2 && args[0] !== "y";
    };
    return using(
      () => {
        seen.length = 0;
        return [collection, visit];
      },
      (result) => [result, [...seen]],
    );
  });
}
