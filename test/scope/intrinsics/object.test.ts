import { describe, expect, it } from "vitest";
import { get } from "../../../src/runtime/get.ts";
import { createRecord } from "../../../src/runtime/record.ts";
import { remove, set } from "../../../src/runtime/set.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { compareMethod, compareStatic, invoke, type Make, make, runOurs } from "./compare.ts";

const values: readonly (() => unknown)[] = [
  () => ({}),
  () => ({ b: 1, a: [2], 2: "x", 1: "y" }),
  () => [1, "b"],
  () => "ab",
  () => 5,
  () => null,
  () => undefined,
  () => new Date(0),
  () => () => 1,
];

const cases: readonly (readonly [string, Make])[] = [
  ...["Object.keys", "Object.values", "Object.entries", "Object.getOwnPropertyNames", "Object.isFrozen"].flatMap((path) =>
    values.slice(0, 8).map((value) => [path, () => [value()]] as const),
  ),
  ["Object.assign", () => [{ a: 1 }, { b: 2 }, null, "xy", { a: 3 }]],
  ["Object.assign", () => [null, {}]],
  ["Object.assign", () => [[1, 2], [3]]],
  [
    "Object.fromEntries",
    () => [
      [
        ["a", 1],
        ["b", 2],
        ["a", 3],
      ],
    ],
  ],
  [
    "Object.fromEntries",
    () => [
      new Map<unknown, unknown>([
        ["x", 1],
        [2, "y"],
      ]),
    ],
  ],
  ["Object.fromEntries", () => [[1]]],
  ["Object.fromEntries", () => [null]],
  ["Object.fromEntries", () => [[["__proto__", 1]]]],
  ["Object.is", () => [Number.NaN, Number.NaN]],
  ["Object.is", () => [0, -0]],
  ["Object.is", () => ["a", "a"]],
  ["Object.hasOwn", () => [{ a: undefined }, "a"]],
  ["Object.hasOwn", () => [{}, "toString"]],
  ["Object.hasOwn", () => [[1], 0]],
  ["Object.hasOwn", () => [[1], "length"]],
  ["Object.hasOwn", () => [null, "a"]],
  ["Object.getOwnPropertyDescriptor", () => [{ a: 1 }, "a"]],
  ["Object.getOwnPropertyDescriptor", () => [{}, "a"]],
  ["Object.getOwnPropertyDescriptors", () => [{ a: 1, b: { c: 2 } }]],
  ["Object.getOwnPropertyDescriptors", () => [["x", "y"]]],
  ["Object.getOwnPropertyDescriptors", () => [{}]],
  ["Object.getOwnPropertyDescriptors", () => [null]],
  ["Object.defineProperty", () => [{}, "a", { value: 1, enumerable: true, writable: true, configurable: true }]],
  ["Object.defineProperty", () => [{}, "a", 1]],
  ["Object.defineProperties", () => [{}, { a: { value: 1, enumerable: true, writable: true, configurable: true } }]],
  ["Object", () => [null]],
  ["Object", () => [{ a: 1 }]],
];

describe("Object", () => {
  it("does what the host's does", () => {
    for (const [path, makeCase] of cases) compareStatic(path, makeCase);
  });

  it("groups", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const groups = invoke(
      realm,
      realm.globals.get("Object"),
      "groupBy",
      [1, 2, 3],
      universe.enter((value: number) => (value % 2 ? "odd" : "even")),
    );
    expect(universe.leave(groups)).toEqual({ odd: [1, 3], even: [2] });
  });

  it("creates copies, since records have no prototype", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const object = realm.globals.get("Object");
    expect(universe.leave(invoke(realm, object, "create", null))).toEqual({});
    expect(universe.leave(invoke(realm, object, "create", universe.enter({ a: 1 }), universe.enter({ b: { value: 2 } })))).toEqual({
      a: 1,
      b: 2,
    });
    expect(runOurs(universe, () => invoke(realm, object, "create", 1))).toEqual({ threw: "TypeError" });
    expect(runOurs(universe, () => invoke(realm, object, "defineProperty", createRecord(), "a", universe.enter({ set: () => 1 })))).toEqual(
      { threw: "TypeError" },
    );
    for (const name of ["setPrototypeOf", "getOwnPropertySymbols", "constructor", "__proto__"])
      expect(get(realm, object, name)).toBeUndefined();
  });

  it("freezes records, arrays, functions' fields and instances' fields", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const object = realm.globals.get("Object");
    const record = universe.enter({ a: 1 });
    for (const [value, key] of [
      [record, "a"],
      [universe.enter([1, {}]), 0],
      [make(realm, "Date"), "x"],
      [universe.enter(() => 1), "x"],
    ] as const) {
      expect(invoke(realm, object, "isFrozen", value)).toBe(false);
      expect(invoke(realm, object, "freeze", value)).toBe(value);
      expect(invoke(realm, object, "isFrozen", value)).toBe(true);
      expect(runOurs(universe, () => set(realm, value, key, 2))).toEqual({ threw: "TypeError" });
      expect(runOurs(universe, () => set(realm, value, "other", 2))).toEqual({ threw: "TypeError" });
    }
    expect(runOurs(universe, () => remove(realm, record, "a"))).toEqual({ threw: "TypeError" });
    const sealed = invoke(realm, object, "seal", universe.enter({ a: 1 }));
    set(realm, sealed, "a", 2);
    expect(get(realm, sealed, "a")).toBe(2);
    expect(runOurs(universe, () => set(realm, sealed, "b", 2))).toEqual({ threw: "TypeError" });
    expect(runOurs(universe, () => invoke(realm, object, "assign", record, universe.enter({ a: 2 })))).toEqual({ threw: "TypeError" });
    for (const fixed of [1, "x", null, undefined, realm.globals.get("Math")]) expect(invoke(realm, object, "isFrozen", fixed)).toBe(true);
  });
});

describe("Object.prototype", () => {
  it("does what the host's does", () => {
    for (const value of [() => ({ a: 1 }), () => [1], () => "ab"]) {
      for (const key of ["a", "0", 0, "length", "toString", "b"]) {
        compareMethod("hasOwnProperty", () => [value(), key]);
        compareMethod("propertyIsEnumerable", () => [value(), key]);
      }
    }
    for (const value of [() => ({}), () => [1, [2]], () => "x", () => 5, () => true]) {
      compareMethod("toString", () => [value()]);
      compareMethod("valueOf", () => [value()]);
      compareMethod("toLocaleString", () => [value()]);
    }
  });
  it("names kinds, through `Object.prototype.toString.call`", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const tag = get(realm, get(realm, realm.globals.get("Object"), "prototype"), "toString");
    for (const value of [null, undefined, 1, "s", true, [], {}, new Date(0), /x/, new Map(), new Set(), () => 1, new Error("x")]) {
      expect(invoke(realm, tag, "call", universe.enter(value))).toBe(Object.prototype.toString.call(value));
    }
  });
});

describe("Function.prototype", () => {
  const realm = createTestRealm();
  const universe = createUniverse(realm);
  const max = get(realm, realm.globals.get("Math"), "max");
  const join = get(realm, [], "join");
  it("calls, applies and binds", () => {
    expect(invoke(realm, max, "call", null, 1, 3)).toBe(3);
    expect(invoke(realm, max, "apply", null, [1, 5, 2])).toBe(5);
    expect(invoke(realm, max, "apply", null, universe.enter({ length: 1, 0: 4 }))).toBe(4);
    expect(invoke(realm, max, "apply", null)).toBe(Number.NEGATIVE_INFINITY);
    expect(runOurs(universe, () => invoke(realm, max, "apply", null, 1))).toEqual({ threw: "TypeError" });
    const bound = invoke(realm, max, "bind", null, 7);
    expect(invoke(realm, bound, "call", null, 3)).toBe(7);
    const again = invoke(realm, invoke(realm, join, "bind", [1, 2]), "bind", ["ignored"], "-");
    expect(invoke(realm, again, "call", undefined)).toBe("1-2");
    expect(get(realm, bound, "name")).toBe("bound max");
    expect(invoke(realm, max, "toString")).toBe("function max() { [native code] }");
  });
  it("ends in a limit where facades recurse without any function of the template", () => {
    const callFacade = get(realm, max, "call");
    expect(() =>
      invoke(
        realm,
        callFacade,
        "apply",
        callFacade,
        Array.from({ length: 2_000 }, () => callFacade),
      ),
    ).toThrow(/at once/);
    const self = createRecord();
    set(realm, self, "toString", invoke(realm, realm.globals.get("String"), "bind", undefined, self));
    expect(() => invoke(realm, realm.globals.get("String"), "call", undefined, self)).toThrow(/at once/);
  });
});
