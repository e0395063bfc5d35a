import { describe, expect, it } from "vitest";
import { add, compare, joinArray, looseEquals } from "../../src/runtime/coerce.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createTestRealm } from "../support/realm.ts";
import { settle, toFn, toOpaque, toRec, unitsOf } from "./parts.ts";

const text = (length: number) => "1".repeat(length);
const toEcho = () => toOpaque({ primitive: (_realm, _state, hint) => `as ${hint}` }, 0);
/** A record that stands for a primitive. */
const standFor = (realm: Realm, value: unknown) => toRec({ valueOf: toFn(realm, { invoke: () => value }) });

describe("joining", () => {
  it("writes nothing for what is absent, and for a list within itself", () => {
    const realm = createTestRealm();
    const cyclic: unknown[] = [1];
    cyclic.push(cyclic, [cyclic, 2]);
    expect(joinArray(realm, cyclic, "-")).toBe("1--,2");
    const shared = ["a"];
    expect(joinArray(realm, [shared, shared, null, undefined, true], ";")).toBe("a;a;;;true");
    expect([joinArray(realm, [], ","), joinArray(realm, [1], ","), joinArray(realm, [toEcho()], ",")]).toEqual(["", "1", "as string"]);
  });
  it("goes a hundred levels deep", () => {
    const nest = (levels: number) => {
      let list: unknown[] = ["x"];
      for (let level = 1; level < levels; level++) list = [list];
      return settle(() => joinArray(createTestRealm(), list, ","));
    };
    expect(nest(100)).toBe("x");
    expect(nest(101)).toEqual({ TypeError: "this array nests too deep to be joined" });
  });
  it("is paid for as it grows, and never too long", () => {
    const realm = createTestRealm({ limits: { stringLength: 10 } });
    expect(unitsOf(createTestRealm(), (wide) => joinArray(wide, [text(63), text(62), text(126)], ","))).toBe(2 + 1 + 2);
    expect(settle(() => joinArray(realm, [text(4), text(6)], ""))).toBe(text(10));
    expect(settle(() => joinArray(realm, [text(4), text(7)], ""))).toEqual({
      limit: "stringLength",
      message: "a string of 11 characters is too long",
    });
    expect(settle(() => joinArray(realm, [text(4), text(2)], "-----"))).toMatchObject({ limit: "stringLength" });
  });
});

describe("adding", () => {
  const table: readonly (readonly [string, (realm: Realm) => unknown, unknown, unknown])[] = [
    ["numbers", () => 1, 2, 3],
    ["texts", () => "a", "b", "ab"],
    ["a text and a number", () => "a", 1, "a1"],
    ["a number and a text", () => 1, "a", "1a"],
    ["booleans", () => true, true, 2],
    ["null and a number", () => null, 1, 1],
    ["undefined and a number", () => undefined, 1, Number.NaN],
    ["lists", () => [1], [2], "12"],
    ["a stand-in and a number", (realm) => standFor(realm, 2), 1, 3],
    ["a value and a text", () => toEcho(), "!", "as default!"],
  ];
  it.each(table)("%s", (_what, make, right, sum) => {
    const realm = createTestRealm();
    expect(add(realm, make(realm), right)).toBe(sum);
  });
  it("asks both sides for what they would rather be", () => {
    expect(add(createTestRealm(), "!", toEcho())).toBe("!as default");
    expect(add(createTestRealm(), 1, toEcho())).toBe("1as default");
    expect(add(createTestRealm(), toEcho(), 1)).toBe("as default1");
  });
  it("is paid for by what is added to what", () => {
    const realm = createTestRealm();
    const units = (left: unknown, right: unknown) => unitsOf(realm, () => add(realm, left, right));
    expect([
      units(1, 2),
      units("a", "b"),
      units(text(6400), "a"),
      units("a", text(6400)),
      units(text(640), text(640)),
      units(1, text(6400)),
    ]).toEqual([0, 0, 6, 6, 11, 6]);
    expect(settle(() => add(createTestRealm({ limits: { stringLength: 3 } }), "ab", "cd"))).toMatchObject({ limit: "stringLength" });
  });
});

describe("comparing", () => {
  const operators = ["<", ">", "<=", ">="] as const;
  const table: readonly (readonly [string, (realm: Realm) => unknown, unknown, string])[] = [
    ["less", () => 1, 2, "< <="],
    ["more", () => 2, 1, "> >="],
    ["the same", () => 2, 2, "<= >="],
    ["texts", () => "10", "9", "< <="],
    ["a text and a number", () => "10", 9, "> >="],
    ["null and a number", () => null, 0, "<= >="],
    ["a number and null", () => 1, null, "> >="],
    ["undefined", () => undefined, 0, ""],
    ["a number and undefined", () => 0, undefined, ""],
    ["a stand-in", (realm) => standFor(realm, 3), 2, "> >="],
    ["a value asked for a number", () => toEcho(), "as number", "<= >="],
  ];
  it.each(table)("%s", (_what, make, right, holds) => {
    const realm = createTestRealm();
    expect(operators.filter((operator) => compare(realm, make(realm), right, operator)).join(" ")).toBe(holds);
  });
  it("asks the right side for a number, too", () => {
    expect(compare(createTestRealm(), "as number", toEcho(), "<=")).toBe(true);
  });
});

describe("equality", () => {
  const table: readonly (readonly [string, (realm: Realm) => unknown, (realm: Realm) => unknown, boolean])[] = [
    ["null and undefined", () => null, () => undefined, true],
    ["null and null", () => null, () => null, true],
    ["null and nought", () => null, () => 0, false],
    ["undefined and no text", () => undefined, () => "", false],
    ["a number and a text", () => 1, () => "1", true],
    ["a boolean and a text", () => true, () => "1", true],
    ["a list and its text", () => [1], () => "1", true],
    ["two lists", () => [1], () => [1], false],
    ["a record and its text", () => toRec(), () => "[object Object]", true],
    ["two records", () => toRec(), () => toRec(), false],
    ["a value asked for what it would be", () => toEcho(), () => "as default", true],
    ["what stands for null, and null", (realm) => standFor(realm, null), () => null, false],
    ["what stands for undefined, and undefined", (realm) => standFor(realm, undefined), () => undefined, false],
    ["what stands for undefined, and null", (realm) => standFor(realm, undefined), () => null, false],
  ];
  it.each(table)("%s", (_what, left, right, equal) => {
    const realm = createTestRealm();
    expect(looseEquals(realm, left(realm), right(realm))).toBe(equal);
    expect(looseEquals(realm, right(realm), left(realm))).toBe(equal);
  });
  it("is identity for objects", () => {
    const realm = createTestRealm();
    for (const value of [toRec(), [1], toEcho()]) expect(looseEquals(realm, value, value)).toBe(true);
  });
});

describe("units of comparisons", () => {
  const table: readonly (readonly [string, unknown, unknown, number])[] = [
    ["short texts", text(64), text(64), 0],
    ["texts of the same kind", text(256), text(256), 0],
    ["long texts", text(512), text(512), 2],
    ["a text of 64 letters, read as a number", text(64), 1, 0],
    ["a longer one", text(65), 1, 2],
    ["a number and a long text", 1, text(640), 20],
    ["a boolean and a long text", true, text(640), 20],
    ["numbers", 1, 2, 0],
    ["a number and a boolean", 1, true, 0],
  ];
  it.each(table)("%s", (_what, left, right, units) => {
    const realm = createTestRealm();
    expect(unitsOf(realm, () => looseEquals(realm, left, right))).toBe(units);
    expect(unitsOf(realm, () => compare(realm, left, right, "<"))).toBe(units);
  });
  it("nothing is read to compare it with nothing", () => {
    const realm = createTestRealm();
    for (const nothing of [null, undefined]) expect(unitsOf(realm, () => looseEquals(realm, text(640), nothing))).toBe(0);
  });
});
