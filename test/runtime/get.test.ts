import { describe, expect, it } from "vitest";
import { arrayExtras, get, shorten, toIndex, toKey } from "../../src/runtime/get.ts";
import { defineGetter } from "../../src/runtime/getters.ts";
import { Accessor } from "../../src/runtime/handles.ts";
import { PrivateKey } from "../../src/runtime/private.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createTestRealm } from "../support/realm.ts";
import { settle, toFn, toRec, unitsOf, withPolluted } from "./parts.ts";

const long = "k".repeat(65);

/** A list with names of its own, as a match has them. */
function toMatch(): unknown[] {
  const extras = toRec({ index: 3, "-1": "before", "0.5": "half", gone: undefined });
  return Object.assign(["a", undefined], { [arrayExtras]: extras });
}

describe("what is read of data", () => {
  const table: readonly (readonly [string, () => unknown, unknown, unknown])[] = [
    ["a name", () => toRec({ a: 1 }), "a", 1],
    ["an absent one", () => toRec({ a: 1 }), "b", undefined],
    ["undefined itself", () => toRec({ toString: undefined }), "toString", undefined],
    ["a number as a name", () => toRec({ 1: "one" }), 1, "one"],
    ["a boolean", () => toRec({ true: 1 }), true, 1],
    ["null", () => toRec({ null: 1 }), null, 1],
    ["undefined", () => toRec({ undefined: 1 }), undefined, 1],
    ["an entry", () => ["a", "b"], 1, "b"],
    ["an entry by text", () => ["a", "b"], "1", "b"],
    ["the first entry by text", () => ["a", "b"], "0", "a"],
    ["a name too large for an index", () => Object.assign(["a"], { [arrayExtras]: toRec({ 10000000000: 1 }) }), 1e10, 1],
    ["an entry after the last", () => ["a", "b"], 2, undefined],
    ["the length of a list", () => ["a", "b"], "length", 2],
    ["a name of a match", toMatch, "index", 3],
    ["an undefined one", toMatch, "gone", undefined],
    ["an entry that is undefined", toMatch, 1, undefined],
    ["a negative name", toMatch, -1, "before"],
    ["one in parts", toMatch, 0.5, "half"],
    ["a negative name by text", toMatch, "-1", "before"],
    ["a negative name of a plain list", () => ["a"], -1, undefined],
    ["a letter", () => "abc", 2, "c"],
    ["a letter by text", () => "abc", "0", "a"],
    ["a letter after the last", () => "abc", 3, undefined],
    ["the length of a text", () => "abc", "length", 3],
    ["a name of a text", () => "abc", "size", undefined],
  ];
  it.each(table)("%s", (_what, make, key, expected) => {
    const realm = createTestRealm();
    expect(get(realm, make(), key)).toBe(expected);
    expect(unitsOf(realm, () => get(realm, make(), key))).toBe(0);
  });

  const methods: readonly (readonly [string, unknown, string, keyof Realm["methods"]])[] = [
    ["text", "abc", "trim", "string"],
    ["text, as every object", "abc", "hasOwnProperty", "object"],
    ["a number", 1, "toFixed", "number"],
    ["a number, as every object", 1, "hasOwnProperty", "object"],
    ["a boolean", true, "valueOf", "boolean"],
    ["a boolean, as every object", true, "hasOwnProperty", "object"],
    ["a list", [1], "map", "array"],
    ["a list, as every object", [1], "hasOwnProperty", "object"],
  ];
  it.each(methods)("methods of %s", (_what, value, key, kind) => {
    const realm = createTestRealm();
    expect(get(realm, value, key)).toBe(realm.methods[kind].get(key));
    expect(get(realm, value, key)).toBeDefined();
    expect(get(realm, value, "constructor")).toBe(get(realm, value, "constructor"));
  });
  it("methods of a record, unless it has that name", () => {
    const realm = createTestRealm();
    expect(get(realm, toRec(), "toString")).toBe(realm.methods.object.get("toString"));
    expect(get(realm, toRec({ toString: 1 }), "toString")).toBe(1);
  });
  it("nothing of a polluted prototype", () => {
    const realm = createTestRealm();
    const names = ["-1", "2", "3", "0.5", "evil"];
    for (const value of ["ab", ["a", "b"], toRec({ a: 1 })])
      for (const key of [...names, -1, 2, 3, 0.5]) expect(withPolluted(names, () => get(realm, value, key))).toBeUndefined();
  });
  it("a getter is called with nothing", () => {
    const realm = createTestRealm();
    const record = toRec({ a: undefined, b: undefined, c: undefined });
    const getter = toFn(realm, { invoke: (_fn, self, args) => [self === record, args.length] });
    defineGetter(realm, record, "a", getter);
    defineGetter(realm, toRec({ b: undefined }), "b", getter);
    defineGetter(realm, record, "c", getter);
    expect(["a", "b", "c"].map((key) => get(realm, record, key))).toEqual([[true, 0], undefined, [true, 0]]);
    expect(get(realm, toRec({ a: undefined }), "a")).toBeUndefined();
    expect(get(createTestRealm(), record, "a")).toBeUndefined();
  });
});

describe("what can't be read", () => {
  const table: readonly (readonly [string, unknown, unknown, string])[] = [
    ["of null", null, "a", "cannot read `a` of null"],
    ["of undefined", undefined, 1, "cannot read `1` of undefined"],
    ["of an object of the host", { a: 1 }, "a", "cannot read `a` of this value"],
    ["of a function of the host", () => 1, "name", "cannot read `name` of this value"],
    ["of a symbol", Symbol("x"), "description", "cannot read `description` of this value"],
    ["of a getter as such", new Accessor(undefined, undefined), "get", "cannot read `get` of this value"],
    ["by an object", "abc", {}, "an object can't be used as a property key"],
    ["by a list", [1], ["0"], "an object can't be used as a property key"],
    ["a private name of another class", [1], new PrivateKey("#x"), "`#x` is not there: the object is of another class"],
    ["a name of 60 letters", null, "n".repeat(60), `cannot read \`${"n".repeat(60)}\` of null`],
    ["a longer one", null, "n".repeat(61), `cannot read \`${"n".repeat(57)}…\` of null`],
  ];
  it.each(table)("%s", (_what, value, key, message) => {
    expect(settle(() => get(createTestRealm(), value, key))).toEqual({ TypeError: message });
  });
});

describe("keys", () => {
  const indices: readonly (readonly [string, number])[] = [
    ["0", 0],
    ["7", 7],
    ["9", 9],
    ["10", 10],
    ["1234567890", 1_234_567_890],
    ["12345678901", -1],
    ["00", -1],
    ["-5", -1],
    ["+5", -1],
    ["5.5", -1],
    ["1e3", -1],
    ["5 ", -1],
    ["", -1],
    ["a", -1],
    [":", -1],
    ["/", -1],
  ];
  it.each(indices)("%j is the index %d", (key, index) => {
    expect(toIndex(key)).toBe(index);
  });
  const keys: readonly (readonly [unknown, string])[] = [
    ["a", "a"],
    [1.5, "1.5"],
    [-0, "0"],
    [Number.NaN, "NaN"],
    [true, "true"],
    [undefined, "undefined"],
    [null, "null"],
  ];
  it.each(keys)("%j is a name", (key, name) => {
    expect(toKey(createTestRealm(), key)).toBe(name);
  });
  it("long ones are paid for", () => {
    const realm = createTestRealm();
    expect(unitsOf(realm, () => get(realm, toRec(), long))).toBe(1);
    expect(unitsOf(realm, () => toKey(realm, long))).toBe(1);
    expect(unitsOf(realm, () => get(realm, toRec(), long.slice(1)))).toBe(0);
    expect(unitsOf(realm, () => toKey(realm, long.slice(1)))).toBe(0);
  });
  it("none is an object, nor a function of the host", () => {
    for (const key of [toRec({ toString: "a" }), Symbol("a"), () => "a", 1n])
      expect(settle(() => toKey(createTestRealm(), key))).toEqual({ TypeError: "an object can't be used as a property key" });
  });
  it("names and values are cut for a message", () => {
    expect(shorten("x".repeat(60))).toBe("x".repeat(60));
    expect(shorten("x".repeat(61))).toBe(`${"x".repeat(57)}…`);
  });
});
