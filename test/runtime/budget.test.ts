import { describe, expect, it } from "vitest";
import {
  charge,
  chargeAppend,
  chargeArray,
  chargeComparison,
  chargeFailure,
  chargeJoin,
  chargeKey,
  chargeString,
  enterCall,
} from "../../src/runtime/budget.ts";
import { LimitError } from "../../src/runtime/failure.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createTestRealm } from "../support/realm.ts";
import { createNarrowRealm, settle, unitsOf } from "./parts.ts";

const text = (length: number) => "x".repeat(length);

describe("units", () => {
  const table: readonly (readonly [string, (realm: Realm) => void, number])[] = [
    ["steps", (realm) => charge(realm, 7), 7],
    ["nothing", (realm) => charge(realm, 0), 0],
    ["a short string", (realm) => chargeString(realm, 63), 0],
    ["64 letters", (realm) => chargeString(realm, 64), 1],
    ["6,400 letters", (realm) => chargeString(realm, 6400), 100],
    ["growth by nothing", (realm) => chargeAppend(realm, 100_000, 0), 1],
    ["growth by little", (realm) => chargeAppend(realm, 100_000, 63), 1],
    ["growth by 64 letters", (realm) => chargeAppend(realm, 100_000, 64), 2],
    ["a short text and a short one", (realm) => chargeJoin(realm, 1023, 63), 0],
    ["a long text and a short one", (realm) => chargeJoin(realm, 2048, 63), 2],
    ["two long texts", (realm) => chargeJoin(realm, 2048, 128), 4],
    ["comparing short texts", (realm) => chargeComparison(realm, text(256), text(256)), 0],
    ["comparing a short text with a long one", (realm) => chargeComparison(realm, text(256), text(1024)), 0],
    ["comparing 257 letters", (realm) => chargeComparison(realm, text(257), text(257)), 1],
    ["comparing up to the end of the right one", (realm) => chargeComparison(realm, text(1024), text(512)), 2],
    ["comparing up to the end of the left one", (realm) => chargeComparison(realm, text(512), text(1024)), 2],
    ["comparing a text with a list", (realm) => chargeComparison(realm, text(512), Array(512)), 0],
    ["comparing a list with a text", (realm) => chargeComparison(realm, Array(512), text(512)), 0],
    ["comparing numbers", (realm) => chargeComparison(realm, 1, 2), 0],
    ["a key of 64 letters", (realm) => chargeKey(realm, text(64)), 0],
    ["a key of 65 letters", (realm) => chargeKey(realm, text(65)), 1],
    ["a key of 8,192 letters", (realm) => chargeKey(realm, text(8192)), 128],
    ["the first longer key", (realm) => chargeKey(realm, text(8193)), 128 + 32],
    ["a list as a key", (realm) => chargeKey(realm, Array(10_000)), 0],
    ["nothing as a key", (realm) => chargeKey(realm, undefined), 0],
    ["an error of the host", chargeFailure, 60],
    ["three entries", (realm) => chargeArray(realm, 3), 0],
    ["four entries", (realm) => chargeArray(realm, 4), 1],
    ["400 entries", (realm) => chargeArray(realm, 400), 100],
  ];
  it.each(table)("%s", (_what, run, units) => {
    expect(unitsOf(createTestRealm(), run)).toBe(units);
  });
  it("long keys pay for those before them", () => {
    const realm = createTestRealm();
    const units = [1, 2, 3].map(() => unitsOf(realm, () => chargeKey(realm, text(8448))));
    expect(units).toEqual([132 + 33, 132 + 2 * 33, 132 + 3 * 33]);
    expect(unitsOf(createTestRealm(), (other) => chargeKey(other, text(8448)))).toBe(132 + 33);
  });
});

describe("limits", () => {
  const table: readonly (readonly [string, (realm: Realm) => void, object | undefined])[] = [
    ["the last step", (realm) => charge(realm, 1000), undefined],
    ["one more", (realm) => charge(realm, 1001), { limit: "fuel", message: "the card used up its steps" }],
    ["steps that are no number", (realm) => charge(realm, Number.NaN), { limit: "fuel", message: "the card used up its steps" }],
    ["the longest string", (realm) => chargeString(realm, 10), undefined],
    ["a longer one", (realm) => chargeString(realm, 11), { limit: "stringLength", message: "a string of 11 characters is too long" }],
    ["the longest text", (realm) => chargeAppend(realm, 10, 1), undefined],
    ["a longer text", (realm) => chargeAppend(realm, 11, 1), { limit: "stringLength", message: "a string of 11 characters is too long" }],
    ["a longer sum", (realm) => chargeJoin(realm, 11, 1), { limit: "stringLength", message: "a string of 11 characters is too long" }],
    ["no length", (realm) => chargeString(realm, Number.NaN), { limit: "stringLength", message: "a string of NaN characters is too long" }],
    ["the largest array", (realm) => chargeArray(realm, 10), undefined],
    ["a larger one", (realm) => chargeArray(realm, 11), { limit: "arrayLength", message: "a collection of 11 entries is too large" }],
    ["no size", (realm) => chargeArray(realm, Number.NaN), { limit: "arrayLength", message: "a collection of NaN entries is too large" }],
  ];
  it.each(table)("%s", (_what, run, expected) => {
    expect(settle(() => run(createNarrowRealm()))).toEqual(expected);
  });
  it("as many calls as are allowed, and none that is refused is left under way", () => {
    const realm = createNarrowRealm();
    const enter = () => settle(() => enterCall(realm));
    expect([enter(), enter(), enter(), realm.depth]).toEqual([undefined, undefined, undefined, 3]);
    expect(enter()).toEqual({ limit: "callDepth", message: "more than 3 calls are under way at once" });
    expect(realm.depth).toBe(3);
  });
  it("what is thrown has a name of its own", () => {
    expect(String(new LimitError("fuel", "no more"))).toBe("LimitError: no more");
  });
});
