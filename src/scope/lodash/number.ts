import { charge, chargeArray } from "../../runtime/budget.ts";
import { add, compare, toNumber } from "../../runtime/coerce.ts";
import type { Realm } from "../../runtime/realm.ts";
import { toFinite, toInteger, toLodashText, toPlainText } from "./convert.ts";
import type { FunctionTable, LodashFunction } from "./function-table.ts";
import { type Iteratee, toIteratee } from "./iteratee.ts";
import { entriesOf, isIterateeCall } from "./own-data.ts";

/** Arithmetic, statistics, ranges, randomness. The clock and the dice are the realm's. */
export const numberFunctions: FunctionTable = {
  add: toOperation(0, (realm, left, right) => add(realm, left, right)),
  subtract: toOperation(0, (_realm, left, right) => Number(left) - Number(right)),
  multiply: toOperation(1, (_realm, left, right) => Number(left) * Number(right)),
  divide: toOperation(1, (_realm, left, right) => Number(left) / Number(right)),
  sum: (realm, array) => sum(realm, array, identity),
  sumBy: (realm, array, iteratee) => sum(realm, array, toIteratee(realm, iteratee)),
  mean: (realm, array) => mean(realm, array, identity),
  meanBy: (realm, array, iteratee) => mean(realm, array, toIteratee(realm, iteratee)),
  min: (realm, array) => extreme(realm, array, identity, "<"),
  minBy: (realm, array, iteratee) => extreme(realm, array, toIteratee(realm, iteratee), "<"),
  max: (realm, array) => extreme(realm, array, identity, ">"),
  maxBy: (realm, array, iteratee) => extreme(realm, array, toIteratee(realm, iteratee), ">"),
  round: (realm, number, precision) => roundWith(realm, Math.round, number, precision),
  floor: (realm, number, precision) => roundWith(realm, Math.floor, number, precision),
  ceil: (realm, number, precision) => roundWith(realm, Math.ceil, number, precision),
  clamp,
  inRange: (realm, number, start, end) => {
    const [low, high] = end === undefined ? [0, toFinite(realm, start)] : [toFinite(realm, start), toFinite(realm, end)];
    const value = toNumber(realm, number);
    return value >= Math.min(low, high) && value < Math.max(low, high);
  },
  random,
  range: (realm, start, end, step) => range(realm, start, end, step, false),
  rangeRight: (realm, start, end, step) => range(realm, start, end, step, true),
  times: (realm, n, iteratee) => {
    const count = toInteger(realm, n);
    if (count < 1 || count > Number.MAX_SAFE_INTEGER) return [];
    chargeArray(realm, count);
    const make = toIteratee(realm, iteratee);
    const result: unknown[] = [];
    for (let index = 0; index < count; index++) {
      charge(realm, 1);
      result.push(make([index]));
    }
    return result;
  },
  uniqueId: (realm, prefix) => {
    const id = ((realm.store.get("lodash.uniqueId") as number | undefined) ?? 0) + 1;
    realm.store.set("lodash.uniqueId", id);
    return add(realm, toLodashText(realm, prefix), String(id));
  },
  now: (realm) => realm.now(),
};

const identity: Iteratee = (args) => args[0];

/** Missing operands fall out; two of them give `neutral`. A string on either side makes both strings, as in lodash. */
function toOperation(neutral: number, operate: (realm: Realm, left: string | number, right: string | number) => unknown): LodashFunction {
  return (realm, left, right) => {
    if (left === undefined) return right === undefined ? neutral : right;
    if (right === undefined) return left;
    const asText = typeof left === "string" || typeof right === "string";
    const convert = asText ? toPlainText : toNumber;
    return operate(realm, convert(realm, left), convert(realm, right));
  };
}

/** Adds with the language's `+`, so strings are joined; `undefined` falls out. */
function sum(realm: Realm, array: unknown, read: Iteratee): unknown {
  const list = entriesOf(realm, array);
  if (list.length === 0) return 0;
  let total: unknown;
  for (const value of list) {
    const item = read([value]);
    if (item !== undefined) total = total === undefined ? item : add(realm, total, item);
  }
  return total;
}

function mean(realm: Realm, array: unknown, read: Iteratee): number {
  const { length } = entriesOf(realm, array);
  return length === 0 ? Number.NaN : toNumber(realm, sum(realm, array, read)) / length;
}

function extreme(realm: Realm, array: unknown, read: Iteratee, operator: "<" | ">"): unknown {
  let best: unknown;
  let found: unknown;
  for (const value of entriesOf(realm, array)) {
    const item = read([value]);
    if (item === null || item === undefined) continue;
    if (best === undefined ? Number.isNaN(item) : !compare(realm, item, best, operator)) continue;
    best = item;
    found = value;
  }
  return found;
}

/** Shifts by exponent, not by multiplication, so that `_.round(1.005, 2)` is 1.01. */
function roundWith(realm: Realm, rounding: (value: number) => number, number: unknown, digits: unknown): number {
  const value = toNumber(realm, number);
  const precision = Math.min(toInteger(realm, digits), 292);
  if (precision === 0 || !Number.isFinite(value)) return rounding(value);
  charge(realm, 6);
  return shift(rounding(shift(value, precision)), -precision);
}

function shift(value: number, digits: number): number {
  const [mantissa = "0", exponent = "0"] = (Object.is(value, -0) ? "-0" : String(value)).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function clamp(realm: Realm, number: unknown, low: unknown, high: unknown): number {
  const [lower, upper] = high === undefined ? [undefined, low] : [low, high];
  let value = toNumber(realm, number);
  if (Number.isNaN(value)) return value;
  const most = upper === undefined ? value : toBound(realm, upper);
  const least = lower === undefined ? undefined : toBound(realm, lower);
  if (!(value <= most)) value = most;
  return least === undefined || value >= least ? value : least;
}

function toBound(realm: Realm, value: unknown): number {
  const bound = toNumber(realm, value);
  return Number.isNaN(bound) ? 0 : bound;
}

function random(realm: Realm, first: unknown, second: unknown, third: unknown): number {
  const asIteratee = third && typeof third !== "boolean" && isIterateeCall(realm, first, second, third);
  const bounds = (asIteratee ? [first] : [first, second]).filter((bound) => typeof bound !== "boolean" && bound !== undefined);
  const floating = asIteratee ? false : (third ?? [second, first].find((bound) => typeof bound === "boolean"));
  const [start, end] =
    bounds.length === 0 ? [0, 1] : bounds.length === 1 ? [0, toFinite(realm, bounds[0])] : bounds.map((one) => toFinite(realm, one));
  const low = Math.min(start as number, end as number);
  const high = Math.max(start as number, end as number);
  const dice = realm.random();
  if (!floating && low % 1 === 0 && high % 1 === 0) return low + Math.floor(dice * (high - low + 1));
  return Math.min(low + dice * (high - low + Number(`1e-${String(dice).length - 1}`)), high);
}

function range(realm: Realm, from: unknown, to: unknown, by: unknown, fromRight: boolean): number[] {
  const asIteratee = by && typeof by !== "number" && isIterateeCall(realm, from, to, by);
  const first = toFinite(realm, from);
  const alone = asIteratee || to === undefined;
  const start = alone ? 0 : first;
  const end = alone ? first : toFinite(realm, to);
  const step = asIteratee || by === undefined ? (start < end ? 1 : -1) : toFinite(realm, by);
  const length = Math.max(Math.ceil((end - start) / (step || 1)), 0);
  chargeArray(realm, length);
  const result: number[] = [];
  for (let index = 0, value = start; index < length; index++, value += step) result.push(value);
  return fromRight ? result.reverse() : result;
}
