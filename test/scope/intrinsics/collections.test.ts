import { describe, expect, it } from "vitest";
import { TemplateThrow } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { Native } from "../../../src/runtime/handles.ts";
import { toList } from "../../../src/runtime/iterate.ts";
import { createRecord } from "../../../src/runtime/record.ts";
import { createGenerator } from "../../../src/scope/intrinsics/iterator.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { compareMethod, invoke, type Make, make, runOurs } from "./compare.ts";

const map = () =>
  new Map<unknown, unknown>([
    ["a", 1],
    [2, "two"],
    [Number.NaN, null],
  ]);
const set = () => new Set<unknown>(["a", 1, Number.NaN, undefined]);

const cases: Readonly<Record<string, readonly Make[]>> = {
  get: [() => [map(), "a"], () => [map(), Number.NaN], () => [map(), "none"], () => [map()]],
  has: [() => [map(), 2], () => [map(), "2"], () => [set(), Number.NaN], () => [set(), "1"]],
  delete: [() => [map(), "a"], () => [map(), "none"], () => [set(), 1], () => [set(), 9]],
  clear: [() => [map()], () => [set()]],
  entries: [() => [map()], () => [set()]],
  keys: [() => [map()], () => [set()]],
  values: [() => [map()], () => [set()]],
  forEach: [() => [map(), () => 1], () => [map(), 1], () => [set(), () => 1]],
};

describe("Map and Set", () => {
  it.each(Object.entries(cases))("%s does what the host's does", (name, list) => {
    for (const makeCase of list) compareMethod(name, makeCase);
  });

  it("are made from what can be walked", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    expect(toList(realm, make(realm, "Set", "aba"))).toEqual(["a", "b"]);
    expect(toList(realm, make(realm, "Set", make(realm, "Set", [1, 2])))).toEqual([1, 2]);
    expect(
      toList(
        realm,
        make(realm, "Map", [
          ["a", 1],
          ["a", 2],
        ]),
      ),
    ).toEqual([["a", 2]]);
    expect(get(realm, make(realm, "Map", make(realm, "Map", [["a", 1]])), "size")).toBe(1);
    for (const bad of [5, universe.enter({ a: 1 }), true]) {
      expect(runOurs(universe, () => make(realm, "Set", bad))).toEqual({ threw: "TypeError" });
      expect(runOurs(universe, () => make(realm, "Map", bad))).toEqual({ threw: "TypeError" });
    }
    expect(runOurs(universe, () => make(realm, "Map", [1]))).toEqual({ threw: "TypeError" });
    const called = make(realm, "Map");
    expect(invoke(realm, called, "set", "k", "v")).toBe(called);
    const added = make(realm, "Set");
    expect(invoke(realm, added, "add", 1)).toBe(added);
  });

  it("have the set operations", () => {
    const realm = createTestRealm();
    const one = make(realm, "Set", [1, 2, 3]);
    const two = make(realm, "Set", [4, 3, 2]);
    const all = (name: string) => toList(realm, invoke(realm, one, name, two));
    expect(all("union")).toEqual([1, 2, 3, 4]);
    expect(all("intersection")).toEqual([2, 3]);
    expect(all("difference")).toEqual([1]);
    expect(all("symmetricDifference")).toEqual([1, 4]);
    expect(invoke(realm, make(realm, "Set", [2]), "isSubsetOf", one)).toBe(true);
    expect(invoke(realm, one, "isSupersetOf", make(realm, "Set", [2, 9]))).toBe(false);
    expect(invoke(realm, one, "isDisjointFrom", make(realm, "Set", [9]))).toBe(true);
    expect(toList(realm, invoke(realm, one, "intersection", make(realm, "Map", [[1, "x"]])))).toEqual([1]);
    expect(() => invoke(realm, one, "union", [1])).toThrow();
  });

  it("group", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const groups = invoke(
      realm,
      realm.globals.get("Map"),
      "groupBy",
      [1, 2, 3],
      universe.enter((value: number) => value % 2 === 0),
    );
    expect(universe.leave(groups)).toEqual(
      new Map([
        [false, [1, 3]],
        [true, [2]],
      ]),
    );
  });

  it("are walked live, and paid for entry by entry", () => {
    const realm = createTestRealm({ limits: { fuel: 10_000 } });
    const growing = make(realm, "Set", [0]);
    const grow = new Native({ name: "grow", run: (inner, _self, [value]) => invoke(inner, growing, "add", (value as number) + 1) });
    expect(() => invoke(realm, growing, "forEach", grow)).toThrow(/used up/);
    expect(() => make(createTestRealm({ limits: { arrayLength: 10 } }), "Set", "abcdefghijklm")).toThrow(/too large/);
  });
});

describe("WeakMap and WeakSet", () => {
  it("hold objects", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const key = createRecord();
    const weak = make(realm, "WeakMap", [[key, 1]]);
    expect(invoke(realm, weak, "get", key)).toBe(1);
    expect(invoke(realm, weak, "get", "no object")).toBeUndefined();
    expect(invoke(realm, weak, "delete", key)).toBe(true);
    expect(invoke(realm, weak, "has", key)).toBe(false);
    expect(runOurs(universe, () => invoke(realm, weak, "set", "text", 1))).toEqual({ threw: "TypeError" });
    const held = make(realm, "WeakSet", [key]);
    expect(invoke(realm, held, "has", key)).toBe(true);
    expect(runOurs(universe, () => invoke(realm, held, "add", 1))).toEqual({ threw: "TypeError" });
  });
});

describe("iterators and generators", () => {
  it("step by hand", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const entries = invoke(realm, ["x"], "entries");
    expect(universe.leave(invoke(realm, entries, "next"))).toEqual({ value: [0, "x"], done: false });
    expect(universe.leave(invoke(realm, entries, "next"))).toEqual({ value: undefined, done: true });
  });

  it("drive what the engine gives, and refuse to drive themselves", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    let self: unknown;
    function* body(): Generator<unknown, unknown, unknown> {
      const sent = yield 1;
      try {
        yield sent;
      } catch (error) {
        yield (error as TemplateThrow).value;
      }
      invoke(realm, self, "next");
      return "end";
    }
    const steps = body();
    self = createGenerator({
      next: (value) => steps.next(value),
      return: (value) => steps.return(value),
      throw: (value) => steps.throw(new TemplateThrow(value, 0)),
    });
    const step = (name: string, value?: unknown) => universe.leave(invoke(realm, self, name, value));
    expect(step("next")).toEqual({ value: 1, done: false });
    expect(step("next", "sent")).toEqual({ value: "sent", done: false });
    expect(step("throw", "oops")).toEqual({ value: "oops", done: false });
    expect(runOurs(universe, () => invoke(realm, self, "next"))).toEqual({ threw: "TypeError" });
    expect(step("return", 5)).toEqual({ value: 5, done: true });
  });
});
