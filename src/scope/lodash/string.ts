import camelCase from "lodash/camelCase.js";
import capitalize from "lodash/capitalize.js";
import deburr from "lodash/deburr.js";
import escapeMarkup from "lodash/escape.js";
import escapeRegExp from "lodash/escapeRegExp.js";
import kebabCase from "lodash/kebabCase.js";
import lowerCase from "lodash/lowerCase.js";
import lowerFirst from "lodash/lowerFirst.js";
import snakeCase from "lodash/snakeCase.js";
import startCase from "lodash/startCase.js";
import unescapeMarkup from "lodash/unescape.js";
import upperCase from "lodash/upperCase.js";
import upperFirst from "lodash/upperFirst.js";
import words from "lodash/words.js";
import { charge, chargeArray, chargeString } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { toNumber } from "../../runtime/coerce.ts";
import { Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { toInteger, toLodashText, toPlainText } from "./convert.ts";
import type { FunctionTable, LodashFunction } from "./function-table.ts";
import { isIterateeCall } from "./own-data.ts";
import { hasUnicode, toSymbols } from "./symbols.ts";

/**
 * Lodash's own functions from string to string, each with the most that it can make of one unit. They get primitive
 * strings and nothing else, and none of them takes more than linear time.
 */
const fromLodash: readonly (readonly [string, (text: string) => string, number])[] = [
  ["camelCase", camelCase, 2],
  ["capitalize", capitalize, 3],
  ["deburr", deburr, 2],
  ["escape", escapeMarkup, 6],
  ["escapeRegExp", escapeRegExp, 2],
  ["kebabCase", kebabCase, 3],
  ["lowerCase", lowerCase, 3],
  ["lowerFirst", lowerFirst, 3],
  ["snakeCase", snakeCase, 3],
  ["startCase", startCase, 3],
  ["toLower", (text) => text.toLowerCase(), 3],
  ["toUpper", (text) => text.toUpperCase(), 3],
  ["unescape", unescapeMarkup, 1],
  ["upperCase", upperCase, 3],
  ["upperFirst", upperFirst, 3],
];

/** Functions over strings. Patterns may be regular expressions; those go through the language's own methods. */
export const stringFunctions: FunctionTable = {
  ...Object.fromEntries(
    fromLodash.map(([name, convert, growth]): [string, LodashFunction] => [
      name,
      (realm, value) => {
        const text = toLodashText(realm, value);
        chargeString(realm, text.length * growth);
        charge(realm, 8 + (text.length >>> 2));
        return convert(text);
      },
    ]),
  ),
  words: (realm, value, pattern, guard) => {
    const text = toLodashText(realm, value);
    if (pattern !== undefined && !guard) return callMethod(realm, text, "match", [pattern]) ?? [];
    chargeArray(realm, text.length >>> 1);
    charge(realm, text.length >>> 1);
    return words(text);
  },
  replace: (realm, value, pattern, replacement, args) => {
    const text = toLodashText(realm, value);
    return args.length < 3 ? text : callMethod(realm, text, "replace", [pattern, replacement]);
  },
  split: (realm, value, separator, limit) => {
    const alone = limit && typeof limit !== "number" && isIterateeCall(realm, value, separator, limit);
    return split(realm, toLodashText(realm, value), alone ? undefined : separator, alone ? undefined : limit);
  },
  startsWith: (realm, value, target, position) => {
    const text = toLodashText(realm, value);
    const wanted = toPlainText(realm, target);
    charge(realm, wanted.length >>> 6);
    return text.startsWith(wanted, toInteger(realm, position));
  },
  endsWith: (realm, value, target, position) => {
    const text = toLodashText(realm, value);
    const end = position === undefined ? text.length : toInteger(realm, position);
    const wanted = toPlainText(realm, target);
    charge(realm, wanted.length >>> 6);
    return text.endsWith(wanted, end);
  },
  parseInt: (realm, value, radix, guard) => {
    const base = guard || radix === null || radix === undefined ? 0 : toNumber(realm, radix);
    const text = toLodashText(realm, value);
    charge(realm, text.length >>> 6);
    return Number.parseInt(text, base);
  },
  repeat: (realm, value, n, guard) => {
    const text = toLodashText(realm, value);
    const once = guard ? isIterateeCall(realm, value, n, guard) : n === undefined;
    return repeat(realm, text, once ? 1 : toInteger(realm, n));
  },
  pad: (realm, value, length, chars) => pad(realm, value, length, chars, (missing) => Math.floor(missing / 2)),
  padStart: (realm, value, length, chars) => pad(realm, value, length, chars, (missing) => missing),
  padEnd: (realm, value, length, chars) => pad(realm, value, length, chars, () => 0),
};

/** Calls a string method of the language, which knows regular expressions and charges for them. */
export function callMethod(realm: Realm, text: string, name: string, args: readonly unknown[]): unknown {
  return call(realm, realm.methods.string.get(name), text, args, name);
}

function split(realm: Realm, text: string, separator: unknown, limit: unknown): unknown {
  const most = limit === undefined ? 4_294_967_295 : toNumber(realm, limit) >>> 0;
  if (most === 0) return [];
  if (separator === undefined) return [text];
  if (separator instanceof Opaque && separator.type.name === "RegExp") return callMethod(realm, text, "split", [separator, most]);
  const by = separator === null ? "null" : toPlainText(realm, separator);
  if (by === "" && hasUnicode(text)) return toSymbols(realm, text).slice(0, most);
  chargeArray(realm, Math.min(most, Math.floor(text.length / Math.max(by.length, 1)) + 1));
  charge(realm, text.length >>> 6);
  return text.split(by, most);
}

function repeat(realm: Realm, text: string, n: number): string {
  if (text === "" || n < 1 || n > Number.MAX_SAFE_INTEGER) return "";
  chargeString(realm, text.length * n);
  return text.repeat(n);
}

function pad(realm: Realm, value: unknown, wanted: unknown, chars: unknown, toStart: (missing: number) => number): string {
  charge(realm, 4);
  const text = toLodashText(realm, value);
  const missing = toInteger(realm, wanted) - toSymbols(realm, text).length;
  if (!(missing > 0)) return text;
  const filler = chars === undefined ? " " : toPlainText(realm, chars);
  const start = toStart(missing);
  const before = padding(realm, filler, start);
  const after = padding(realm, filler, missing - start);
  chargeString(realm, before.length + text.length + after.length);
  return before + text + after;
}

/** `length` symbols of filler; counted after repeating, because a repeated mark joins what stands before it. */
function padding(realm: Realm, filler: string, length: number): string {
  const size = toSymbols(realm, filler).length;
  if (size === 0 || length < 1) return "";
  const whole = repeat(realm, filler, Math.ceil(length / size));
  return hasUnicode(filler) && filler.length > 1 ? toSymbols(realm, whole).slice(0, length).join("") : whole.slice(0, length);
}
