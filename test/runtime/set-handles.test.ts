import { describe, expect, it } from "vitest";
import { get } from "../../src/runtime/get.ts";
import { Accessor, Instance, Native } from "../../src/runtime/handles.ts";
import { definePrivate, PrivateKey } from "../../src/runtime/private.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { remove, set, setOwn } from "../../src/runtime/set.ts";
import { createTestRealm } from "../support/realm.ts";
import { settle, toClass, toFn, toOpaque, toRec, unitsOf } from "./parts.ts";

/** A setter that keeps what it was called with. */
function toSetter(realm: Realm, heard: unknown[]): Accessor {
  return new Accessor(undefined, toFn(realm, { invoke: (_fn, self, args) => heard.push([self, args]) }));
}

const readOnly = new Accessor(undefined, undefined);

describe("instances", () => {
  it("have properties of their own, and setters of their class", () => {
    const realm = createTestRealm();
    const heard: unknown[] = [];
    const cls = toClass(realm, { a: "class" });
    cls.accessors = new Map([["live", toSetter(realm, heard)]]).set("fixed", readOnly);
    const instance = new Instance(cls, toRec());
    for (const key of ["a", "b", "live"]) set(realm, instance, key, `is ${key}`);
    expect({ ...instance.own }).toEqual({ a: "is a", b: "is b" });
    expect(heard).toEqual([[instance, ["is live"]]]);
    expect(settle(() => set(realm, instance, "fixed", 1))).toEqual({ TypeError: "`fixed` has only a getter" });
    setOwn(realm, instance, "fixed", 1);
    set(realm, instance, "fixed", 2);
    setOwn(realm, instance, "live", 3);
    set(realm, instance, "live", 4);
    expect({ ...instance.own }).toEqual({ a: "is a", b: "is b", fixed: 2, live: 4 });
    expect(heard).toHaveLength(1);
    expect([remove(realm, instance, "a"), remove(realm, instance, "gone"), Object.keys(instance.own)]).toEqual([
      true,
      true,
      ["b", "fixed", "live"],
    ]);
  });
  it("say by which name they are frozen", () => {
    const realm = createTestRealm();
    const instance = new Instance(toClass(realm), Object.freeze(toRec()));
    expect(settle(() => setOwn(realm, instance, "a", 1))).toEqual({ TypeError: "cannot set `a`: the object is frozen" });
  });
  it("have private members, written by their keys alone", () => {
    const realm = createTestRealm();
    const instance = new Instance(toClass(realm), toRec());
    const key = new PrivateKey("#x");
    expect(settle(() => set(realm, instance, key, 1))).toEqual({ TypeError: "`#x` is not there: the object is of another class" });
    definePrivate(realm, instance, key, 1);
    set(realm, instance, key, 2);
    expect([get(realm, instance, key), get(realm, instance, "#x")]).toEqual([2, undefined]);
  });
});

describe("functions", () => {
  it("have properties, and static setters of their own and of what they extend", () => {
    const realm = createTestRealm();
    const heard: unknown[] = [];
    const parent = toClass(realm);
    const child = toClass(realm, {}, parent);
    parent.props = toRec({ live: toSetter(realm, heard), fixed: readOnly, a: 1 });
    for (const key of ["a", "b", "live"]) set(realm, child, key, `is ${key}`);
    expect({ ...child.props }).toEqual({ a: "is a", b: "is b" });
    expect(heard).toEqual([[child, ["is live"]]]);
    expect(settle(() => set(realm, child, "fixed", 1))).toEqual({ TypeError: "`fixed` has only a getter" });
    setOwn(realm, child, "fixed", 1);
    expect(get(realm, child, "fixed")).toBe(1);
    expect([remove(realm, child, "a"), get(realm, child, "a")]).toEqual([true, 1]);
    expect(remove(realm, toFn(realm), "a")).toBe(true);
  });
  it("take a prototype by its name alone, and only where it can be one", () => {
    const realm = createTestRealm();
    const fn = toFn(realm, { construct: () => 1 });
    const proto = toRec({ a: 1 });
    set(realm, fn, "other", proto);
    expect([fn.proto, fn.props?.other]).toEqual([undefined, proto]);
    set(realm, fn, "prototype", proto);
    expect([fn.proto, get(realm, fn, "prototype")]).toEqual([proto, proto]);
    set(realm, fn, "prototype", 1);
    expect([fn.proto, fn.props?.prototype]).toEqual([proto, 1]);
    const own = toFn(realm);
    setOwn(realm, own, "x", 1);
    expect({ ...own.props }).toEqual({ x: 1 });
  });
  it("extend a facade whose prototype they are given", () => {
    const realm = createTestRealm();
    const fn = toFn(realm, { construct: () => 1 });
    const facade = realm.globals.get("Error") as Native;
    set(realm, fn, "prototype", facade.members.get("prototype"));
    expect(fn.parent).toBe(facade);
    const instance = new Instance(toClass(realm, { b: 2 }), toRec({ a: 1 }));
    set(realm, fn, "prototype", instance);
    expect([fn.parent, fn.proto]).toEqual([instance.cls, instance.own]);
  });
});

describe("values with a table", () => {
  const type = {
    write: (_realm: Realm, state: { size: unknown }, key: string, value: unknown) => {
      if (key === "size") state.size = value;
      return key === "size";
    },
    remove: (_realm: Realm, state: { size: unknown }, key: string) => {
      if (key === "size") state.size = undefined;
      return key === "size";
    },
  };
  it("keep what their table takes, and what the template adds beside it", () => {
    const realm = createTestRealm();
    const heard: unknown[] = [];
    const state = { size: 0 };
    const value = toOpaque(type, state);
    set(realm, value, "size", 1);
    expect([state.size, value.extra]).toEqual([1, undefined]);
    set(realm, value, "a", 2);
    expect([state, { ...value.extra }]).toEqual([{ size: 1 }, { a: 2 }]);
    value.extra = toRec({ a: 2, size: 3 });
    set(realm, value, "size", 4);
    expect([state, { ...value.extra }]).toEqual([{ size: 4 }, { a: 2, size: 4 }]);
    const cls = toClass(realm);
    cls.accessors = new Map([["live", toSetter(realm, heard)]]).set("fixed", readOnly);
    const heir = toOpaque(type, { size: 0 }, cls);
    set(realm, heir, "live", 5);
    expect(heard).toEqual([[heir, [5]]]);
    expect(settle(() => set(realm, heir, "fixed", 1))).toEqual({ TypeError: "`fixed` has only a getter" });
    setOwn(realm, heir, "fixed", 1);
    setOwn(realm, heir, "size", 2);
    expect([heir.state, { ...heir.extra }]).toEqual([{ size: 2 }, { fixed: 1, size: 2 }]);
    set(realm, toOpaque({}, 0), "a", 1);
  });
  it("lose what their table gives up, else what was added", () => {
    const realm = createTestRealm();
    const state = { size: 1 };
    const value = toOpaque(type, state);
    value.extra = toRec({ size: 2, a: 3 });
    expect([remove(realm, value, "size"), remove(realm, value, "a"), remove(realm, value, "b")]).toEqual([true, true, true]);
    expect([state, { ...value.extra }]).toEqual([{ size: undefined }, { size: 2 }]);
    const bare = toOpaque({}, 0);
    expect(remove(realm, bare, "a")).toBe(true);
    setOwn(realm, bare, "a", 1);
    expect([remove(realm, bare, "a"), { ...bare.extra }]).toEqual([true, {}]);
  });
});

describe("facades", () => {
  it("are read-only, but for what belongs to one card", () => {
    const realm = createTestRealm();
    const shared = new Native({ name: "n" });
    const own = new Native({ name: "n", extra: toRec({ a: 1 }) });
    expect(settle(() => set(realm, shared, "a", 1))).toEqual({ TypeError: "cannot set `a` of this value" });
    expect(settle(() => remove(realm, shared, "a"))).toEqual({ TypeError: "cannot delete `a`" });
    expect(settle(() => setOwn(realm, shared, "a", 1))).toEqual({ TypeError: "cannot set `a` of this value" });
    expect(unitsOf(realm, () => set(realm, own, "b", 2))).toBe(1);
    expect({ ...own.extra }).toEqual({ a: 1, b: 2 });
  });
  it("what is no handle is written as ever", () => {
    const realm = createTestRealm();
    const record = toRec();
    setOwn(realm, record, "a", 1);
    expect({ ...record }).toEqual({ a: 1 });
  });
});
