import { describe, expect, it } from "vitest";
import { arrayExtras } from "../../src/runtime/get.ts";
import { Instance, Native } from "../../src/runtime/handles.ts";
import { hasOwn, hasProperty, isInstanceOf, ownKeys } from "../../src/runtime/keys.ts";
import { isCallable, typeOf } from "../../src/runtime/kinds.ts";
import { definePrivate, PrivateKey } from "../../src/runtime/private.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createTestRealm } from "../support/realm.ts";
import { settle, toClass, toFn, toOpaque, toRec } from "./parts.ts";

const toMatch = () => Object.assign(["a", "b"], { [arrayExtras]: toRec({ index: 1, gone: undefined }) });
const keyed = {
  keys: () => ["size"],
  read: (_realm: Realm, _state: unknown, key: string) => (key === "size" || key === "hidden" ? 1 : undefined),
};
const widen = <Value extends object>(value: Value, extra: object): Value => Object.assign(value, extra);

/** A value; the keys that it lists; names that it has beside them, and names that it has not. */
const table: readonly (readonly [string, (realm: Realm) => unknown, readonly string[], readonly string[], readonly string[]])[] = [
  ["a record", () => toRec({ a: 1, b: undefined }), ["a", "b"], [], ["c", "toString", "length"]],
  ["a list", () => ["a", "b"], ["0", "1"], ["length"], ["2", "-1", "map", "x"]],
  ["a list with names", toMatch, ["0", "1", "index", "gone"], ["length"], ["2", "x"]],
  ["a text", () => "ab", ["0", "1"], ["length"], ["2", "-1", "trim"]],
  ["a number", () => 1, [], [], ["toFixed", "0"]],
  ["null", () => null, [], [], ["a"]],
  ["undefined", () => undefined, [], [], ["a"]],
  ["an object of the host", () => ({ a: 1 }), [], [], ["a"]],
  ["an instance", (realm) => new Instance(toClass(realm, { m: 1 }), toRec({ a: undefined })), ["a"], [], ["m", "own", "cls"]],
  ["a function", (realm) => toFn(realm), [], ["name", "length"], ["prototype", "props", "call", "a"]],
  [
    "a function with names",
    (realm) => widen(toFn(realm, { construct: () => 1 }), { props: toRec({ a: undefined }) }),
    ["a"],
    ["name", "length", "prototype"],
    ["props", "b"],
  ],
  ["a facade", () => new Native({ name: "n", run: () => 1, members: new Map([["a", 1]]) }), [], ["a"], ["name", "run", "b"]],
  ["a library", () => new Native({ name: "n", members: new Map([["a", 1]]), lists: true }), ["a"], [], ["name", "b"]],
  ["a value with a table", () => toOpaque(keyed, 0), ["size"], [], ["hidden", "state"]],
  ["one without keys", () => toOpaque({}, 0), [], [], ["size"]],
  ["one with what was added", () => widen(toOpaque({}, 0), { extra: toRec({ a: undefined }) }), ["a"], [], ["b"]],
  ["one with both", () => widen(toOpaque(keyed, 0), { extra: toRec({ a: 1 }) }), ["size", "a"], [], ["hidden", "b"]],
];

describe("own keys", () => {
  it.each(table)("of %s", (_what, make, listed, unlisted, absent) => {
    const value = make(createTestRealm());
    expect(ownKeys(value)).toEqual(listed);
    for (const key of [...listed, ...unlisted]) expect([key, hasOwn(value, key)]).toEqual([key, true]);
    for (const key of absent) expect([key, hasOwn(value, key)]).toEqual([key, false]);
  });
});

describe("`in`", () => {
  it.each(table)("%s", (_what, make, listed, unlisted, absent) => {
    const realm = createTestRealm();
    const value = make(realm);
    const has = (key: unknown) => settle(() => hasProperty(realm, key, value));
    if (typeof value !== "object" || value === null) {
      expect(has("a")).toEqual({ TypeError: "the right side of `in` has to be an object" });
      return;
    }
    for (const key of [...listed, ...unlisted]) expect([key, has(key)]).toEqual([key, true]);
    // What a table reads, and what a class has, is there; it is only not a value's own.
    for (const key of absent) expect([key, has(key)]).toEqual([key, key === "hidden" || key === "m"]);
  });
  it("takes whatever is a key, and private ones apart", () => {
    const realm = createTestRealm();
    const instance = new Instance(toClass(realm), toRec());
    const [mine, other] = [new PrivateKey("#x"), new PrivateKey("#x")];
    definePrivate(realm, instance, mine, undefined);
    expect([mine, other, "#x"].map((key) => hasProperty(realm, key, instance))).toEqual([true, false, false]);
    expect([hasProperty(realm, 0, ["a"]), hasProperty(realm, mine, ["a"])]).toEqual([true, false]);
    expect(settle(() => hasProperty(realm, {}, ["a"]))).toEqual({ TypeError: "an object can't be used as a property key" });
    const cls = toClass(realm, { m: 1 });
    expect([hasProperty(realm, "m", toOpaque({}, 0, cls)), hasProperty(realm, "m", toRec({ cls }))]).toEqual([true, false]);
  });
});

describe("`instanceof`", () => {
  it("follows the classes of the template", () => {
    const realm = createTestRealm();
    const base = new Native({ name: "Base", make: () => 1 });
    const parent = toClass(realm, {}, base);
    const child = toClass(realm, {}, parent);
    const instance = new Instance(child, toRec());
    expect([child, parent, toClass(realm)].map((cls) => isInstanceOf(realm, instance, cls))).toEqual([true, true, false]);
    expect([isInstanceOf(realm, toOpaque({}, 0, child), parent), isInstanceOf(realm, toOpaque({}, 0), parent)]).toEqual([true, false]);
    expect([toRec(), 1, null, undefined, child].map((value) => isInstanceOf(realm, value, parent))).toEqual(Array(5).fill(false));
  });
  it("asks only for what makes objects", () => {
    const realm = createTestRealm();
    const arrow = toFn(realm, { kind: "arrow" });
    const refusal = { TypeError: "the right side of `instanceof` makes no objects" };
    expect(settle(() => isInstanceOf(realm, toRec(), arrow))).toEqual(refusal);
    expect([1, null, "a"].map((value) => settle(() => isInstanceOf(realm, value, arrow)))).toEqual([false, false, false]);
    expect(isInstanceOf(realm, toRec(), toFn(realm, { generator: true }))).toBe(false);
    const none = { TypeError: "the right side of `instanceof` is not callable" };
    for (const cls of [toRec(), null, 1, new Native({ name: "Math" }), toOpaque({}, 0)])
      expect(settle(() => isInstanceOf(realm, toRec(), cls))).toEqual(none);
    expect(isInstanceOf(realm, 1, new Native({ name: "Object", run: () => 1 }))).toBe(false);
  });
  const kinds: readonly (readonly [string, (realm: Realm) => unknown, readonly string[]])[] = [
    ["lists", () => [], ["Array", "Object"]],
    ["records", () => toRec(), ["Object"]],
    ["functions", (realm) => toFn(realm), ["Function", "Object"]],
    ["facades", () => new Native({ name: "n" }), ["Function", "Object"]],
    ["values with a table", () => toOpaque({}, 0), ["Thing", "Object"]],
    [
      "those of more than one class",
      () => toOpaque({ classes: (state) => [`${state}Error`, "Error"] }, "Type"),
      ["TypeError", "Error", "Object"],
    ],
    ["instances", (realm) => new Instance(toClass(realm, {}, toClass(realm)), toRec()), ["Object"]],
    [
      "instances of what extends a facade",
      (realm) => new Instance(toClass(realm, {}, toClass(realm, {}, new Native({ name: "Base" }))), toRec()),
      ["Base", "Object"],
    ],
    ["primitives", () => "a", []],
    ["null", () => null, []],
    ["objects of the host", () => ({}), []],
  ];
  const all = ["Array", "Function", "Thing", "TypeError", "Error", "Base", "Object", "Stryker was here", "", "undefined"];
  it.each(kinds)("names the facades of %s", (_what, make, names) => {
    const realm = createTestRealm();
    const value = make(realm);
    expect(all.filter((name) => isInstanceOf(realm, value, new Native({ name, make: () => 1 })))).toEqual(
      all.filter((name) => names.includes(name)),
    );
  });
});

describe("kinds", () => {
  const values: readonly (readonly [string, (realm: Realm) => unknown, string, boolean])[] = [
    ["undefined", () => undefined, "undefined", false],
    ["null", () => null, "object", false],
    ["a boolean", () => false, "boolean", false],
    ["a number", () => 1, "number", false],
    ["a text", () => "a", "string", false],
    ["a record", () => toRec(), "object", false],
    ["a function", (realm) => toFn(realm), "function", true],
    ["a facade", () => new Native({ name: "n", run: () => 1 }), "function", true],
    ["one to be made", () => new Native({ name: "n", make: () => 1 }), "function", true],
    ["a namespace", () => new Native({ name: "n" }), "object", false],
    ["a function of the host", () => () => 1, "undefined", false],
    ["a symbol", () => Symbol("x"), "undefined", false],
  ];
  it.each(values)("%s", (_what, make, type, callable) => {
    const value = make(createTestRealm());
    expect([typeOf(value), isCallable(value)]).toEqual([type, callable]);
  });
});
