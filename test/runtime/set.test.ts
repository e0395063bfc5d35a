import { describe, expect, it } from "vitest";
import { arrayExtras, get } from "../../src/runtime/get.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { remove, set } from "../../src/runtime/set.ts";
import { createTestRealm } from "../support/realm.ts";
import { createNarrowRealm, settle, toRec, unitsOf } from "./parts.ts";

/** Writes into a list of three, and tells what it is then, what was refused and what it took. */
function write(key: unknown, value: unknown, given: readonly unknown[] = ["a", "b", "c"]) {
  const realm = createTestRealm({ limits: { arrayLength: 100 } });
  const list = [...given];
  const refused = settle(() => set(realm, list, key, value));
  return { list, units: realm.limits.fuel - realm.fuel, ...(refused === undefined ? {} : { refused }) };
}

describe("writing to arrays", () => {
  const table: readonly (readonly [string, unknown, unknown, unknown[], number])[] = [
    ["the first entry", 0, 1, [1, "b", "c"], 0],
    ["the last entry", 2, 1, ["a", "b", 1], 0],
    ["an entry by text", "1", 1, ["a", 1, "c"], 0],
    ["the next entry", 3, 1, ["a", "b", "c", 1], 1],
    ["the next entry by text", "3", 1, ["a", "b", "c", 1], 1],
    ["one after a gap", 5, 1, ["a", "b", "c", undefined, undefined, 1], 1],
    ["one after a wide gap", 19, 1, ["a", "b", "c", ...Array(16).fill(undefined), 1], 5],
    ["the same length", "length", 3, ["a", "b", "c"], 0],
    ["a smaller length", "length", 1, ["a"], 0],
    ["no length", "length", 0, [], 0],
    ["one more", "length", 4, ["a", "b", "c", undefined], 1],
    ["two more", "length", 5, ["a", "b", "c", undefined, undefined], 1],
    ["a length as text", "length", "2", ["a", "b"], 0],
  ];
  it.each(table)("%s", (_what, key, value, list, units) => {
    expect(write(key, value)).toEqual({ list, units });
    expect(Object.keys(write(key, value).list)).toHaveLength(list.length);
  });
  it("grows by one for one unit, however long it is", () => {
    const given = Array(99).fill(0);
    expect(write(99, 1, given).units).toBe(1);
    expect(write(98, 1, given).units).toBe(0);
    expect(write("length", 100, given).units).toBe(1);
  });
  const refused: readonly (readonly [string, unknown, unknown, unknown])[] = [
    ["an entry too far", 100, 1, { limit: "arrayLength", message: "an array of 101 entries is too large" }],
    ["a place that is no index", 1e10, 1, { limit: "arrayLength", message: "an array of 10000000001 entries is too large" }],
    ["a length too large", "length", 101, { limit: "arrayLength", message: "an array of 101 entries is too large" }],
    ["a negative length", "length", -1, { RangeError: "an array's length has to be a whole number" }],
    ["a length in parts", "length", 1.5, { RangeError: "an array's length has to be a whole number" }],
    ["a length that is none", "length", "x", { RangeError: "an array's length has to be a whole number" }],
    ["an object as a key", {}, 1, { TypeError: "an object can't be used as a property key" }],
  ];
  it.each(refused)("refuses %s", (_what, key, value, reason) => {
    expect(write(key, value)).toEqual({ list: ["a", "b", "c"], units: 0, refused: reason });
  });
  it("as far as the limit goes", () => {
    expect(write(99, 1).list).toHaveLength(100);
    expect(write("length", 100).list).toHaveLength(100);
  });
  it("keeps all other names apart from the host's", () => {
    const realm = createTestRealm();
    const list = ["a"];
    for (const key of [-1, 0.5, "name", "constructor"]) set(realm, list, key, `is ${key}`);
    expect([-1, 0.5, "name", "constructor"].map((key) => get(realm, list, key))).toEqual(["is -1", "is 0.5", "is name", "is constructor"]);
    expect(Reflect.ownKeys(list)).toEqual(["0", "length", arrayExtras]);
  });
});

/** What writing and deleting say of an object that the template froze, sealed, or closed. */
describe("what was frozen", () => {
  const attempt = (target: unknown, run: (realm: Realm, target: unknown) => unknown) => settle(() => run(createTestRealm(), target));
  const entry = { TypeError: "cannot set an entry: the array is frozen or sealed" };
  const gap = { TypeError: "the array is frozen or sealed" };
  const shorter = { TypeError: "cannot shorten the array: it is frozen or sealed" };

  it("a list", () => {
    const list = Object.freeze(["a", "b"]);
    const to = (key: unknown, value: unknown = 1) => attempt(list, (realm, target) => set(realm, target, key, value));
    expect([to(0), to(2), to(4), to("length", 1), to("length", 2), to("length", 3), to("length", 5)]).toEqual([
      entry,
      entry,
      gap,
      shorter,
      undefined,
      entry,
      gap,
    ]);
    expect(to("x")).toEqual({ TypeError: "cannot set `x`: the array is frozen or sealed" });
    expect(attempt(list, (realm, target) => remove(realm, target, 0))).toEqual(entry);
  });
  it("a list that may not grow", () => {
    const list = Object.preventExtensions(["a", "b"]);
    const to = (key: unknown, value: unknown = 1) => attempt(list, (realm, target) => set(realm, target, key, value));
    expect([to(0), to(2), to(4), to("length", 1), list.length]).toEqual([undefined, entry, gap, undefined, 1]);
  });
  it("a record", () => {
    const record = Object.freeze(toRec({ a: 1 }));
    expect(attempt(record, (realm, target) => set(realm, target, "a", 2))).toEqual({ TypeError: "cannot set `a`: the object is frozen" });
    expect(attempt(record, (realm, target) => remove(realm, target, "a"))).toEqual({
      TypeError: "cannot delete `a`: the object is frozen or sealed",
    });
    expect(attempt(record, (realm, target) => remove(realm, target, "b"))).toBe(true);
  });
});

describe("writing to records", () => {
  it("takes a unit for a new name", () => {
    const realm = createTestRealm();
    const record = toRec({ a: 1 });
    expect([unitsOf(realm, () => set(realm, record, "a", 2)), unitsOf(realm, () => set(realm, record, 3, 4))]).toEqual([0, 1]);
    expect({ ...record }).toEqual({ a: 2, 3: 4 });
    expect(unitsOf(realm, () => set(realm, record, "k".repeat(65), 1))).toBe(2);
  });
});

describe("what can't be written to, or deleted from", () => {
  const table: readonly (readonly [string, unknown, string, string | true])[] = [
    ["null", null, "null", "cannot delete `a`"],
    ["undefined", undefined, "undefined", "cannot delete `a`"],
    ["text", "abc", "this value", true],
    ["a number", 1, "this value", true],
    ["an object of the host", {}, "this value", "cannot delete `a`"],
    ["a function of the host", () => 1, "this value", true],
  ];
  it.each(table)("%s", (_what, target, name, deleted) => {
    const realm = createNarrowRealm();
    expect(settle(() => set(realm, target, "a", 1))).toEqual({ TypeError: `cannot set \`a\` of ${name}` });
    expect(settle(() => remove(realm, target, "a"))).toEqual(deleted === true ? true : { TypeError: deleted });
    expect(settle(() => set(realm, target, "n".repeat(61), 1))).toEqual({ TypeError: `cannot set \`${"n".repeat(57)}…\` of ${name}` });
  });
});

describe("deleting", () => {
  it("from lists leaves no gap", () => {
    const realm = createTestRealm();
    const list = ["a", "b"];
    for (const key of [-1, "x", "y"]) set(realm, list, key, 1);
    expect([0, 5, 2, -1, "x", "gone"].map((key) => remove(realm, list, key))).toEqual(Array(6).fill(true));
    expect(Object.keys(list)).toEqual(["0", "1"]);
    expect([...list]).toEqual([undefined, "b"]);
    expect([-1, "x", "y"].map((key) => get(realm, list, key))).toEqual([undefined, undefined, 1]);
    expect(remove(realm, ["a"], "x")).toBe(true);
  });
  it("from records", () => {
    const record = toRec({ a: 1, b: 2 });
    expect(remove(createTestRealm(), record, "a")).toBe(true);
    expect({ ...record }).toEqual({ b: 2 });
  });
});
