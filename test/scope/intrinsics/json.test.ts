import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { get } from "../../../src/runtime/get.ts";
import { createRecord, isRecord, type Rec } from "../../../src/runtime/record.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { compareStatic, invoke, type Make, make, runOurs } from "./compare.ts";

const stringify: readonly Make[] = [
  () => [{ a: 1, b: [true, null, 'x\n\u2028"\uD800'], c: { d: undefined, e: () => 1 } }],
  () => [[undefined, () => 1, Number.NaN, Number.POSITIVE_INFINITY, -0]],
  () => [undefined],
  () => [() => 1],
  () => ["text"],
  () => [null],
  () => [{ a: [], b: {}, c: [1, { d: 2 }] }, null, 2],
  () => [{ a: [], b: {}, c: [1, { d: 2 }] }, null, "--"],
  () => [{ a: 1 }, null, 100],
  () => [[1], null, "a very long indent indeed"],
  () => [{ a: 1, b: { a: 2, c: 3 } }, ["a", "b"]],
  () => [{ a: 1, 2: "x" }, [2, "a", "a"]],
  () => [{ a: 1, b: "x", c: [1, 2] }, (_key: string, value: unknown) => (typeof value === "number" ? value + 1 : value)],
  () => [{ a: 1, b: 2 }, (key: string, value: unknown) => (key === "a" ? undefined : value)],
  () => [{ a: { toJSON: (key: string) => `json of ${key}` } }],
  () => [{ at: new Date(0), bad: new Date(Number.NaN) }],
  () => [{ m: new Map([[1, 2]]), s: new Set([1]), r: /x/, e: new Error("x") }],
  () => [new Date(86_400_000)],
  () => [{ 10: 1, 9: 2, b: 3, a: 4 }],
];
const parse: readonly Make[] = [
  () => ['{"a":[1,2,{"b":null}],"c":"\\u00e9"}'],
  () => ["[]"],
  () => [" 1 "],
  () => ["null"],
  () => ['{"a":1,"a":2}'],
  () => ['{"10":1,"9":2}'],
  () => ["{bad"],
  () => [""],
  () => [undefined],
  () => ["'x'"],
  () => ['{"a":{"b":2},"c":[1,2]}', (_key: string, value: unknown) => (typeof value === "number" ? value * 10 : value)],
  () => ['{"a":1,"b":2}', (key: string, value: unknown) => (key === "a" ? undefined : value)],
  () => ["[1,2,3]", (key: string, value: unknown) => (key === "" ? (value as unknown[]).length : value)],
  () => [12],
];

describe("JSON", () => {
  it("stringify does what the host's does", () => {
    for (const makeCase of stringify) compareStatic("JSON.stringify", makeCase);
  });
  it("parse does what the host's does", () => {
    for (const makeCase of parse) compareStatic("JSON.parse", makeCase);
  });

  it("prints and reads any JSON as the host does", () => {
    const realm = createTestRealm({ limits: { fuel: 1e9 } });
    const universe = createUniverse(realm);
    const json = realm.globals.get("JSON");
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(invoke(realm, json, "stringify", universe.enter(value), null, space)).toBe(text);
        expect(invoke(realm, json, "stringify", invoke(realm, json, "parse", text), null, space)).toBe(text);
      }),
    );
  });

  it("keeps `__proto__` an ordinary key", () => {
    const realm = createTestRealm();
    const parsed = invoke(realm, realm.globals.get("JSON"), "parse", '{"__proto__":{"polluted":1}}') as Rec;
    expect(isRecord(parsed)).toBe(true);
    expect(Object.keys(parsed)).toEqual(["__proto__"]);
    expect(get(realm, parsed, "polluted")).toBeUndefined();
    expect(invoke(realm, realm.globals.get("JSON"), "stringify", parsed)).toBe('{"__proto__":{"polluted":1}}');
  });

  it("refuses cycles and prints facades as nothing", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const json = realm.globals.get("JSON");
    const record = createRecord();
    record.self = [record];
    expect(runOurs(universe, () => invoke(realm, json, "stringify", record))).toEqual({ threw: "TypeError" });
    const facades = createRecord();
    facades.math = realm.globals.get("Math");
    facades.map = realm.globals.get("Map");
    facades.promise = invoke(realm, realm.globals.get("Promise"), "resolve", 1);
    facades.url = make(realm, "URL", "https://a.example/b");
    expect(invoke(realm, json, "stringify", facades)).toBe('{"promise":{},"url":"https://a.example/b"}');
    expect(invoke(realm, json, "stringify", json)).toBeUndefined();
  });

  it("never shows what the host says of a bad text", () => {
    const realm = createTestRealm();
    try {
      invoke(realm, realm.globals.get("JSON"), "parse", "{bad");
      expect.unreachable();
    } catch (error) {
      expect(get(realm, (error as { value: unknown }).value, "message")).toBe("this text is not JSON");
    }
  });

  it("pays for what it prints, and for the depth of what it reads", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const json = realm.globals.get("JSON");
    let tree: unknown = ["leaf"];
    for (let i = 0; i < 40; i++) tree = [tree, tree];
    expect(() => invoke(realm, json, "stringify", tree)).toThrow(/used up|too long/);
    const fresh = createTestRealm();
    expect(runOurs(universe, () => invoke(fresh, json, "parse", "[".repeat(100_000) + "]".repeat(100_000)))).toEqual({
      threw: "RangeError",
    });
  });
});
