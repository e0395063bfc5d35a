import type { Place } from "../place.ts";
import { caught, choose, type Idiom, scalars, value } from "./idiom.ts";

const results: readonly string[] = [...scalars, "[]", "({})", "NaN", "undefined"];

/** An object that logs how it is asked for a primitive. */
function writeOdd(place: Place): string {
  const n = place.choices.below(9);
  const first = `valueOf() { log("v${n}"); return ${choose(place, results)}; }`;
  const second = `toString() { log("s${n}"); return ${choose(place, results)}; }`;
  return choose(place, [
    `({ ${first}, ${second} })`,
    `({ ${first} })`,
    `({ ${second} })`,
    `({ valueOf: 1, ${second} })`,
    `new (class { ${first} ${second} })()`,
    `({ ${first}, toString() { log("s"); throw "t"; } })`,
    `Object.assign(() => 1, {})`.replace("Object.assign(() => 1, {})", `({ ${second}, valueOf: null })`),
    "[1]",
    "[[], [2]]",
    "new Date(5)",
    "new Error('m')",
    "/x/g",
    "new Map()",
    "[null, undefined, [3]]",
  ]);
}

const operators = ["+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>", "<", ">", "<=", ">=", "==", "!="];

const places: readonly ((place: Place, odd: string) => string)[] = [
  (place, odd) => `${odd} ${choose(place, operators)} ${choose(place, scalars)}`.replace(/^-/, "0 + -"),
  (place, odd) => `${choose(place, ["1", '"a"', "null", "true", "2.5", '"10"'])} ${choose(place, operators)} ${odd}`,
  (place, odd) => `${odd} ${choose(place, operators)} ${writeOdd(place)}`,
  (place, odd) => `${choose(place, ["-", "+", "~", "!", "typeof ", "void "])}${odd}`,
  (_, odd) => `\`<\${${odd}}>\``,
  (place, odd) =>
    `${choose(place, ["String", "Number", "Boolean", "isNaN", "isFinite", "parseInt", "parseFloat", "Number.isInteger", "new Date", "encodeURIComponent", "escape"])}(${odd})`,
  (place, odd) =>
    `[3, 1, 2].${choose(place, ["at", "slice", "indexOf", "includes", "join", "fill", "with", "flat", "lastIndexOf", "copyWithin", "splice", "toSpliced", "concat"])}(${odd})`,
  (place, odd) =>
    `"a1b1".${choose(place, ["slice", "charAt", "indexOf", "split", "concat", "includes", "startsWith", "lastIndexOf", "search", "substr", "codePointAt", "match"])}(${odd})`,
  (_, odd) => `"abc".replace(${odd}, ${odd})`,
  (place, odd) => `Math.${choose(place, ["max", "min", "hypot", "pow", "atan2", "imul"])}(${odd}, ${writeOdd(place)})`,
  (place, odd) => `(12.5).${choose(place, ["toFixed", "toString", "toPrecision", "toExponential"])}(${odd})`,
  (_, odd) => `JSON.stringify({ a: ${odd}, b: [${odd}] })`,
  (place, odd) =>
    `(() => { let x = ${odd}; ${choose(place, ["x++", "--x", "x += 1", "x **= 2", "x ||= 1", "x ??= 1", "x >>>= 1"])}; return x; })()`,
  (_, odd) => `new Date(2020, ${odd}).getTime()`,
  (_, odd) => `[${odd}, ${odd}] + ""`,
  (_, odd) => `[${odd}, 2, ${odd}].join()`,
  (_, odd) => `String.raw({ raw: ["a", "b", "c"] }, ${odd}, ${odd})`,
  (place, odd) => `(${odd} instanceof ${choose(place, ["({ a: 1 })", "[1]", "Error", "Map", "1", "(class {})", "(() => 1)", "null"])})`,
  (_, odd) => `[1, 2].reduce((p, q) => p + q, ${odd})`,
  (_, odd) => `new Set([${odd}, NaN, NaN, 0, -0]).size`,
  (_, odd) => `Date.UTC(${odd}, 1)`,
  (_, odd) => `Object.is(${odd}, ${odd})`,
];

/** Conversions to primitives: what is asked, in what order, and what comes of it. */
export const coercions: readonly Idiom[] = [
  (place) => caught(`log(${place.choices.from(places)(place, writeOdd(place))});`),
  (place) =>
    caught(`const c = ${writeOdd(place)}; log(${place.choices.from(places)(place, "c")}); log(${place.choices.from(places)(place, "c")});`),
  (place) =>
    caught(
      `log((${choose(place, scalars)}) ${choose(place, operators)} ${choose(place, ["1", '"a"', "null", "undefined", '"0x1f"', '" 12 "', "[]", "({})", "[5]"])});`,
    ),
  (place) => caught(`log([${value(place)}, ${value(place)}].map(String));`),
];
