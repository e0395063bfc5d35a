import { intrinsics } from "../../../../src/policy/intrinsics.ts";
import { choose, type Idiom, inner, scalars } from "./idiom.ts";

const dates = ["new Date(0)", "new Date(1583020800123)", "new Date(NaN)", "new Date(951782400000)"];
const numbers = ["0", "1234.5", "-0.005", "1e15", "NaN", "-Infinity", "0.5"];
const styles: readonly string[] = [
  "{}",
  '{ style: "percent" }',
  '{ style: "currency", currency: "EUR" }',
  "{ maximumFractionDigits: 1 }",
  '{ notation: "compact" }',
  "{ minimumIntegerDigits: 3, useGrouping: false }",
];
const fields: readonly string[] = [
  '{ timeZone: "UTC" }',
  '{ timeZone: "UTC", month: "long", day: "numeric" }',
  '{ timeZone: "UTC", dateStyle: "medium" }',
  '{ timeZone: "UTC", weekday: "short", hour: "2-digit", hour12: false }',
  '{ timeZone: "Europe/Paris", timeStyle: "short" }',
];
const locales = ['"en-US"', '["de-DE", "en"]', '"fr"'];
const units = ['"day"', '"hours"', '"month"', '"x"'];

const few = ["0", "1", "2", "3.7", "-1", "NaN", '"2"', "undefined", "null"];
const ranges = ["1, 2", "1, 1", "5, 2", "NaN, 1", "1"];

const intl: Readonly<Record<string, readonly [make: readonly string[], args: readonly string[]]>> = {
  Collator: [
    ["", ", { numeric: true }", ', { sensitivity: "base" }'],
    ['"a", "B"', '"a10", "a9"', '"é", "e"', "1, 2"],
  ],
  DateTimeFormat: [fields.map((one) => `, ${one}`), [...dates, "0", "new Date(0), new Date(86400000)"]],
  DisplayNames: [
    [', { type: "region" }', ', { type: "language" }', ', { type: "currency" }'],
    ['"US"', '"fr"', '"EUR"', '"ZZ9"'],
  ],
  ListFormat: [
    ["", ', { type: "disjunction" }'],
    ["[]", '["a"]', '["a", "b", "c"]', "[1]", '"ab"'],
  ],
  NumberFormat: [styles.map((one) => `, ${one}`), [...numbers, "1, 2"]],
  PluralRules: [
    ["", ', { type: "ordinal" }'],
    [...few, "1, 2"],
  ],
  RelativeTimeFormat: [["", ', { numeric: "auto" }'], units.flatMap((unit) => [`-1, ${unit}`, `2.5, ${unit}`])],
};

/** Writes a call of a method of a formatter, in a locale that is named: the machine's is its own affair. */
function callOf(service: string): (place: Parameters<Idiom>[0], name: string) => string {
  const [make = [], args = []] = intl[service] ?? [];
  return (place, name) =>
    `new Intl.${service}(${choose(place, locales)}${choose(place, make)}).${name}(${name === "resolvedOptions" ? "" : choose(place, name.includes("Range") ? ranges.map((range) => (service === "DateTimeFormat" ? "new Date(0), new Date(9e8)" : range)) : args)})`;
}

const construct: (more: readonly (string | Idiom)[]) => (place: Parameters<Idiom>[0], name: string) => string = (more) => (place, name) =>
  `${choose(place, ["new ", ""])}${name}(${choose(place, more)})`;

const errorArguments = ["", '"m"', '"m", { cause: 2 }', "5", "undefined", "null"];

/** Uses whose arguments are chosen: sizes that would fill the memory, locales and clocks that are the machine's, constructors. */
export const specialCalls: ReadonlyMap<string, (place: Parameters<Idiom>[0], name: string) => string> = new Map<
  string,
  (place: Parameters<Idiom>[0], name: string) => string
>([
  ["String.prototype.repeat", (place) => `"ab".repeat(${choose(place, [...few, "Infinity"])})`],
  ["String.prototype.padEnd", (place) => `"ab".padEnd(${choose(place, few)}${choose(place, ["", ', "xy"', ', ""', ", 5"])})`],
  ["String.prototype.padStart", (place) => `"ab".padStart(${choose(place, [...few, "7"])}${choose(place, ["", ', "xy"', ', ""', ", 5"])})`],
  ["String.prototype.localeCompare", (place) => `"a".localeCompare(${choose(place, scalars)}, ${choose(place, locales)})`],
  ["String.prototype.toLocaleLowerCase", (place) => `"ÄİI".toLocaleLowerCase(${choose(place, locales)})`],
  ["String.prototype.toLocaleUpperCase", (place) => `"äiß".toLocaleUpperCase(${choose(place, locales)})`],
  ["String.prototype.normalize", (place) => `"e\\u0301ﬀ".normalize(${choose(place, ["", '"NFC"', '"NFKD"', '"x"', "null"])})`],
  [
    "Number.prototype.toLocaleString",
    (place) => `(${choose(place, numbers)}).toLocaleString(${choose(place, locales)}, ${choose(place, styles)})`,
  ],
  ["Object.prototype.toLocaleString", (place) => `${choose(place, ["({ a: 1 })", '"s"', "true"])}.toLocaleString()`],
  [
    "Array.prototype.toLocaleString",
    (place) => `[${choose(place, ['"a"', "null", "[1, undefined]", "{ toLocaleString() { return 5; } }"])}, true].toLocaleString("en-US")`,
  ],
  [
    "Date.prototype.toLocaleDateString",
    (place) => `${choose(place, dates)}.toLocaleDateString(${choose(place, locales)}, { timeZone: "UTC" })`,
  ],
  [
    "Date.prototype.toLocaleString",
    (place) => `${choose(place, dates)}.toLocaleString(${choose(place, locales)}, ${choose(place, fields)})`,
  ],
  [
    "Date.prototype.toLocaleTimeString",
    (place) => `${choose(place, dates)}.toLocaleTimeString(${choose(place, locales)}, { timeZone: "UTC" })`,
  ],
  ["Function.prototype.toString", (place) => `typeof ${choose(place, ["(() => 1)", "Math.max"])}.toString()`],
  ["Object.getPrototypeOf", (place) => `typeof Object.getPrototypeOf(${choose(place, ["({})", "[]", '"a"', "null", "new Map()"])})`],
  [
    "Object.create",
    (place) =>
      `Object.create(${choose(place, ["null", "5", "undefined"])}${choose(place, ["", ", { b: { value: 1, enumerable: true } }", ", undefined", ", { c: 5 }"])})`,
  ],
  [
    "Object.defineProperty",
    (place) =>
      `Object.defineProperty(${choose(place, ["{}", "{ a: 1 }", "5", "Object.freeze({})"])}, ${choose(place, scalars)}, ${choose(place, ["{ value: 1, enumerable: true }", "{ get: () => 2, enumerable: true }", "5", "{ value: 1, get() {} }", "{ get: 5 }", "{ enumerable: true }"])})`,
  ],
  [
    "Object.defineProperties",
    (place) =>
      `Object.defineProperties({}, ${choose(place, ["{ a: { value: 1, enumerable: true }, b: { get() { return 1; }, enumerable: true } }", "{ a: 5 }", "null", "{}"])})`,
  ],
  // An object is no key here.
  ...["hasOwnProperty", "propertyIsEnumerable"].map(
    (name) =>
      [
        `Object.prototype.${name}`,
        (place: Parameters<Idiom>[0]) =>
          `${choose(place, ["({ a: 1 })", "[1, 2]", '"ab"', "new Map()", "(() => 1)"])}.${name}(${choose(place, scalars)})`,
      ] as const,
  ),
  ["Object.hasOwn", (place) => `Object.hasOwn(${choose(place, ["({ a: 1 })", "[1, 2]", '"ab"', "null", "5"])}, ${choose(place, scalars)})`],
  [
    "Object.getOwnPropertyDescriptor",
    (place) =>
      `Object.getOwnPropertyDescriptor(${choose(place, ["({ a: 1 })", "[1, 2]", "null", "5"])}, ${choose(place, ['"a"', "1", '"b"', "undefined"])})`,
  ],
  ...["getOwnPropertyDescriptors", "getOwnPropertyNames"].map(
    (name) =>
      [
        `Object.${name}`,
        (place: Parameters<Idiom>[0]) =>
          `Object.${name}(${choose(place, ["({ a: 1, 2: 3 })", "new (class { f = 1; })()", "null", "5", "new Map()"])})`,
      ] as const,
  ),
  // There are no boxed primitives.
  [
    "Object.assign",
    (place) =>
      `Object.assign(${choose(place, ["{}", "{ a: 1 }", "[1]", "null", "undefined", "Object.freeze({ a: 1 })"])}, ${choose(place, [...scalars, "{ b: 2, a: 3 }", "[7]", '"xy"'])}, ${choose(place, scalars)})`,
  ],
  [
    "globals.Object",
    (place) => `${choose(place, ["", "new "])}Object(${choose(place, ["", "{ a: 1 }", "[1]", "null", "undefined", "new Map([[1, 2]])"])})`,
  ],
  // V8 leaves the later arguments alone where the date is not valid.
  ...Object.keys(intrinsics["Date.prototype"])
    .filter((name) => name.startsWith("set"))
    .map(
      (name) =>
        [
          `Date.prototype.${name}`,
          (place: Parameters<Idiom>[0]) =>
            `new Date(${choose(place, ["0", "NaN", "2024, 1, 29, 23, 59, 59, 999", "-62198755200000"])}).${name}(${place.choices.several(0, 4, () => choose(place, scalars)).join(", ")})`,
        ] as const,
    ),
  ["Error.captureStackTrace", () => "Error.captureStackTrace({ a: 1 })"],
  ["Date.now", () => "typeof Date.now()"],
  [
    "Date.parse",
    (place) =>
      `Date.parse(${choose(place, ['"2020-02-30"', '"2020-02-03T04:05:06Z"', '"2020-02-03T04:05:06.789+01:30"', '"x"', '""', "null", '"2020"', '"2020-1-1T00"', '"Thu, 01 Jan 1970 00:00:00 GMT"'])})`,
  ],
  ["Math.random", () => "typeof Math.random()"],
  [
    "globals.Date",
    (place) =>
      `${choose(place, ["new Date(2020, 1, 3)", "typeof Date()", "new Date(1e20)", 'new Date("2020-01-01")', "new Date(new Date(5))", "new Date(2019, 12, 0, 25)", "typeof new Date()"])}`,
  ],
  [
    "globals.Array",
    (place) => `${choose(place, ["new Array(2, 3)", "Array(-1)", 'new Array("a")', "Array()", "new Array(1.5)", "Array(0)"])}`,
  ],
  [
    "globals.Promise",
    (place) =>
      `${choose(place, ["new Promise((r) => r(1)).then(log)", "new Promise(5)", "Promise()", "new Promise((r, j) => { throw 1; }).catch(log)"])}`,
  ],
  ["globals.RegExp", (place) => `RegExp(${choose(place, ['"a(b"', '"[a-z]+", "gi"', "/x/g, 'i'", "/y/", '"", "gg"', "undefined", "5"])})`],
  ["globals.Map", construct(["", "[[1, 2]]", "null", "[1]", "new Map([[3, 4]])", "5", "{}"])],
  ["globals.Set", construct(["", '"aab"', "[NaN, NaN]", "null", "5", "new Set([1])"])],
  ["globals.WeakMap", construct(["", "[[{}, 2]]", "[[1, 2]]", "null"])],
  ["globals.WeakSet", construct(["", "[{}]", "[1]", "null"])],
  ["globals.URL", construct(['"https://a.example/b?c#d"', '"x"', '"x", "https://h/"', '"javascript:1"', "", "5"])],
  ["globals.URLSearchParams", construct(["", '"?a=1"', "{ a: [1, 2] }", '[["a", 1], ["a", 2]]', "[[1]]", "null", "5"])],
  ...["Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"].map(
    (name) => [`globals.${name}`, construct(errorArguments)] as const,
  ),
  ["globals.AggregateError", construct(["[1, 2]", '[], "m"', "5", "new Set([1])"])],
  [
    "globals.structuredClone",
    (place) =>
      `structuredClone(${choose(place, ["{ a: [1, new Date(0), new Map([[1, new Set([2])]])] }", "null", '"a"', "[undefined, NaN]", "new Error('e')", "/x/g"])})`,
  ],
  ...["decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "escape", "unescape"].map(
    (name) =>
      [
        `globals.${name}`,
        (place: Parameters<Idiom>[0]) =>
          `${name}(${choose(place, ['"%41%u0042%zz"', '"%E2%82%AC%2f;"', '"ä ;/?😀"', '"\\ud800"', "null", '"%"', "undefined", '"%C0%80"'])})`,
      ] as const,
  ),
  ...["Infinity", "NaN", "undefined"].map((name) => [`globals.${name}`, () => name] as const),
  ...["Intl", "JSON", "Math", "console"].map((name) => [`globals.${name}`, () => `typeof ${name}`] as const),
  ...["Collator", "DateTimeFormat", "DisplayNames", "ListFormat", "NumberFormat", "PluralRules", "RelativeTimeFormat"].flatMap(
    (service) => [
      [`Intl.${service}.prototype`, callOf(service)] as const,
      [
        `Intl.${service}`,
        (place: Parameters<Idiom>[0]) =>
          `typeof new Intl.${service}(${choose(place, locales)}${choose(place, intl[service]?.[0] ?? [""])})`,
      ] as const,
    ],
  ),
  ["Intl.getCanonicalLocales", (place) => `Intl.getCanonicalLocales(${choose(place, ['"EN-us"', '["a"]', '["de", "de"]', "undefined"])})`],
  [
    "Intl.service",
    (place, name) =>
      `Intl.${choose(place, ["NumberFormat", "Collator", "PluralRules"])}.${name}(${choose(place, ['["en-US", "de"]', '"fr"', "[]"])})`,
  ],
  ["Iterator.prototype.return", () => "(function* () { yield 1; })().return(5)"],
  [
    "Array.from",
    (place) =>
      `Array.from(${choose(place, ['"a😀"', "{ length: 2, 0: 5 }", "new Set([1, 2])", "null", "5", "{ length: -1 }", "[[1]]", "new Map([[1, 2]])"])}${choose(place, ["", ", (p, q) => [p, q]", ", 5", `, (p) => ${inner(place)}`])})`,
  ],
]);
