import { describe, expect, it } from "vitest";
import { toText } from "../../../src/runtime/coerce.ts";
import { get } from "../../../src/runtime/get.ts";
import type { Native } from "../../../src/runtime/handles.ts";
import { isInstanceOf } from "../../../src/runtime/keys.ts";
import { set } from "../../../src/runtime/set.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { invoke, make } from "./compare.ts";

const kinds = ["Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"] as const;

describe("errors", () => {
  it.each(kinds)("%s has name, message, cause and text, and no stack of the host", (kind) => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const host = globalThis[kind];
    for (const error of [
      make(realm, kind, "m", universe.enter({ cause: 1 })),
      (realm.globals.get(kind) as Native).run?.(realm, undefined, ["m", universe.enter({ cause: 1 })]),
    ]) {
      expect([get(realm, error, "name"), get(realm, error, "message"), get(realm, error, "cause")]).toEqual([kind, "m", 1]);
      expect(toText(realm, error)).toBe(String(new host("m")));
      expect(get(realm, error, "stack")).toBe(`${kind}: m`);
      expect(isInstanceOf(realm, error, realm.globals.get(kind))).toBe(true);
      expect(isInstanceOf(realm, error, realm.globals.get("Error"))).toBe(true);
      expect(isInstanceOf(realm, error, realm.globals.get(kind === "TypeError" ? "RangeError" : "TypeError"))).toBe(false);
      expect(isInstanceOf(realm, error, realm.globals.get("Object"))).toBe(true);
    }
    expect(toText(realm, make(realm, kind))).toBe(String(new host()));
    const own = make(realm, kind, "m");
    set(realm, own, "name", "Own");
    set(realm, own, "status", 404);
    expect([invoke(realm, own, "toString"), get(realm, own, "status")]).toEqual(["Own: m", 404]);
  });
  it("AggregateError lists errors", () => {
    const realm = createTestRealm();
    const error = make(realm, "AggregateError", ["a", "b"], "m");
    expect(get(realm, error, "errors")).toEqual(["a", "b"]);
    expect(isInstanceOf(realm, error, realm.globals.get("AggregateError"))).toBe(true);
  });
});

describe("console", () => {
  it("hands copies to the host, cut in size", () => {
    const lines: unknown[] = [];
    const realm = createTestRealm({ host: { log: (level, values) => lines.push([level, values]) } });
    const universe = createUniverse(realm);
    const log = realm.globals.get("console");
    const record = universe.enter({ a: [1, { b: 2 }] });
    expect(invoke(realm, log, "log", "text", record, log)).toBeUndefined();
    invoke(realm, log, "error", "x".repeat(10_000));
    invoke(realm, log, "assert", true, "not shown");
    invoke(realm, log, "assert", false, "shown");
    invoke(realm, log, "table", [1]);
    expect(lines[0]).toEqual(["log", ["text", { a: [1, { b: 2 }] }, undefined]]);
    expect((lines[0] as unknown[][])[1]?.[1]).not.toBe(record);
    expect(String((lines[1] as unknown[][])[1]?.[0]).length).toBeLessThan(3_000);
    expect(lines.slice(2)).toEqual([
      ["error", ["Assertion failed", "shown"]],
      ["table", [[1]]],
    ]);
  });
  it("says nothing without a host, and survives a host that throws", () => {
    invoke(createTestRealm(), createTestRealm().globals.get("console"), "log", 1);
    const realm = createTestRealm({
      host: {
        log: () => {
          throw new Error("host");
        },
      },
    });
    expect(invoke(realm, realm.globals.get("console"), "log", 1)).toBeUndefined();
  });
});

describe("structuredClone", () => {
  it("copies values, with what is shared and what is cyclic in them", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const clone = (value: unknown) => invoke(realm, realm.globals.get("structuredClone"), "call", undefined, value);
    const shared = universe.enter({ x: 1 }) as Record<string, unknown>;
    const source = universe.enter({
      list: [1, "a"],
      at: new Date(5),
      map: new Map([["k", [1]]]),
      set: new Set([1]),
      pattern: /x/gi,
    }) as Record<string, unknown>;
    source.first = shared;
    source.second = shared;
    source.self = source;
    const copy = clone(source) as Record<string, unknown>;
    expect(copy).not.toBe(source);
    expect(copy.self).toBe(copy);
    expect(copy.first).toBe(copy.second);
    expect(copy.first).not.toBe(shared);
    expect(universe.leave(copy.map)).toEqual(new Map([["k", [1]]]));
    expect(universe.leave(copy.at)).toEqual(new Date(5));
    expect(toText(realm, copy.pattern)).toBe("/x/gi");
    for (const bad of [universe.enter(() => 1), realm.globals.get("Math"), [realm.globals.get("Map")]]) expect(() => clone(bad)).toThrow();
  });
});
