import { describe, expect, it } from "vitest";
import { functionText, isPrimitive, toNumber, toPrimitive, toText } from "../../src/runtime/coerce.ts";
import { Accessor, Instance, Native, type OpaqueType } from "../../src/runtime/handles.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { ElementView, toOrigin } from "../../src/runtime/view.ts";
import { createTestRealm } from "../support/realm.ts";
import { settle, toClass, toFn, toOpaque, toRec, unitsOf } from "./parts.ts";

const hints = ["string", "number", "default"] as const;
const object = "[object Object]";

/** What a value is as a text, as a number, and where either would do. */
const ask = (realm: Realm, value: unknown) => hints.map((hint) => settle(() => toPrimitive(realm, value, hint)));

/** A method that gives its name and how many arguments it got. */
const say = (realm: Realm, name: unknown) => toFn(realm, { invoke: (_fn, _self, args) => `${name}${args.length}` });
/** A method that gives an object, so that the other one is asked. */
const evade = (realm: Realm) => toFn(realm, { invoke: () => toRec() });

/** A value that answers with what it was asked for, or as a table says. */
const toEcho = (part: Partial<OpaqueType> = {}, cls?: ReturnType<typeof toClass>) =>
  toOpaque({ primitive: (_realm, state, hint) => `${state} as ${hint}`, ...part }, "x", cls);

/** What answers with a number where one is asked for. */
const numeric: Partial<OpaqueType> = { primitive: (_realm, _state, hint) => (hint === "number" ? 7 : `as ${hint}`) };

describe("primitives of", () => {
  const same = (value: unknown) => [value, value, value];
  const table: readonly (readonly [string, (realm: Realm) => unknown, unknown[]])[] = [
    ["primitives", () => "a", same("a")],
    ["numbers", () => 1, same(1)],
    ["booleans", () => false, same(false)],
    ["undefined", () => undefined, same(undefined)],
    ["null", () => null, same(null)],
    ["symbols", () => Symbol("x"), same(undefined)],
    ["functions of the host", () => () => 1, same(undefined)],
    ["lists", () => [1, [2, null], undefined], same("1,2,,")],
    ["records", () => toRec({ a: 1 }), same(object)],
    ["instances", (realm) => new Instance(toClass(realm), toRec()), same(object)],
    ["views", () => new ElementView("p", toRec(), [], toOrigin(0)), same(object)],
    ["getters as such", () => new Accessor(undefined, undefined), same(object)],
    ["functions", (realm) => toFn(realm, { name: "add" }), same("function add() { [native code] }")],
    ["facades", () => new Native({ name: "trim", run: () => 1 }), same("function trim() { [native code] }")],
    ["namespaces", () => new Native({ name: "Math" }), same("[object Math]")],
    ["values with a table", () => toEcho(), ["x as string", "x as number", "x as default"]],
    ["those that say nothing", () => toOpaque({}, 0), same("[object Thing]")],
    ["those that give an object", () => toOpaque({ primitive: () => ({}) }, 0), same("[object Thing]")],
    ["those that give null", () => toOpaque({ primitive: () => null }, 0), same(null)],
  ];
  it.each(table)("%s", (_what, make, expected) => {
    const realm = createTestRealm();
    expect(ask(realm, make(realm))).toEqual(expected);
  });

  const chosen: readonly (readonly [string, (realm: Realm) => Record<string, unknown>, unknown[]])[] = [
    ["both", (realm) => ({ toString: say(realm, "text"), valueOf: say(realm, "value") }), ["text0", "value0", "value0"]],
    ["a text only", (realm) => ({ toString: say(realm, "text") }), ["text0", "text0", "text0"]],
    ["a value only", (realm) => ({ valueOf: say(realm, "value") }), [object, "value0", "value0"]],
    ["a text that is none", (realm) => ({ toString: evade(realm), valueOf: say(realm, "value") }), ["value0", "value0", "value0"]],
    ["a value that is none", (realm) => ({ toString: say(realm, "text"), valueOf: evade(realm) }), ["text0", "text0", "text0"]],
    [
      "names that are no methods",
      () => ({ toString: 1, valueOf: 2 }),
      Array(3).fill({ TypeError: "cannot convert this object to a primitive value" }),
    ],
    [
      "neither",
      (realm) => ({ toString: evade(realm), valueOf: evade(realm) }),
      Array(3).fill({ TypeError: "cannot convert this object to a primitive value" }),
    ],
    ["a type of their own", () => ({ type: toRec({ name: "Date" }) }), [object, object, object]],
  ];
  it.each(chosen)("records, instances and classes that give %s", (_what, make, expected) => {
    const realm = createTestRealm();
    const methods = make(realm);
    expect(ask(realm, toRec(methods))).toEqual(expected);
    expect(ask(realm, new Instance(toClass(realm), toRec(methods)))).toEqual(expected);
    expect(ask(realm, new Instance(toClass(realm, methods), toRec()))).toEqual(expected);
  });
  it("null and undefined, given by a method", () => {
    const realm = createTestRealm();
    for (const value of [null, undefined])
      expect(ask(realm, toRec({ valueOf: toFn(realm, { invoke: () => value }) }))).toEqual([object, value, value]);
  });
  it("nothing is called, or paid for, where the template gave no method", () => {
    const realm = createTestRealm();
    const extended = toEcho({}, toClass(realm));
    const widened = toEcho();
    widened.extra = toRec({ a: 1 });
    for (const value of [toRec({ a: 1 }), new Instance(toClass(realm, { a: 1 }), toRec()), extended, widened])
      for (const hint of hints) expect(unitsOf(realm, () => toPrimitive(realm, value, hint))).toBe(0);
  });
});

describe("primitives of what extends a facade", () => {
  it("are the facade's, unless the class has methods", () => {
    const realm = createTestRealm();
    expect(ask(realm, toEcho({}, toClass(realm)))).toEqual(Array(3).fill("x as string"));
    expect(ask(realm, toEcho(numeric, toClass(realm)))).toEqual(["as string", 7, 7]);
    expect(ask(realm, toEcho(numeric, toClass(realm, { toString: say(realm, "text") })))).toEqual(["text0", 7, 7]);
    expect(ask(realm, toEcho(numeric, toClass(realm, { valueOf: say(realm, "value") })))).toEqual(["as string", "value0", "value0"]);
  });
  it("are texts first for dates", () => {
    const realm = createTestRealm();
    const methods = { toString: say(realm, "text"), valueOf: say(realm, "value") };
    expect(ask(realm, toEcho({ name: "Date" }, toClass(realm, methods)))).toEqual(["text0", "value0", "text0"]);
    expect(ask(realm, toEcho({ name: "Thing" }, toClass(realm, methods)))).toEqual(["text0", "value0", "value0"]);
  });
  it("are those of what was added", () => {
    const realm = createTestRealm();
    const value = toEcho(numeric);
    value.extra = toRec({ toString: say(realm, "own") });
    expect(ask(realm, value)).toEqual(["own0", 7, 7]);
  });
});

describe("texts and numbers", () => {
  const table: readonly (readonly [unknown, string, number])[] = [
    ["a", "a", Number.NaN],
    [" 12 ", " 12 ", 12],
    [1.5, "1.5", 1.5],
    [true, "true", 1],
    [undefined, "undefined", Number.NaN],
    [null, "null", 0],
    [[], "", 0],
    [[3], "3", 3],
  ];
  it.each(table)("%j", (value, text, number) => {
    const realm = createTestRealm();
    expect([toText(realm, value), toNumber(realm, value)]).toEqual([text, number]);
    expect([toText(realm, toEcho()), toNumber(realm, toEcho(numeric))]).toEqual(["x as string", 7]);
  });
  it("a method is asked for what is wanted", () => {
    const realm = createTestRealm();
    const value = toRec({ toString: say(realm, "t"), valueOf: toFn(realm, { invoke: () => 4 }) });
    expect([toText(realm, value), toNumber(realm, value)]).toEqual(["t0", 4]);
  });
  it("a long text is read to its end", () => {
    const realm = createTestRealm();
    const read = [64, 65, 640].map((length) => unitsOf(realm, () => toNumber(realm, "1".repeat(length))));
    expect(read).toEqual([0, 2, 20]);
  });
  it("what is primitive", () => {
    expect(["a", 1, null, undefined, true].map(isPrimitive)).toEqual(Array(5).fill(true));
    expect([[], {}, () => 1, toRec()].map(isPrimitive)).toEqual(Array(4).fill(false));
    expect(functionText(new Native({ name: "n" }))).toBe("function n() { [native code] }");
  });
});
