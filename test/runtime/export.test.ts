import { describe, expect, it } from "vitest";
import { exportValue } from "../../src/runtime/export.ts";
import { createRecord } from "../../src/runtime/record.ts";
import { make } from "../scope/intrinsics/compare.ts";
import { createUniverse } from "../scope/support/universe.ts";
import { createTestRealm } from "../support/realm.ts";

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
  });
});
