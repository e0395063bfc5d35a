import { describe, expect, it } from "vitest";
import { call, construct } from "../../src/runtime/call.ts";
import { LimitError } from "../../src/runtime/failure.ts";
import { Native } from "../../src/runtime/handles.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { throwType } from "../../src/runtime/throw.ts";
import { createNarrowRealm, settle, toFn, toRec } from "./parts.ts";

/** Each way to be called: what it hears, and what goes wrong inside. */
const ways: readonly (readonly [string, (realm: Realm, run: (...heard: unknown[]) => unknown) => unknown])[] = [
  ["a function", (realm, run) => call(realm, toFn(realm, { invoke: (_fn, self, args) => run(self, args) }), 1, [2])],
  ["a facade", (realm, run) => call(realm, new Native({ name: "n", run: (_realm, self, args) => run(self, args) }), 1, [2])],
  ["a class", (realm, run) => construct(realm, toFn(realm, { construct: (fn, args, target) => run(fn === target ? 1 : 0, args) }), [2])],
  ["a facade after new", (realm, run) => construct(realm, new Native({ name: "n", make: (_realm, args) => run(1, args) }), [2])],
];

describe.each(ways)("%s", (_what, enter) => {
  it("gets what it is called with, for a unit, one call deeper", () => {
    const realm = createNarrowRealm();
    expect(enter(realm, (self, args) => [self, args, realm.depth])).toEqual([1, [2], 1]);
    expect([realm.depth, realm.fuel]).toEqual([0, 999]);
  });
  it("is left when it throws", () => {
    const realm = createNarrowRealm();
    expect(settle(() => enter(realm, () => throwType(realm, "no")))).toEqual({ TypeError: "no" });
    expect(realm.depth).toBe(0);
  });
  it("is not entered without a unit left, or too deep", () => {
    const realm = createNarrowRealm();
    realm.depth = 3;
    expect(settle(() => enter(realm, () => 1))).toEqual({ limit: "callDepth", message: "more than 3 calls are under way at once" });
    expect(realm.depth).toBe(3);
    realm.depth = 0;
    realm.fuel = 0;
    expect(() => enter(realm, () => 1)).toThrow(LimitError);
    expect(realm.depth).toBe(0);
  });
});

describe("what can't be called", () => {
  const values: readonly (readonly [string, (realm: Realm) => unknown])[] = [
    ["undefined", () => undefined],
    ["text", () => "f"],
    ["a record", () => toRec({ run: 1, make: 1, code: {} })],
    ["a function of the host", () => () => 1],
    ["a namespace", () => new Native({ name: "Math" })],
  ];
  it.each(values)("%s", (_what, make) => {
    const realm = createNarrowRealm();
    expect(settle(() => call(realm, make(realm), undefined, []))).toEqual({ TypeError: "this value is not a function" });
    expect(settle(() => call(realm, make(realm), undefined, [], "`a.b`"))).toEqual({ TypeError: "`a.b` is not a function" });
    expect(settle(() => construct(realm, make(realm), []))).toEqual({ TypeError: "this value is not a constructor" });
    expect(settle(() => construct(realm, make(realm), [], "`A`"))).toEqual({ TypeError: "`A` is not a constructor" });
    expect(realm.depth).toBe(0);
  });
  it("a facade that can only be made, or only be run", () => {
    const realm = createNarrowRealm();
    const [made, run] = [new Native({ name: "m", make: () => 1 }), new Native({ name: "r", run: () => 1 })];
    expect(settle(() => call(realm, made, undefined, []))).toEqual({ TypeError: "this value is not a function" });
    expect(settle(() => construct(realm, run, []))).toEqual({ TypeError: "this value is not a constructor" });
    expect(settle(() => construct(realm, toFn(realm), []))).toEqual({ TypeError: "this value is not a constructor" });
  });
});
