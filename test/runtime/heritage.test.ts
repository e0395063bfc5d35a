import { describe, expect, it } from "vitest";
import { get } from "../../src/runtime/get.ts";
import { type Fn, Instance, Native } from "../../src/runtime/handles.ts";
import {
  checkParent,
  createHeir,
  findBase,
  findFacade,
  findOwner,
  readPrototype,
  toPrototype,
  writePrototype,
} from "../../src/runtime/heritage.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../src/runtime/record.ts";
import { createTestRealm } from "../support/realm.ts";
import { settle, toClass, toFn, toOpaque, toRec, unitsOf } from "./parts.ts";

const facade = (realm: Realm, name: string) => realm.globals.get(name) as Native;
const prototypeOf = (realm: Realm, name: string) => facade(realm, name).members.get("prototype") as Native;
const toMaker = (realm: Realm) => toFn(realm, { construct: () => undefined });

describe("the `prototype` of a function", () => {
  it("is made when it is read, and known from then on", () => {
    const realm = createTestRealm();
    const fn = toMaker(realm);
    const proto = readPrototype(fn) as Rec;
    expect([isRecord(proto), readPrototype(fn) === proto, findOwner(realm, proto) === fn]).toEqual([true, true, true]);
    expect(readPrototype(toFn(realm))).toBeUndefined();
    for (const other of [toRec(), fn, undefined, 1]) expect(findOwner(realm, other)).toBeUndefined();
    expect(findOwner(createTestRealm(), proto)).toBeUndefined();
  });
  it("stays with the first function that has it", () => {
    const realm = createTestRealm();
    const [first, second] = [toMaker(realm), toMaker(realm)];
    const proto = readPrototype(first) as Rec;
    second.proto = proto;
    expect([readPrototype(second) === proto, findOwner(realm, proto) === first]).toEqual([true, true]);
  });
  it("gives what it is of to inherit from", () => {
    const realm = createTestRealm();
    const [parent, child] = [toMaker(realm), toMaker(realm)];
    writePrototype(realm, child, readPrototype(parent) as Rec);
    expect([child.parent, child.proto]).toEqual([parent, parent.proto]);
    const own = readPrototype(parent) as Rec;
    writePrototype(realm, parent, own);
    expect([parent.parent, parent.proto === own]).toEqual([undefined, true]);
    const plain = toRec({ a: 1 });
    writePrototype(realm, child, plain);
    expect([child.parent, child.proto === plain]).toEqual([undefined, true]);
    const instance = new Instance(parent, toRec());
    writePrototype(realm, child, instance);
    expect([child.parent === parent, child.proto === instance.own]).toEqual([true, true]);
  });
  it("may be that of a facade that makes objects", () => {
    const realm = createTestRealm();
    const fn = toMaker(realm);
    writePrototype(realm, fn, prototypeOf(realm, "Error"));
    expect([fn.parent === facade(realm, "Error"), isRecord(fn.proto)]).toEqual([true, true]);
    for (const other of [facade(realm, "Math"), facade(realm, "Error")])
      expect(settle(() => writePrototype(realm, fn, other))).toEqual({ TypeError: "this can't be the `prototype` of a function" });
  });
  it("is fixed for a class", () => {
    const realm = createTestRealm();
    for (const value of [toRec(), new Instance(toClass(realm), toRec()), prototypeOf(realm, "Error")])
      expect(settle(() => writePrototype(realm, toClass(realm), value))).toEqual({ TypeError: "cannot set `prototype` of a class" });
  });
});

describe("facades by their prototypes", () => {
  it("are found among what is global", () => {
    const realm = createTestRealm();
    for (const name of ["Error", "Map", "TypeError"]) expect(findFacade(realm, prototypeOf(realm, name))).toBe(facade(realm, name));
    expect(unitsOf(realm, () => findFacade(realm, prototypeOf(realm, "Error")))).toBe(50);
    for (const other of [undefined, toRec(), 1]) {
      expect(findFacade(realm, other)).toBeUndefined();
      expect(unitsOf(realm, () => findFacade(realm, other))).toBe(0);
    }
  });
  it("are those that make objects, in a realm with React or without", () => {
    const proto = new Native({ name: "P.prototype" });
    const members = new Map([["prototype", proto]]);
    const [called, made] = [new Native({ name: "P", run: () => 1, members }), new Native({ name: "P", make: () => 1, members })];
    const entries: [string, unknown][] = [
      ["a", 1],
      ["b", toRec({ make: 1 })],
      ["c", called],
      ["d", new Native({ name: "Q", make: () => 1 })],
      ["e", made],
    ];
    expect(findFacade(createTestRealm({ globals: new Map(entries) }), proto)).toBe(made);
    expect(findFacade(createTestRealm({ globals: new Map(entries.slice(0, 4)) }), proto)).toBeUndefined();
    const react = new Native({ name: "React", members: new Map([["P", made]]) });
    expect(findFacade(createTestRealm({ globals: new Map([["React", react]]) }), proto)).toBe(made);
    expect(findFacade(createTestRealm({ globals: new Map([["Preact", react]]) }), proto)).toBeUndefined();
  });
});

describe("chains", () => {
  const toChain = (realm: Realm, length: number): Fn => {
    let last = toMaker(realm);
    for (let i = 1; i < length; i++) last = toFn(realm, { construct: () => undefined }, last);
    return last;
  };
  it("are no longer than 50, and no circles", () => {
    const realm = createTestRealm();
    const longest = toChain(realm, 49);
    expect(checkParent(realm, longest)).toBe(longest);
    expect(settle(() => checkParent(realm, toChain(realm, 50)))).toEqual({ TypeError: "a class can't extend more than 50 others" });
    const heir = toMaker(realm);
    const child = toFn(realm, {}, heir);
    expect(settle(() => checkParent(realm, child, heir))).toEqual({ TypeError: "a function can't inherit from itself" });
    expect(settle(() => checkParent(realm, heir, heir))).toEqual({ TypeError: "a function can't inherit from itself" });
    expect([checkParent(realm, undefined, heir), checkParent(realm, facade(realm, "Error"))]).toEqual([undefined, facade(realm, "Error")]);
  });
  it("end in a facade, or in nothing", () => {
    const realm = createTestRealm();
    const error = facade(realm, "Error");
    expect([
      findBase(toClass(realm)),
      findBase(toClass(realm, {}, error)),
      findBase(toClass(realm, {}, toClass(realm, {}, error))),
    ]).toEqual([undefined, error, error]);
  });
  it("heirs are made without a constructor", () => {
    const realm = createTestRealm();
    const fn = toMaker(realm);
    const heir = createHeir(realm, fn);
    expect([heir.cls === fn, isRecord(fn.proto), { ...heir.own }]).toEqual([true, true, {}]);
    const proto = fn.proto;
    expect([createHeir(realm, fn).cls.proto === proto, createHeir(realm, fn).own === heir.own]).toEqual([true, false]);
    const error = facade(realm, "Error");
    const { cls } = createHeir(realm, error);
    expect([cls.parent === error, isRecord(cls.proto), cls.code.kind, cls.code.name]).toEqual([true, true, "class", ""]);
    expect(settle(() => cls.code.invoke(cls, undefined, []))).toEqual({ TypeError: "this class can't be called" });
  });
});

describe("`Object.getPrototypeOf`", () => {
  const table: readonly (readonly [string, (realm: Realm) => unknown, (realm: Realm) => unknown])[] = [
    ["a list", () => [], (realm) => prototypeOf(realm, "Array")],
    ["a record", () => toRec(), (realm) => prototypeOf(realm, "Object")],
    ["a text", () => "a", (realm) => prototypeOf(realm, "String")],
    ["a number", () => 1, (realm) => prototypeOf(realm, "Number")],
    ["a boolean", () => true, (realm) => prototypeOf(realm, "Boolean")],
    ["a date", () => toOpaque({ name: "Date" }, 0), (realm) => prototypeOf(realm, "Date")],
    ["a value of a kind without a facade", () => toOpaque({ name: "Nowhere" }, 0), (realm) => prototypeOf(realm, "Object")],
    ["one whose facade has none", () => toOpaque({ name: "Math" }, 0), (realm) => prototypeOf(realm, "Object")],
    ["what all inherit from", (realm) => prototypeOf(realm, "Object"), () => null],
    ["a function", (realm) => toFn(realm), () => null],
  ];
  it.each(table)("%s", (_what, make, expected) => {
    const realm = createTestRealm();
    expect(toPrototype(realm, make(realm))).toBe(expected(realm));
  });
  it("of what classes made is theirs, and of a class what it extends", () => {
    const realm = createTestRealm();
    const parent = toClass(realm);
    const child = toClass(realm, {}, parent);
    expect(toPrototype(realm, new Instance(child, toRec()))).toBe(child.proto);
    expect(toPrototype(realm, toOpaque({ name: "Error" }, 0, child))).toBe(child.proto);
    expect(toPrototype(realm, child)).toBe(parent);
    expect(toPrototype(realm, readPrototype(child))).toBe(readPrototype(parent));
    const failing = toClass(realm, {}, facade(realm, "Error"));
    expect(toPrototype(realm, readPrototype(failing))).toBe(prototypeOf(realm, "Error"));
    expect(toPrototype(realm, readPrototype(toClass(realm, {}, new Native({ name: "n" }))))).toBeNull();
    const fresh = toMaker(realm);
    expect(isRecord(toPrototype(realm, new Instance(fresh, toRec())))).toBe(true);
    expect(toPrototype(realm, toOpaque({ name: "Error" }, 0, toFn(realm)))).toBeNull();
  });
  it("of what is made by a function without `prototype`", () => {
    const realm = createTestRealm();
    const bare = toFn(realm);
    expect(toPrototype(realm, new Instance(bare, toRec()))).toBeNull();
    bare.proto = createRecord();
    expect(toPrototype(realm, new Instance(bare, toRec()))).toBe(bare.proto);
    expect(isRecord(toPrototype(realm, createHeir(realm, facade(realm, "Error"))))).toBe(true);
  });
  it("of nothing there is none", () => {
    const realm = createTestRealm();
    expect(settle(() => toPrototype(realm, null))).toEqual({ TypeError: "null has no prototype" });
    expect(settle(() => toPrototype(realm, undefined))).toEqual({ TypeError: "undefined has no prototype" });
    expect(toPrototype(createTestRealm({ globals: new Map() }), toRec())).toBeNull();
    expect(get(realm, toRec(), "__proto__")).toBeUndefined();
  });
});
