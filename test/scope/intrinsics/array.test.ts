import { describe, expect, it } from "vitest";
import { get } from "../../../src/runtime/get.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { compareMethod, compareStatic, cross, invoke, type Make, make, runOurs } from "./compare.ts";

type Item = { readonly id: number; readonly name?: string };
const lists: readonly (() => unknown[])[] = [
  () => [],
  () => [1],
  () => [3, 1, 2, 10],
  () => ["b", "a", undefined, null, "C", 10, 9],
  () => [1, [2, [3, [4]]], []],
  () => [{ id: 2, name: "x" }, { id: 1 }, { id: 2, name: "y" }],
  () => [Number.NaN, 0, -0, "", false],
];
const even = (value: unknown, index: number) => index % 2 === 0 && value !== undefined;
const isBig = (value: unknown) => Number(value) > 1;
const show = (value: unknown, index: number, all: unknown) => `${JSON.stringify(value)}@${index}/${(all as unknown[]).length}`;
const callbacks: readonly (() => readonly unknown[])[] = [
  () => [even],
  () => [isBig],
  () => [() => true],
  () => [() => undefined],
  () => [show],
  () => [undefined],
  () => [3],
];
const ranges: readonly (() => readonly unknown[])[] = [
  () => [],
  () => [1],
  () => [-1],
  () => [1, 3],
  () => [-3, -1],
  () => [3, 1],
  () => [0, 100],
  () => ["1"],
  () => [Number.NaN, 2],
  () => [Number.POSITIVE_INFINITY],
];

const families: Readonly<Record<string, readonly (() => readonly unknown[])[]>> = {
  at: [() => [0], () => [-1], () => [9], () => [], () => ["1"]],
  concat: [() => [], () => [[9]], () => [9, [8, [7]]], () => [null, undefined], () => [{ length: 1, 0: "x" }]],
  copyWithin: [() => [0, 1], () => [1, 0, 2], () => [-1, 0], () => [0, -1]],
  entries: [() => []],
  every: callbacks,
  fill: [() => [0], () => ["x", 1], () => ["x", -2, -1], () => [undefined]],
  filter: callbacks,
  find: callbacks,
  findIndex: callbacks,
  findLast: callbacks,
  findLastIndex: callbacks,
  flat: [() => [], () => [0], () => [2], () => [Number.POSITIVE_INFINITY], () => ["1"]],
  flatMap: [() => [(value: unknown) => [value, [value]]], () => [(value: unknown) => value], () => [() => []], () => [1]],
  forEach: callbacks,
  includes: [() => [1], () => [Number.NaN], () => [0], () => ["a", 2], () => [undefined], () => ["C", -3]],
  indexOf: [() => [1], () => [Number.NaN], () => [-0], () => ["a", 2], () => ["C", -3], () => [10, 100]],
  join: [() => [], () => ["-"], () => [""], () => [undefined], () => [null], () => [1]],
  keys: [() => []],
  lastIndexOf: [() => [1], () => [0], () => ["a", 1], () => ["C", -3], () => [3, undefined]],
  map: callbacks,
  pop: [() => []],
  push: [() => [], () => [1], () => [1, [2], null]],
  reduce: [
    () => [(sum: unknown, value: unknown) => `${String(sum)}${String(value)}`],
    () => [(sum: number) => sum + 1, 0],
    () => [(_: unknown, __: unknown, index: number) => index],
    () => [null],
  ],
  reduceRight: [() => [(sum: unknown, value: unknown) => `${String(sum)}${String(value)}`], () => [(sum: number) => sum + 1, 0]],
  reverse: [() => []],
  shift: [() => []],
  slice: ranges,
  some: callbacks,
  sort: [
    () => [],
    () => [(a: Item, b: Item) => a.id - b.id],
    () => [() => 0],
    () => [(a: number, b: number) => b - a],
    () => [undefined],
    () => [() => Number.NaN],
    () => [1],
    () => [(a: unknown, b: unknown) => String(a) < String(b)],
  ],
  splice: [
    () => [],
    () => [1],
    () => [1, 1],
    () => [0, 2, "x", "y", "z"],
    () => [-1, 1],
    () => [1, 0, "new"],
    () => [undefined],
    () => [100, 1, "end"],
    () => [0, -1],
  ],
  toLocaleString: [() => []],
  toReversed: [() => []],
  toSorted: [() => [], () => [(a: number, b: number) => b - a], () => [{}]],
  toSpliced: [() => [], () => [1], () => [1, 1], () => [0, 2, "x", "y", "z"], () => [-1, 1]],
  toString: [() => []],
  unshift: [() => [], () => [1], () => [1, 2, 3]],
  values: [() => []],
  with: [() => [0, "x"], () => [-1, "x"], () => [9, "x"]],
};

describe("Array.prototype", () => {
  it.each(Object.entries(families))("%s does what the host's does", (name, args) => {
    // A host callback sees copies of arrays, so `JSON` of items and lengths are what is compared.
    for (const makeCase of cross(lists, args)) compareMethod(name, makeCase);
  });

  it("sorts stably, whatever the comparator says", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const items = Array.from({ length: 200 }, (_, id) => ({ id, key: (id * 7) % 5 }));
    const sorted = universe.leave(
      invoke(
        realm,
        universe.enter(items),
        "toSorted",
        universe.enter((a: { key: number }, b: { key: number }) => a.key - b.key),
      ),
    );
    expect(sorted).toEqual(items.toSorted((a, b) => a.key - b.key));
    let turn = 0;
    const confused = universe.leave(
      invoke(
        realm,
        universe.enter(items),
        "toSorted",
        universe.enter(() => (turn++ % 3) - 1),
      ),
    ) as { id: number }[];
    expect(confused.map(({ id }) => id).sort((a, b) => a - b)).toEqual(items.map(({ id }) => id));
  });

  it("reads array-likes through `Array.prototype`", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const method = (name: string) => get(realm, get(realm, realm.globals.get("Array"), "prototype"), name);
    const through = (name: string, self: unknown, ...args: unknown[]) =>
      universe.leave(invoke(realm, method(name), "call", universe.enter(self), ...args.map(universe.enter)));
    expect(through("map", "abc", (letter: string) => letter.toUpperCase())).toEqual(["A", "B", "C"]);
    expect(through("slice", { length: 2, 0: "x", 1: "y" })).toEqual(["x", "y"]);
    expect(through("join", "abc", "-")).toBe("a-b-c");
    expect(() => through("push", { length: 0 }, 1)).toThrow();
  });

  it("passes `this` and walks what was there at the start", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const list = [1, 2, 3];
    const seen: unknown[] = [];
    const grow = function (this: unknown, item: unknown) {
      seen.push([(this as { tag: string }).tag, item]);
      if (list.length < 10) list.push(9);
    };
    invoke(realm, list, "forEach", universe.enter(grow), universe.enter({ tag: "t" }));
    expect(seen).toEqual([
      ["t", 1],
      ["t", 2],
      ["t", 3],
    ]);
  });

  it("refuses to change what is frozen", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const frozen = invoke(realm, realm.globals.get("Object"), "freeze", [3, 1, 2]) as unknown[];
    for (const [name, ...args] of [
      ["push", 1],
      ["pop"],
      ["shift"],
      ["unshift", 1],
      ["splice", 0, 1],
      ["sort"],
      ["reverse"],
      ["fill", 0],
      ["copyWithin", 0, 1],
    ] as const) {
      expect(
        runOurs(universe, () => invoke(realm, frozen, name, ...args)),
        name,
      ).toEqual({ threw: "TypeError" });
    }
    expect(frozen).toEqual([3, 1, 2]);
    const sealed = invoke(realm, realm.globals.get("Object"), "seal", [3, 1, 2]) as unknown[];
    expect(invoke(realm, sealed, "sort")).toEqual([1, 2, 3]);
    expect(runOurs(universe, () => invoke(realm, sealed, "push", 1))).toEqual({ threw: "TypeError" });
  });
});

describe("Array", () => {
  const cases: readonly (readonly [string, Make])[] = [
    ["Array", () => []],
    ["Array", () => [1, 2]],
    ["Array", () => ["3"]],
    ["Array", () => [-1]],
    ["Array", () => [1.5]],
    ["Array.of", () => [7]],
    ["Array.isArray", () => [[]]],
    ["Array.isArray", () => ["x"]],
    ["Array.from", () => ["a😀b"]],
    ["Array.from", () => [[1, 2], (value: number, index: number) => value * index]],
    ["Array.from", () => [new Set([1, 2, 1])]],
    ["Array.from", () => [new Map([[1, "a"]])]],
    ["Array.from", () => [{ length: 3 }, (_: unknown, index: number) => index]],
    ["Array.from", () => [{ length: 2, 0: "x" }]],
    ["Array.from", () => [{ length: "2", 1: "x" }]],
    ["Array.from", () => [{}]],
    ["Array.from", () => [5]],
    ["Array.from", () => [null]],
    ["Array.from", () => [[1], 1]],
  ];
  it("does what the host's does", () => {
    for (const [path, makeCase] of cases) compareStatic(path, makeCase);
  });

  it("has no holes", () => {
    const realm = createTestRealm();
    const list = make(realm, "Array", 3) as unknown[];
    expect(list).toEqual([undefined, undefined, undefined]);
    expect(Object.keys(list)).toEqual(["0", "1", "2"]);
  });
});
