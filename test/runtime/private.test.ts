import { describe, expect, it } from "vitest";
import { Accessor, Instance } from "../../src/runtime/handles.ts";
import { definePrivate, getPrivate, hasPrivate, PrivateKey, PrivateMethod, setPrivate } from "../../src/runtime/private.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createTestRealm } from "../support/realm.ts";
import { settle, toClass, toFn, toOpaque, toRec, unitsOf } from "./parts.ts";

const key = () => new PrivateKey("#x");
const owners: readonly (readonly [string, (realm: Realm) => object])[] = [
  ["an instance", (realm) => new Instance(toClass(realm), toRec())],
  ["a class", (realm) => toClass(realm)],
  ["a value with a table", (realm) => toOpaque({}, 0, toClass(realm))],
];

describe.each(owners)("private members of %s", (_what, make) => {
  it("are given once, for a unit, and then read and written", () => {
    const realm = createTestRealm();
    const [owner, x, y] = [make(realm), key(), key()];
    expect(hasPrivate(owner, x)).toBe(false);
    expect(unitsOf(realm, () => definePrivate(realm, owner, x, undefined))).toBe(1);
    definePrivate(realm, owner, y, 2);
    expect([hasPrivate(owner, x), hasPrivate(owner, key()), getPrivate(realm, owner, x)]).toEqual([true, false, undefined]);
    setPrivate(realm, owner, x, 3);
    expect([getPrivate(realm, owner, x), getPrivate(realm, owner, y)]).toEqual([3, 2]);
    expect(settle(() => definePrivate(realm, owner, x, 1))).toEqual({ TypeError: "`#x` is there already" });
    expect(getPrivate(realm, owner, x)).toBe(3);
  });
  it("are not there for any other key", () => {
    const realm = createTestRealm();
    const owner = make(realm);
    const absent = { TypeError: "`#x` is not there: the object is of another class" };
    const both = () => [settle(() => getPrivate(realm, owner, key())), settle(() => setPrivate(realm, owner, key(), 1))];
    expect(both()).toEqual([absent, absent]);
    definePrivate(realm, owner, key(), 1);
    expect(both()).toEqual([absent, absent]);
  });
  it("may be methods and accessors", () => {
    const realm = createTestRealm();
    const owner = make(realm);
    const [method, both, readOnly, writeOnly] = [key(), key(), key(), key()];
    const heard: unknown[] = [];
    const fn = toFn(realm, { invoke: (_fn, self, args) => heard.push([self === owner, args]) });
    definePrivate(realm, owner, method, new PrivateMethod(fn));
    definePrivate(realm, owner, both, new Accessor(fn, fn));
    definePrivate(realm, owner, readOnly, new Accessor(fn, undefined));
    definePrivate(realm, owner, writeOnly, new Accessor(undefined, fn));
    expect([getPrivate(realm, owner, method), getPrivate(realm, owner, both)]).toEqual([fn, 1]);
    setPrivate(realm, owner, both, "a");
    expect(heard).toEqual([
      [true, []],
      [true, ["a"]],
    ]);
    expect(settle(() => setPrivate(realm, owner, method, 1))).toEqual({ TypeError: "`#x` is a method and can't be assigned" });
    expect(settle(() => setPrivate(realm, owner, readOnly, 1))).toEqual({ TypeError: "`#x` has only a getter" });
    expect(settle(() => getPrivate(realm, owner, writeOnly))).toEqual({ TypeError: "`#x` has only a setter" });
    expect(heard).toHaveLength(2);
  });
});

describe("what can have none", () => {
  it.each([
    ["a record", toRec()],
    ["a list", []],
    ["null", null],
    ["a text", "a"],
    ["an object of the host", { hidden: new Map() }],
  ])("%s", (_what, value) => {
    const realm = createTestRealm();
    const x = key();
    if (value !== null && typeof value === "object" && "hidden" in value) (value.hidden as Map<PrivateKey, unknown>).set(x, 1);
    expect(hasPrivate(value, x)).toBe(false);
    expect(settle(() => definePrivate(realm, value, x, 1))).toEqual({ TypeError: "`#x` needs an object of a class" });
    expect(settle(() => getPrivate(realm, value, x))).toEqual({ TypeError: "`#x` is not there: the object is of another class" });
    expect(settle(() => setPrivate(realm, value, x, 1))).toEqual({ TypeError: "`#x` is not there: the object is of another class" });
  });
});
