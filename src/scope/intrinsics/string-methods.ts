import { chargeAppend, chargeString } from "../../runtime/budget.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError, throwType } from "../../runtime/throw.ts";
import { chargeScan, chargeSearch, thisText, toInteger, toPosition } from "./arguments.ts";
import { compareTexts, toLocaleCase } from "./intl-text.ts";
import { createMembers } from "./members.ts";
import { isRegExp } from "./regexp.ts";
import { match, matchAll, replace, replaceAll, search, split } from "./string-patterns.ts";

// How much a change of case or a normalisation form can lengthen a text, in the worst case of Unicode.
const caseGrowth = 3;
const formGrowth = 18;
const forms: ReadonlySet<string> = new Set(["NFC", "NFD", "NFKC", "NFKD"]);

function pad(realm: Realm, self: unknown, args: readonly unknown[], where: "start" | "end"): string {
  const text = thisText(realm, self);
  const length = toInteger(realm, args[0]);
  const filler = args[1] === undefined ? " " : toText(realm, args[1]);
  if (length <= text.length || filler === "") return text;
  chargeString(realm, length);
  return where === "start" ? text.padStart(length, filler) : text.padEnd(length, filler);
}

/** The text that `includes`, `startsWith`, `endsWith` look for; a regular expression is refused, as in the language. */
function toWanted(realm: Realm, value: unknown): string {
  if (isRegExp(value)) throwType(realm, "a regular expression can't be used here; give a text");
  return toText(realm, value);
}

function trimWith(trim: (text: string) => string): (realm: Realm, self: unknown) => string {
  return (realm, self) => {
    const text = thisText(realm, self);
    chargeScan(realm, text.length);
    return trim(text);
  };
}

function caseWith(change: (text: string) => string): (realm: Realm, self: unknown) => string {
  return (realm, self) => {
    const text = thisText(realm, self);
    chargeString(realm, text.length * caseGrowth);
    return change(text);
  };
}

const trimStart = trimWith((text) => text.trimStart());
const trimEnd = trimWith((text) => text.trimEnd());

/** A text with a lone half of a surrogate pair can't be encoded; `replace` is the only change that mends it. */
const loneSurrogate = /\p{Surrogate}/gu;

/** ECMAScript 22.1.3, without the HTML methods of annex B. */
export const stringMethods = createMembers("String.prototype", {
  at: (realm, self, [index]) => thisText(realm, self).at(toInteger(realm, index)),
  charAt: (realm, self, [index]) => thisText(realm, self).charAt(toInteger(realm, index)),
  charCodeAt: (realm, self, [index]) => thisText(realm, self).charCodeAt(toInteger(realm, index)),
  codePointAt: (realm, self, [index]) => thisText(realm, self).codePointAt(toInteger(realm, index)),
  concat: (realm, self, args) => {
    let text = thisText(realm, self);
    for (const arg of args) {
      const part = toText(realm, arg);
      chargeAppend(realm, text.length + part.length, part.length);
      text += part;
    }
    return text;
  },
  endsWith: (realm, self, [wanted, end]) => {
    const text = thisText(realm, self);
    const part = toWanted(realm, wanted);
    chargeScan(realm, part.length);
    return text.endsWith(part, end === undefined ? text.length : toInteger(realm, end));
  },
  includes: (realm, self, [wanted, from]) => {
    const text = thisText(realm, self);
    const part = toWanted(realm, wanted);
    chargeSearch(realm, text.length, part.length);
    return text.includes(part, toInteger(realm, from));
  },
  indexOf: (realm, self, [wanted, from]) => {
    const text = thisText(realm, self);
    const part = toText(realm, wanted);
    chargeSearch(realm, text.length, part.length);
    return text.indexOf(part, toInteger(realm, from));
  },
  isWellFormed: (realm, self) => {
    const text = thisText(realm, self);
    chargeScan(realm, text.length);
    return text.search(loneSurrogate) < 0;
  },
  lastIndexOf: (realm, self, [wanted, from]) => {
    const text = thisText(realm, self);
    const part = toText(realm, wanted);
    chargeSearch(realm, text.length, part.length);
    const position = toNumber(realm, from);
    return text.lastIndexOf(part, Number.isNaN(position) ? Number.POSITIVE_INFINITY : position);
  },
  localeCompare: (realm, self, [other, locales, options]) =>
    compareTexts(realm, thisText(realm, self), toText(realm, other), locales, options),
  match,
  matchAll,
  normalize: (realm, self, [given]) => {
    const text = thisText(realm, self);
    const form = given === undefined ? "NFC" : toText(realm, given);
    if (!forms.has(form)) throwError(realm, "RangeError", "the normalisation form should be one of NFC, NFD, NFKC, NFKD");
    chargeString(realm, text.length * formGrowth);
    return text.normalize(form);
  },
  padEnd: (realm, self, args) => pad(realm, self, args, "end"),
  padStart: (realm, self, args) => pad(realm, self, args, "start"),
  repeat: (realm, self, [given]) => {
    const text = thisText(realm, self);
    const count = toInteger(realm, given);
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY))
      throwError(realm, "RangeError", "the count of `repeat` has to be a whole number from 0");
    if (text === "" || count === 0) return "";
    chargeString(realm, text.length * count);
    return text.repeat(count);
  },
  replace,
  replaceAll,
  search,
  slice: (realm, self, [start, end]) => {
    const text = thisText(realm, self);
    return text.slice(toInteger(realm, start), end === undefined ? text.length : toInteger(realm, end));
  },
  split,
  startsWith: (realm, self, [wanted, start]) => {
    const text = thisText(realm, self);
    const part = toWanted(realm, wanted);
    chargeScan(realm, part.length);
    return text.startsWith(part, toInteger(realm, start));
  },
  substr: (realm, self, [start, length]) => {
    const text = thisText(realm, self);
    const from = toPosition(realm, start, text.length, 0);
    const count = length === undefined ? text.length - from : toInteger(realm, length);
    return count <= 0 ? "" : text.slice(from, from + count);
  },
  substring: (realm, self, [start, end]) => {
    const text = thisText(realm, self);
    return text.substring(toInteger(realm, start), end === undefined ? text.length : toInteger(realm, end));
  },
  toLocaleLowerCase: (realm, self, [locales]) => toLocaleCase(realm, thisText(realm, self), locales, "lower"),
  toLocaleUpperCase: (realm, self, [locales]) => toLocaleCase(realm, thisText(realm, self), locales, "upper"),
  toLowerCase: caseWith((text) => text.toLowerCase()),
  toString: (realm, self) =>
    typeof self === "string" ? self : throwType(realm, "`String.prototype.toString` was called on another value"),
  toUpperCase: caseWith((text) => text.toUpperCase()),
  toWellFormed: (realm, self) => {
    const text = thisText(realm, self);
    chargeString(realm, text.length);
    return text.replace(loneSurrogate, "\uFFFD");
  },
  trim: trimWith((text) => text.trim()),
  trimEnd,
  trimLeft: trimStart,
  trimRight: trimEnd,
  trimStart,
  valueOf: (realm, self) => (typeof self === "string" ? self : throwType(realm, "`String.prototype.valueOf` was called on another value")),
});
