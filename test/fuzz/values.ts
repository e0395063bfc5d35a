import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { createContext } from "../../src/index.ts";
import { readShared, sharedObjects } from "../attack/shared-objects.ts";
import { shown } from "../attack/shown-data.ts";
import { checkShared, checkTemplate } from "./check-card.ts";
import { texts } from "./corpus.ts";
import { defineTarget } from "./target.ts";

/** How a value is made that JSON can't hold. */
type Recipe =
  | { readonly kind: "plain"; readonly value: string | number | boolean | null }
  | { readonly kind: "number"; readonly name: "NaN" | "Infinity" | "-0" }
  | { readonly kind: "list"; readonly items: readonly Recipe[] }
  | { readonly kind: "record"; readonly entries: readonly (readonly [string, Recipe])[]; readonly bare: boolean }
  | { readonly kind: "deep"; readonly levels: number }
  | { readonly kind: "odd"; readonly name: keyof typeof odd }
  | { readonly kind: "long"; readonly text: string; readonly times: number };

/** Nothing of the host's is called, whatever is made of its data. */
const called = { times: 0 };
const call = () => {
  called.times += 1;
  return ((globalThis as { __kv_pwned?: unknown }).__kv_pwned = "host");
};

/** What is no data: an accessor, a cycle, an instance, a function, … */
const odd = {
  accessor: () => Object.defineProperty({}, "a", { enumerable: true, get: call }),
  hidden: () => Object.defineProperty({ a: 1 }, "b", { enumerable: false, value: 2 }),
  cycle: () => {
    const loop: Record<string, unknown> = { a: [] };
    (loop.a as unknown[]).push(loop);
    return loop;
  },
  instance: () =>
    new (class Secret {
      a = 1;
      toString() {
        return String(call());
      }
      toJSON() {
        return call();
      }
    })(),
  function: () => call,
  symbol: () => Symbol.for("react.element"),
  keyed: () => ({ [Symbol.toPrimitive]: call, [Symbol.iterator]: call, a: 1 }),
  bigint: () => 10n,
  typed: () => new Uint8Array([1, 2]),
  buffer: () => new ArrayBuffer(8),
  map: () => new Map([["a", 1]]),
  date: () => new Date(0),
  "no date": () => new Date(NaN),
  regexp: () => /a/g,
  error: () => new Error("m"),
  promise: () => Promise.resolve(1),
  boxed: () => Object("text"),
  sparse: () => Object.assign(new Array(3), { 0: 1 }),
  frozen: () => Object.freeze({ a: Object.freeze([1]) }),
  shared: () => {
    const one = { a: 1 };
    return [one, one, { one }];
  },
  heir: () => Object.create({ inherited: 1, toString: call }),
  vnode: () => ({
    type: "script",
    props: { dangerouslySetInnerHTML: { __html: "x" } },
    constructor: undefined,
    ref: null,
    key: null,
    __v: 1,
  }),
  masked: () => ({ isMasked: true, maskedPresentation: { toString: call } }),
  undefined: () => undefined,
} as const;

function make(recipe: Recipe): unknown {
  switch (recipe.kind) {
    case "plain":
      return recipe.value;
    case "number":
      return recipe.name === "-0" ? -0 : Number(recipe.name);
    case "list":
      return recipe.items.map(make);
    case "record": {
      const record: Record<string, unknown> = recipe.bare ? Object.create(null) : {};
      // As JSON.parse does it: a key `__proto__` is a key.
      for (const [key, item] of recipe.entries)
        Object.defineProperty(record, key, { value: make(item), enumerable: true, configurable: true, writable: true });
      return record;
    }
    case "deep": {
      let value: unknown = "end";
      for (let level = 0; level < recipe.levels; level++) value = level % 2 === 0 ? { a: value } : [value];
      return value;
    }
    case "odd":
      return odd[recipe.name]();
    case "long":
      return recipe.text.repeat(recipe.times);
  }
}

const keys = [
  ..."__proto__ constructor prototype toString valueOf toJSON then length name type props key ref __html isMasked maskedPresentation a 0 -1".split(
    " ",
  ),
  "",
  " ",
  "\0",
  "\ud800",
  "noteTxt",
  "doneAt",
  "linkUrl",
  "amountNum",
  "openBool",
  "dataObj",
];

const text = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: fc.constantFrom("\ud800", "\udc00", "\0", "<", "&", '"', "\u2028", "\u202e", "a"), maxLength: 8 }),
);

const { value: recipes } = fc.letrec<{ value: Recipe }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.record({
      kind: fc.constant("plain" as const),
      value: fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    }),
    fc.record({ kind: fc.constant("odd" as const), name: fc.constantFrom(...(Object.keys(odd) as (keyof typeof odd)[])) }),
    fc.record({ kind: fc.constant("number" as const), name: fc.constantFrom("NaN" as const, "Infinity" as const, "-0" as const) }),
    fc.record({ kind: fc.constant("long" as const), text, times: fc.constantFrom(1, 1_000, 20_000) }),
    fc.record({ kind: fc.constant("deep" as const), levels: fc.constantFrom(3, 150, 199, 201, 5_000) }),
    fc.record({ kind: fc.constant("list" as const), items: fc.array(tie("value") as fc.Arbitrary<Recipe>, { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant("record" as const),
      entries: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...keys), text), tie("value") as fc.Arbitrary<Recipe>), { maxLength: 4 }),
      bare: fc.boolean(),
    }),
  ) as fc.Arbitrary<Recipe>,
}));

/** Whatever a host hands over: copied and shown, or refused with a TypeError that names the place. */
export const values = defineTarget({
  name: "values",
  about: "data of every kind are copied and shown, or refused with a TypeError that says where",
  sample: 25,
  weight: 2,
  extension: "json",
  inputs: fc.record({ name: recipes, custom: recipes, payload: recipes }),
  check: async (recipe) => {
    const shared = readShared(sharedObjects);
    called.times = 0;
    const input = {
      resource: "kobject.order",
      customer: { name: make(recipe.name) },
      kobject: { title: make(recipe.name), custom: make(recipe.custom), data: { payload: make(recipe.payload) } },
      custom: { mine: make(recipe.payload) },
    };
    let refused: unknown;
    try {
      createContext(input);
    } catch (error) {
      refused = error;
    }
    if (refused === undefined) await checkTemplate(shown, input);
    else {
      ok(refused instanceof TypeError && /^[`\w][\s\S]*expected/.test(refused.message), `no TypeError of ours: ${String(refused)}`);
      ok(!refused.message.includes("secret") && refused.message.length < 1_500, "a TypeError quotes no values");
    }
    equal(called.times, 0, "a function of the host was called");
    checkShared(shared);
  },
});
