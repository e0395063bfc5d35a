import { describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";
import { evaluate } from "../support/evaluate.ts";
import { runCandidate } from "../support/language/candidate.ts";

/** Where the language differs from JavaScript on purpose: what a program gives here. */
const differences: readonly (readonly [what: string, source: string, end: string])[] = [
  ["an undeclared name that is assigned lands on the virtual window", "total = 5; [total, window.total]", "[5, 5]"],
  ["an object is no key of a literal", "({ [{ a: 1 }]: 1 })", "throws TypeError"],
  ["an object is no key to write", "const o = {}; o[[1]] = 1;", "throws TypeError"],
  ["an object is no key to read", "const o = { a: 1 }; o[{}]", "throws TypeError"],
  ["an object is no key of a pattern", "const { [{}]: a } = {};", "throws TypeError"],
  ["no array is sparse: a hole is undefined", "[1, , 3].map((x) => x === undefined)", "[false, true, false]"],
  ["no array is sparse: room is filled", "new Array(3).map(() => 1)", "[1, 1, 1]"],
  ["no array is sparse: what is deleted is undefined", "const a = [1, 2]; delete a[0]; [a, 0 in a]", "[[undefined, 2], true]"],
  ["no array is sparse: a gap is filled", "const a = []; a[2] = 1; [a.length, Object.keys(a)]", '[3, ["0", "1", "2"]]'],
  [
    "there are no symbols, bigints, functions from text, proxies",
    "[typeof Symbol, typeof BigInt, typeof Function, typeof eval, typeof Proxy, typeof Reflect]",
    Array(6).fill('"undefined"').join(", ").replace(/^.*$/, "[$&]"),
  ],
  ["a call of what does not exist is a ReferenceError", 'new Function("return 1")', "throws ReferenceError"],
  [
    "no value leads to its constructor",
    '[[].constructor, "".constructor, (5).constructor, {}.constructor, (() => 1).constructor]',
    "[undefined, undefined, undefined, undefined, undefined]",
  ],
  ["a class of the template does lead to itself", "class A {} new A().constructor === A", "true"],
  ["a function prints no source", 'const secret = () => "text"; String(secret).includes("text")', "false"],
  [
    "`__proto__` is a key like any other",
    "const o = { a: 1 }; o.__proto__ = { b: 2 }; [o.b, Object.keys(o)]",
    '[undefined, ["a", "__proto__"]]',
  ],
  ["`__proto__` of data is one too", `const o = JSON.parse('{"__proto__": {"b": 2}}'); [o.b, o.__proto__.b]`, "[undefined, 2]"],
  ["a prototype that is handed out can't be written", "Object.getPrototypeOf([]).last = 1", "throws TypeError"],
  ["a prototype leads to no constructor", "Object.getPrototypeOf({}).constructor", "undefined"],
  ["a class that extends nothing has no prototype of its own", "Object.getPrototypeOf(class {})", "null"],
  ["setters of plain objects can't be defined", 'Object.defineProperty({}, "a", { set(value) {} })', "throws TypeError"],
  [
    "a getter of a plain object can be written over",
    'const o = Object.defineProperty({}, "a", { get() { return 1; } }); const before = o.a; o.a = 2; [before, o.a]',
    "[1, 2]",
  ],
  [
    "functions can't inherit from one another in a circle",
    "function A() {} function B() {} A.prototype = Object.create(B.prototype); B.prototype = Object.create(A.prototype); 1",
    "throws TypeError",
  ],
  [
    "properties have no attributes of their own: all can be written, listed and deleted",
    'const o = Object.defineProperty({}, "a", { value: 1 }); o.a = 2; [Object.keys(o), o.a, delete o.a]',
    '[["a"], 2, true]',
  ],
  ["elements of lists have no getters", "Object.defineProperty([1], 0, { get: () => 2 })", "throws TypeError"],
  [
    "all records have what `Object.create(null)` has not",
    "const o = Object.create(null); [o + 1, typeof o.toString]",
    '["[object Object]1", "function"]',
  ],
  ["`Object.create` of a record copies it", "Object.keys(Object.create({ a: 1 }))", '["a"]'],
  ["what all objects have is `in` none", '["toString" in {}, "map" in []]', "[false, false]"],
  ["there are no boxed primitives", "[typeof Object(1), typeof new Object('a')]", '["number", "string"]'],
  ["`arguments` is a list", "(function () { arguments[2] = 1; return [Array.isArray(arguments), arguments.length]; })(0)", "[true, 3]"],
  ["a function has no own names but those that the template gave it", "Object.getOwnPropertyNames((a) => a)", "[]"],
  ["what can't be cloned is a TypeError", "structuredClone(() => 1)", "throws TypeError"],
  ["arrays have no subclasses", "class A extends Array {} new A(1)", "throws TypeError"],
  ["`this` of a plain call is undefined", "(function () { return this; })()", "undefined"],
  ["old number and text forms are as in scripts", "[010, '\\07'.length]", "[8, 1]"],
];

describe("differences from JavaScript", () => {
  it.each(differences)("%s", async (_, source, end) => {
    expect((await runCandidate(source)).end).toBe(end);
  });

  it("`this` of a template is its data, in arrows too", () => {
    expect(evaluate("[this.order.id, (() => this.order.id)(), order.id]", { order: { id: 7 } })).toMatchObject({
      ok: true,
      value: [7, 7, 7],
    });
  });

  it.each([
    ["import x from 'y';", "`import`"],
    ["export const a = 1;", "`export`"],
    ["import('x')", "`import`"],
    ["import.meta", "`import.meta`"],
    ["with (a) {}", "`with`"],
    ["debugger;", "`debugger`"],
    ["function f() { return new.target; }", "`new.target`"],
    ["({ get a() { return 1; } })", "getter"],
    ["({ set a(x) {} })", "setter"],
    ["({ __proto__: null })", "`__proto__`"],
    ["({ m() { return super.m(); } })", "`super`"],
    ["10n", "bigint"],
  ])("%s is refused, with a reason and a way out", (source, named) => {
    const { ok, diagnostics } = compile(source);
    expect(ok).toBe(false);
    const [found] = diagnostics.filter(({ severity }) => severity === "error");
    expect(found?.code).toBe("syntax/refused");
    expect(found?.message).toContain(named);
    expect(found?.why).not.toBe("");
    expect(found?.help).not.toBe("");
  });
});
