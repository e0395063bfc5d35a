import { charge } from "../../runtime/budget.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import { Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError, throwType } from "../../runtime/throw.ts";
import { chargeScan, toInteger } from "./arguments.ts";
import { formatNumber } from "./intl-number.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";

/** Units for the digits of a number in scientific form, and in another base than ten. */
const shortestUnits = 4;
const radixUnits = 60;

function thisNumber(realm: Realm, self: unknown): number {
  return typeof self === "number" ? self : throwType(realm, "a number method was called on a value that is not a number");
}

/** Reads a count of digits, and charges for them; the language's range, our words. */
function toDigits(realm: Realm, value: unknown, least: number): number {
  const digits = toInteger(realm, value);
  charge(realm, digits >> 1);
  if (!(digits >= least && digits <= 100)) throwError(realm, "RangeError", `the number of digits has to be between ${least} and 100`);
  return digits;
}

/** ECMAScript 21.1.3. The longest text that any of these makes is about 1,100 characters. */
export const numberMethods = createMembers("Number.prototype", {
  toExponential: (realm, self, [digits]) => {
    const number = thisNumber(realm, self);
    // The digits are asked for first, but their range only then (21.1.3.2).
    if (!Number.isFinite(number)) {
      toInteger(realm, digits);
      return String(number);
    }
    charge(realm, shortestUnits);
    return digits === undefined ? number.toExponential() : number.toExponential(toDigits(realm, digits, 0));
  },
  toFixed: (realm, self, [digits]) => thisNumber(realm, self).toFixed(toDigits(realm, digits, 0)),
  toLocaleString: (realm, self, [locales, options]) => formatNumber(realm, thisNumber(realm, self), locales, options),
  toPrecision: (realm, self, [digits]) => {
    const number = thisNumber(realm, self);
    if (digits === undefined) return String(number);
    if (!Number.isFinite(number)) {
      toInteger(realm, digits);
      return String(number);
    }
    charge(realm, shortestUnits);
    return number.toPrecision(toDigits(realm, digits, 1));
  },
  toString: (realm, self, [given]) => {
    const number = thisNumber(realm, self);
    const radix = given === undefined ? 10 : toInteger(realm, given);
    if (!(radix >= 2 && radix <= 36)) throwError(realm, "RangeError", "the radix has to be between 2 and 36");
    // Up to a thousand digits of a fraction.
    if (radix !== 10) charge(realm, Number.isInteger(number) && Math.abs(number) < 2 ** 53 ? 2 : radixUnits);
    return number.toString(radix);
  },
  valueOf: (realm, self) => thisNumber(realm, self),
});

export const parseFloatFacade = new Native({
  name: "parseFloat",
  length: 1,
  run: (realm, _self, [value]) => {
    if (typeof value === "number" && value !== 0) return Number.parseFloat(String(value));
    const text = toText(realm, value);
    chargeScan(realm, text.length);
    return Number.parseFloat(text);
  },
});

export const parseIntFacade = new Native({
  name: "parseInt",
  length: 2,
  run: (realm, _self, [value, radix]) => {
    const text = toText(realm, value);
    chargeScan(realm, text.length);
    return Number.parseInt(text, radix === undefined ? undefined : toNumber(realm, radix));
  },
});

const statics = createTable("Number", {
  EPSILON: Number.EPSILON,
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MAX_VALUE: Number.MAX_VALUE,
  MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
  MIN_VALUE: Number.MIN_VALUE,
  NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
  isFinite: (_realm, _self, [value]) => Number.isFinite(value),
  isInteger: (_realm, _self, [value]) => Number.isInteger(value),
  isNaN: (_realm, _self, [value]) => Number.isNaN(value),
  isSafeInteger: (_realm, _self, [value]) => Number.isSafeInteger(value),
  parseFloat: parseFloatFacade,
  parseInt: parseIntFacade,
  prototype: createPrototype("Number", numberMethods),
});

function convert(realm: Realm, args: readonly unknown[]): number {
  if (args.length === 0) return 0;
  if (typeof args[0] === "string") chargeScan(realm, args[0].length);
  return toNumber(realm, args[0]);
}

/** `Number`; `new Number(x)` gives the primitive. */
export const numberFacade = new Native({
  name: "Number",
  length: 1,
  run: (realm, _self, args) => convert(realm, args),
  make: convert,
  members: statics,
});
