import { createContext, runInContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importValue } from "../../src/runtime/import.ts";
import { isRecord, type Rec } from "../../src/runtime/record.ts";

describe("importing data of the host", () => {
  it("copies plain data into records and arrays", () => {
    const data = { a: 1, b: "x", c: true, d: null, e: undefined, f: [1, { g: 2 }], at: new Date(0) };
    const copy = importValue(data, "customer") as Rec;
    expect(isRecord(copy)).toBe(true);
    expect(isRecord((copy.f as unknown[])[1])).toBe(true);
    expect({ ...copy, f: [1, { ...((copy.f as unknown[])[1] as Rec) }] }).toEqual({ ...data, at: "1970-01-01T00:00:00.000Z" });
    for (const value of ["x", 1, true, null, undefined, Number.NaN]) expect(importValue(value, "value")).toBe(value);
  });

  it("gives back any JSON as it was", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(importValue(value, "data"))).toBe(JSON.stringify(value));
      }),
    );
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = { inner: [cyclic] };
  let deep: unknown = 1;
  for (let i = 0; i < 300; i++) deep = { deep };
  const sparse = [1, 2];
  sparse[5] = 3;
  class Order {
    id = 1;
  }
  const refused: readonly (readonly [string, unknown, string])[] = [
    ["functions", { a: { f: () => 1 } }, "`customer.a.f`: expected plain data, found a function"],
    ["symbols", { a: [Symbol("x")] }, "`customer.a[0]`: expected plain data, found a symbol"],
    ["bigints", { a: 1n }, "`customer.a`: expected plain data, found a bigint"],
    ["class instances", { order: new Order() }, "`customer.order`: expected plain data, found an instance of a class"],
    ["maps", { m: new Map() }, "`customer.m`: expected plain data, found an instance of a class"],
    ["wrapper objects", { n: Object(1) }, "`customer.n`: expected plain data, found an instance of a class"],
    ["invalid dates", { at: new Date(Number.NaN) }, "`customer.at`: expected plain data, found an invalid date"],
    ["sparse arrays", { list: sparse }, "`customer.list[2]`: expected plain data, found a hole in the array"],
    ["huge sparse arrays", { list: new Array(2 ** 32 - 1) }, "`customer.list`: expected plain data, found more than 1000000 values"],
    ["cycles", cyclic, "found an object that contains itself"],
    ["deep nesting", deep, "found more than 200 levels"],
  ];
  it.each(refused)("refuses %s, naming the path", (_what, value, message) => {
    expect(() => importValue(value, "customer")).toThrow(TypeError);
    expect(() => importValue(value, "customer")).toThrow(message);
  });

  const messageOf = (value: unknown) => {
    try {
      return importValue(value, "customer");
    } catch (error) {
      return (error as Error).message;
    }
  };
  it("goes 200 levels deep, and names the first of them", () => {
    const nest = (levels: number) => {
      let value: object = {};
      for (let level = 1; level < levels; level++) value = { a: value };
      return messageOf(value);
    };
    expect(isRecord(nest(200))).toBe(true);
    expect(nest(201)).toBe("`customer.a.a.a.a.a.a.a`: expected plain data, found more than 200 levels");
    expect(messageOf(cyclic)).toBe(
      "`customer.self.inner[0].self.inner[0].self`: expected plain data, found an object that contains itself",
    );
  });
  it("takes a million values, and names where there are more", () => {
    expect(messageOf(new Array(1_000_000))).toBe("`customer[0]`: expected plain data, found a hole in the array");
    expect(messageOf(new Array(1_000_001))).toBe("`customer`: expected plain data, found more than 1000000 values");
    let deep: unknown = new Array(1_000_001);
    for (let level = 0; level < 20; level++) deep = [deep];
    expect(messageOf(deep)).toBe("`customer[0][0][0][0][0][0][0]`: expected plain data, found more than 1000000 values");
  });
  it("names values that are no data by themselves", () => {
    expect(messageOf(() => 1)).toBe("`customer`: expected plain data, found a function");
    expect(messageOf({ ["k".repeat(61)]: () => 1 })).toBe(`\`customer.${"k".repeat(57)}…\`: expected plain data, found a function`);
    expect(messageOf({ ["k".repeat(60)]: () => 1 })).toBe(`\`customer.${"k".repeat(60)}\`: expected plain data, found a function`);
  });
  it("takes nothing from an object that says otherwise when it is asked again", () => {
    let asked = 0;
    const liar = new Proxy(
      { a: 1 },
      { getOwnPropertyDescriptor: (target, name) => (asked++ === 0 ? Reflect.getOwnPropertyDescriptor(target, name) : undefined) },
    );
    expect({ ...(importValue(liar, "customer") as Rec) }).toEqual({ a: undefined });
    expect(asked).toBe(2);
  });

  it("never runs an accessor, in objects or arrays", () => {
    let ran = 0;
    const trap = { enumerable: true, get: () => ++ran };
    const list = [1];
    Object.defineProperty(list, 0, trap);
    for (const value of [
      Object.defineProperty({}, "name", trap),
      { a: { b: Object.defineProperty({}, "c", trap) } },
      list,
      Object.defineProperty({}, "s", { enumerable: true, set: () => {} }),
    ]) {
      expect(() => importValue(value, "customer")).toThrow("an accessor");
    }
    expect(ran).toBe(0);
    expect(importValue(Object.defineProperty({}, "hidden", { get: () => ++ran }), "customer")).toEqual({});
    expect(ran).toBe(0);
  });

  it("sees own keys only, and keeps `__proto__` one of them", () => {
    const parsed = JSON.parse('{"__proto__":{"polluted":1},"constructor":2}') as object;
    let copy: unknown;
    Object.defineProperty(Object.prototype, "leaked", { value: 1, enumerable: true, configurable: true });
    try {
      copy = importValue(parsed, "data");
    } finally {
      delete (Object.prototype as Record<string, unknown>).leaked;
    }
    expect(Object.keys(copy as Rec)).toEqual(["__proto__", "constructor"]);
    expect("polluted" in (copy as Rec)).toBe(false);
    const model = Object.create({ inherited: 1 }) as object;
    expect(() => importValue(model, "data")).toThrow("an instance of a class");
    expect(importValue(Object.create(null), "data")).toEqual({});
  });

  it("takes plain objects of another realm, and its dates", () => {
    const other = runInContext("({ a: [1, { b: 2 }], at: new Date(0) })", createContext({})) as unknown;
    expect(JSON.stringify(importValue(other, "data"))).toBe('{"a":[1,{"b":2}],"at":"1970-01-01T00:00:00.000Z"}');
  });
});
