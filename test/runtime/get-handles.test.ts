import { describe, expect, it } from "vitest";
import { copyProps, findInherited, get } from "../../src/runtime/get.ts";
import { Accessor, Instance, Native } from "../../src/runtime/handles.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { isRecord, type Rec } from "../../src/runtime/record.ts";
import { BlockView, ComponentView, ElementView, FragmentView, toOrigin } from "../../src/runtime/view.ts";
import { createTestRealm } from "../support/realm.ts";
import { createNarrowRealm, settle, toClass, toFn, toOpaque, toRec, unitsOf } from "./parts.ts";

/** A getter that says what it was called with. */
const toAccessor = (realm: Realm) => new Accessor(toFn(realm, { invoke: (_fn, self, args) => [self, args.length] }), undefined);
const deaf = new Accessor(undefined, undefined);

describe("instances", () => {
  it("have their own names, then those of their class, then every object's", () => {
    const realm = createTestRealm();
    const cls = toClass(realm, { a: 1, b: 2, gone: undefined });
    cls.accessors = new Map([["live", toAccessor(realm)]]).set("deaf", deaf);
    const instance = new Instance(cls, toRec({ a: undefined, c: 3 }));
    expect(["a", "b", "c", "d", "gone", "deaf"].map((key) => get(realm, instance, key))).toEqual([
      undefined,
      2,
      3,
      undefined,
      undefined,
      undefined,
    ]);
    expect(get(realm, instance, "live")).toEqual([instance, 0]);
    expect(get(realm, instance, "toString")).toBe(realm.methods.object.get("toString"));
    expect(get(realm, instance, "constructor")).toBe(cls);
  });
  it("inherit along classes, up to a facade", () => {
    const realm = createTestRealm();
    const base = new Native({ name: "Base", inherited: new Map([["setState", 1]]), members: new Map([["setState", 2]]) });
    const parent = toClass(realm, { b: "parent" }, base);
    const child = toClass(realm, { a: "child" }, parent);
    expect(["a", "b", "setState", "c"].map((key) => findInherited(child, key))).toEqual(["child", "parent", 1, undefined]);
    expect(findInherited(child, "constructor")).toBe(child);
    expect(findInherited(toFn(realm), "a")).toBeUndefined();
    expect([findInherited(undefined, "a"), findInherited(base, "constructor"), findInherited(undefined, "constructor")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("values with a table of methods", () => {
  const method = new Native({ name: "m" });
  const type = {
    methods: new Map([["m", method]]),
    read: (_realm: Realm, state: number, key: string) => (key === "size" ? state : undefined),
  };

  it("have what was added, what their class has, their data, their methods, every object's", () => {
    const realm = createTestRealm();
    const cls = toClass(realm, { b: "class" });
    cls.accessors = new Map([["live", toAccessor(realm)]]).set("deaf", deaf);
    const value = toOpaque(type, 7, cls);
    value.extra = toRec({ a: "own", b2: undefined });
    expect(["a", "b", "size", "m", "b2", "deaf", "other"].map((key) => get(realm, value, key))).toEqual([
      "own",
      "class",
      7,
      method,
      undefined,
      undefined,
      undefined,
    ]);
    expect(get(realm, value, "live")).toEqual([value, 0]);
    expect(get(realm, value, "toString")).toBe(realm.methods.object.get("toString"));
    expect(get(realm, value, "constructor")).toBe(cls);
    value.extra.size = undefined;
    expect(get(realm, value, "size")).toBeUndefined();
  });
  it("have no more than their table without a class", () => {
    const realm = createTestRealm();
    expect(["size", "m", "state", "type"].map((key) => get(realm, toOpaque(type, 7), key))).toEqual([7, method, undefined, undefined]);
    expect(get(realm, toOpaque({}, 7), "size")).toBeUndefined();
  });
});

describe("facades", () => {
  const inner = new Native({ name: "inner" });
  it("have members, a name and a length", () => {
    const realm = createTestRealm();
    const fn = new Native({ name: "n", length: 2, run: () => 1, members: new Map<string, unknown>([["inner", inner]]) });
    expect(["inner", "name", "length", "toString", "hasOwnProperty"].map((key) => get(realm, fn, key))).toEqual([
      inner,
      "n",
      2,
      undefined,
      undefined,
    ]);
    expect(get(realm, fn, "call")).toBe(realm.methods.function.get("call"));
    const plain = new Native({ name: "n", make: () => 1 });
    expect(get(realm, plain, "toString")).toBe(realm.methods.function.get("toString"));
    expect([plain.length, plain.lists]).toEqual([0, false]);
  });
  it("hold nothing else where they can't be called", () => {
    const realm = createTestRealm();
    const space = new Native({ name: "Math", members: new Map([["PI", 3]]) });
    expect(["PI", "name", "length", "call", "toString"].map((key) => get(realm, space, key))).toEqual([3, ...Array(4).fill(undefined)]);
  });
  it("have a member that is undefined, and what a template may add", () => {
    const realm = createTestRealm();
    const fn = new Native({ name: "n", run: () => 1, members: new Map([["name", undefined]]), extra: toRec({ a: 1, length: undefined }) });
    expect(["name", "a", "length"].map((key) => get(realm, fn, key))).toEqual([undefined, 1, undefined]);
  });
});

describe("functions", () => {
  it("have what was put on them and on those they extend, a name and a length", () => {
    const realm = createTestRealm();
    const parent = toFn(realm, { name: "P", length: 3, construct: () => 1 });
    const child = toFn(realm, { name: "C", length: 1 }, parent);
    parent.props = toRec({ a: "parent", b: "parent", live: toAccessor(realm), deaf });
    child.props = toRec({ a: "child" });
    expect(["a", "b", "c", "name", "length", "deaf"].map((key) => get(realm, child, key))).toEqual([
      "child",
      "parent",
      undefined,
      "C",
      1,
      undefined,
    ]);
    expect(get(realm, child, "live")).toEqual([child, 0]);
    expect(get(realm, child, "call")).toBe(realm.methods.function.get("call"));
    expect(get(realm, child, "hasOwnProperty")).toBe(realm.methods.object.get("hasOwnProperty"));
    expect([get(realm, child, "prototype"), isRecord(get(realm, parent, "prototype"))]).toEqual([undefined, true]);
    parent.props.name = "given";
    expect([get(realm, parent, "name"), get(realm, child, "name")]).toEqual(["given", "C"]);
  });
  it("have the members of a facade that they extend", () => {
    const realm = createTestRealm();
    const base = new Native({ name: "Base", length: 5, run: () => 1, members: new Map([["from", 1]]) });
    const cls = toClass(realm, {}, base);
    expect(["from", "other", "name", "length"].map((key) => get(realm, cls, key))).toEqual([1, undefined, "C", 0]);
    expect(get(realm, cls, "call")).toBe(realm.methods.function.get("call"));
    // What every object has is a function's own, not a facade's.
    expect(get(realm, cls, "hasOwnProperty")).toBeUndefined();
  });
});

describe("views", () => {
  const names = ["key", "type", "tag", "props", "children", "html", "toString"];
  const read = (view: unknown) => Object.fromEntries(names.map((name) => [name, get(createTestRealm(), view, name)]));
  const none = Object.fromEntries(names.map((name) => [name, undefined]));

  it("show what React's elements do", () => {
    const type = new Native({ name: "Panel" });
    const element = read(new ElementView("p", toRec({ id: "a" }), ["x"], toOrigin(0), "k"));
    expect(element).toEqual({ ...none, key: "k", type: "p", props: { id: "a", children: ["x"] } });
    expect(isRecord(element.props)).toBe(true);
    expect(read(new ElementView("p", toRec(), [], toOrigin(0)))).toEqual({ ...none, key: null, type: "p", props: { children: [] } });
    expect(read(new ComponentView(type, toRec({ a: 1 }), 0, "k"))).toEqual({ ...none, key: "k", type, props: { a: 1 } });
    expect(read(new BlockView({ block: true }, [1], "k"))).toEqual({ ...none, key: "k", props: {} });
    expect(read(new FragmentView([1], toOrigin(0)))).toEqual({ ...none, key: null });
  });
  it("give copies of their props, for a unit each", () => {
    const realm = createNarrowRealm();
    const props: Rec = toRec({ a: 1, b: 2 });
    const view = new ComponentView(undefined, props, 0);
    expect(get(realm, view, "props")).not.toBe(get(realm, view, "props"));
    expect(unitsOf(realm, () => get(realm, view, "props"))).toBe(2);
    realm.fuel = 2;
    expect(settle(() => ({ ...copyProps(realm, props) }))).toEqual({ a: 1, b: 2 });
    expect(settle(() => copyProps(realm, props))).toEqual({ limit: "fuel", message: "the card used up its steps" });
  });
  it("begin as they are made", () => {
    expect(toOrigin(3)).toEqual({ at: 3, svg: false, places: [] });
  });
});
