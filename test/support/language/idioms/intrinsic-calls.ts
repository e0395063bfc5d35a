import { type IntrinsicOwner, intrinsics } from "../../../../src/policy/intrinsics.ts";
import type { Place } from "../place.ts";
import { caught, choose, type Idiom, inner, scalars, value } from "./idiom.ts";
import { specialCalls } from "./special-calls.ts";

const callbacks = [
  "(p, q) => p",
  "(p) => [p]",
  "(p, q) => { log(p); return q; }",
  "(p, q) => p > q",
  "() => undefined",
  "function (p) { return [typeof this, p]; }",
  "(p, q) => p + q",
  "() => { throw 'cb'; }",
];

const functions: readonly (string | Idiom)[] = [
  "Math.max",
  "((...p) => p)",
  "(function (a, b) { return [typeof this, a, b]; })",
  "(class { m() {} }).name.at",
  "String",
  "parseInt",
];

/** What methods are called on. */
const receivers: Readonly<Record<string, readonly (string | Idiom)[]>> = {
  "Object.prototype": ["({ a: 1 })", "[1, 2]", '"ab"', "(5)", "true", "new Map()", "new (class { a = 1; })()", "new Date(0)"],
  "Function.prototype": functions,
  "Array.prototype": [
    "[]",
    "[1, 2, 3, 4]",
    '["b", "a", undefined, "c"]',
    "[[1, [2, [3]]], 4]",
    "[NaN, -0, 0, null]",
    '[{ a: 1 }, "x"]',
    (place) => value(place, "list"),
  ],
  "String.prototype": ['"abcabc"', '""', '"  a b\\n"', '"aXbX"', '"a😀\\ud800"', '"10,20"', '"é"'],
  "Number.prototype": ["(12.345)", "(0)", "(-1.5)", "(1e21)", "(NaN)", "(255)", "(-0)", "(0.000001234)", "(Infinity)"],
  "Boolean.prototype": ["true", "false"],
  "Date.prototype": [
    "new Date(0)",
    "new Date(1583020800000)",
    "new Date(NaN)",
    "new Date(2024, 1, 29, 23, 59, 59, 999)",
    "new Date(-62198755200000)",
  ],
  "Map.prototype": ['new Map([["a", 1], [1, "b"], [NaN, 2]])', "new Map()"],
  "Set.prototype": ['new Set([1, "a", NaN, 0])', "new Set()"],
  "WeakMap.prototype": ["new WeakMap()", "new WeakMap([[wk, 1]])"],
  "WeakSet.prototype": ["new WeakSet()", "new WeakSet([wk])"],
  "Promise.prototype": ["Promise.resolve(1)", 'Promise.reject("r")', "Promise.all([])"],
  "Iterator.prototype": ["[1].values()", "new Map([[1, 2]]).entries()", '"ab".matchAll(/./g)'],
  "Generator.prototype": ["(function* () { const x = yield 1; log(x); })()", "(function* () { try { yield 1; } finally { log(2); } })()"],
  "Error.prototype": [
    'new Error("m")',
    'new TypeError("t")',
    'new RangeError("", { cause: 1 })',
    "new AggregateError([1], 'a')",
    "new (class extends Error { name = 'Own'; })(1)",
  ],
  "RegExp.prototype": ["/a(b)?/g", "/^\\d+$/", "/(?<y>.)/y", "/[/]\\//"],
  "URL.prototype": ['new URL("https://u:p@h.example:81/a/../b?q=1&q=2#f")', 'new URL("x?y", "http://h/p/")'],
  "URLSearchParams.prototype": [
    'new URLSearchParams("a=1&b=2&a=3&c=%20+")',
    "new URLSearchParams({ z: 1, y: 2 })",
    "new URLSearchParams([[1, 2]])",
  ],
};

/** Arguments that nobody expects. */
const odd: readonly (string | Idiom)[] = [
  ...scalars,
  "[]",
  "[1, 2]",
  "({})",
  "({ a: 1, length: 2 })",
  '({ valueOf() { log("v"); return 1; } })',
  '({ toString() { log("s"); return "a"; } })',
  "/a/g",
  "new Date(0)",
  "new Set([1, 2])",
  "2",
  "-3",
  "Infinity",
  (place) => inner(place),
];

/** Owners whose methods can be read off a prototype, and called on what they are given. */
const reachable = /^(Array|String|Number|Date|Map|Set|RegExp|Error)\.prototype$/;

const argumentsOf = (place: Place, arity: number, callback: boolean) => {
  const count = place.choices.happens(75) ? arity : place.choices.below(arity + 2);
  return Array.from({ length: count }, (_, i) =>
    callback && i === 0 && place.choices.happens(85) ? choose(place, callbacks) : choose(place, odd),
  ).join(", ");
};

/** The host's own object behind an owner of the table; `undefined` where it has none. */
function hostOf(owner: IntrinsicOwner): object | undefined {
  const host = globalThis as unknown as Record<string, object>;
  if (owner === "globals") return host;
  if (owner === "Intl.service") return Intl.NumberFormat;
  if (owner === "Iterator.prototype" || owner === "Generator.prototype") return Object.getPrototypeOf(function* () {}.prototype) as object;
  return owner.split(".").reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], host) as
    | object
    | undefined;
}

/** `owner.name` of all that cards have and the engine that runs the tests has not: there is nothing to compare with. */
export const withoutReference: readonly string[] = entries()
  .filter(([owner, name]) => !(name in (hostOf(owner) ?? {})))
  .map(([owner, name]) => `${owner}.${name}`);

function entries() {
  return (Object.keys(intrinsics) as IntrinsicOwner[]).flatMap((owner) =>
    Object.entries(intrinsics[owner]).map(([name, [arity, cost]]) => [owner, name, arity, cost] as const),
  );
}

/** Every intrinsic that can be compared, as `owner.name`, and what writes a use of it. */
export const intrinsicUses: ReadonlyMap<string, Idiom> = new Map(
  entries()
    .filter(([owner, name]) => !withoutReference.includes(`${owner}.${name}`))
    .map(([owner, name, arity, cost]) => {
      const special = specialCalls.get(`${owner}.${name}`) ?? specialCalls.get(owner);
      const use: Idiom = (place) => {
        if (special !== undefined) return special(place, name);
        if (cost === "value") return name === "prototype" ? `typeof ${owner}.prototype` : `${owner}.${name}`;
        const list = argumentsOf(place, arity, cost === "callback");
        if (!owner.endsWith(".prototype")) return owner === "globals" ? `${name}(${list})` : `${owner}.${name}(${list})`;
        const receiver = choose(place, receivers[owner] ?? ["({})"]);
        if (place.choices.happens(8) && reachable.test(owner))
          return `${owner}.${name}.call(${[receiver, list].filter((part) => part !== "").join(", ")})`;
        return `${receiver}.${name}(${list})`;
      };
      return [`${owner}.${name}`, use] as const;
    }),
);

const uses = [...intrinsicUses.values()];

/** Calls of every method of the language, with arguments that fit and such that do not. */
export const intrinsicCalls: readonly Idiom[] = [
  (place) => `const wk = {}; ${place.choices.several(1, 5, () => caught(`log(${place.choices.from(uses)(place)});`)).join(" ")}`,
  (place) => `const wk = {}; ${caught(`const r = ${place.choices.from(uses)(place)}; log(r); log(typeof r); log([r, r].length);`)}`,
];
