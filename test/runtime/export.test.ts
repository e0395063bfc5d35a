import { describe, expect, it } from "vitest";
import { exportValue } from "../../src/runtime/export.ts";
import { Instance } from "../../src/runtime/handles.ts";
import { createRecord } from "../../src/runtime/record.ts";
import { make } from "../scope/intrinsics/compare.ts";
import { createUniverse } from "../scope/support/universe.ts";
import { createTestRealm } from "../support/realm.ts";
import { toClass, toOpaque, toRec, unitsOf } from "./parts.ts";

describe("exporting values to the host", () => {
  const realm = createTestRealm();
  const universe = createUniverse(realm);
  const leave = (value: unknown) => exportValue(realm, universe.enter(value));

  it("gives plain data, with the host's own prototypes", () => {
    const copy = leave({ a: [1, { b: null }], c: "x" }) as object;
    expect(copy).toEqual({ a: [1, { b: null }], c: "x" });
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });
  it("turns what is no data into its JSON form, or into nothing", () => {
    expect(leave(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
    expect(leave(new Map([["a", { b: 1 }]]))).toEqual([["a", { b: 1 }]]);
    expect(leave(new Set([1, 2]))).toEqual([1, 2]);
    expect(leave(/x/g)).toBe("/x/g");
    expect(leave(new RangeError("m"))).toBe("RangeError: m");
    expect(exportValue(realm, make(realm, "URL", "https://a.example/"))).toBe("https://a.example/");
    for (const value of [() => 1, { f: () => 1 }]) expect(leave(value)).toEqual(typeof value === "function" ? undefined : { f: undefined });
    for (const name of ["Math", "Map", "console"]) expect(exportValue(realm, realm.globals.get(name))).toBeUndefined();
  });
  it("cuts cycles, depth and size, and keeps `__proto__` a key", () => {
    const record = createRecord();
    record.self = record;
    const proto = "__proto__";
    record[proto] = 1;
    const copy = exportValue(realm, record) as Record<string, unknown>;
    expect(Object.keys(copy)).toEqual(["self", "__proto__"]);
    expect(copy.self).toBeUndefined();
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    const caps = { depth: 2, entries: 5, textLength: 3 };
    expect(exportValue(realm, universe.enter({ a: { b: { c: 1 } } }), caps)).toEqual({ a: { b: undefined } });
    expect(
      exportValue(
        realm,
        Array.from({ length: 10 }, (_, i) => i),
        caps,
      ),
    ).toEqual([0, 1, 2, 3, 4]);
    expect(exportValue(realm, "abcdef", caps)).toBe("abc…");
    expect(exportValue(realm, "abc", caps)).toBe("abc");
    const wide = universe.enter({ a: 1, b: { c: 2, d: 3 }, e: 4, f: 5 });
    expect(exportValue(realm, wide, caps)).toEqual({ a: 1, b: { c: 2, d: 3 }, e: 4 });
    const [first, second] = [universe.enter({ a: 1, b: 2, c: 3 }), universe.enter({ d: 4, e: 5, f: 6 })];
    expect(exportValue(realm, [first, second], { ...caps, entries: 4 })).toEqual([{ a: 1, b: 2, c: 3 }]);
    expect(exportValue(realm, [first, second], { ...caps, entries: 6 })).toEqual([{ a: 1, b: 2, c: 3 }, { d: 4 }]);
  });
  it("gives properties that the host may change, of instances too", () => {
    const copy = exportValue(realm, new Instance(toClass(realm, { m: 1 }), toRec({ a: 1 }))) as object;
    expect(Object.getOwnPropertyDescriptors(copy)).toEqual({ a: { value: 1, writable: true, enumerable: true, configurable: true } });
  });
  it("asks what has a table for its text, and takes nothing else from it", () => {
    const echo = { primitive: (_realm: unknown, state: unknown, hint: string) => (hint === "string" ? state : undefined) };
    const table: readonly (readonly [string, object, unknown, unknown])[] = [
      ["Error", echo, "E: m", "E: m"],
      ["Error", echo, 7, undefined],
      ["Error", {}, 0, undefined],
      ["RegExp", echo, "/x/", "/x/"],
      ["RegExp", {}, 0, undefined],
      ["Thing", echo, "text", undefined],
      ["Thing", { json: () => [1] }, 0, [1]],
    ];
    for (const [name, part, state, copy] of table) expect(exportValue(realm, toOpaque({ name, ...part }, state))).toEqual(copy);
  });
  it("takes a unit for each value, and more for long texts", () => {
    const units = (value: unknown) => unitsOf(realm, () => exportValue(realm, value));
    expect([units(1), units("x".repeat(255)), units("x".repeat(512)), units([1, toRec({ a: null })])]).toEqual([1, 1, 3, 4]);
  });
});
