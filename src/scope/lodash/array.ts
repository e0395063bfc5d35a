import { charge, chargeArray } from "../../runtime/budget.ts";
import { joinArray, toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord } from "../../runtime/record.ts";
import { callBack } from "./callback.ts";
import { findFrom } from "./collection.ts";
import { toInteger } from "./convert.ts";
import { flattenTo } from "./flatten.ts";
import type { FunctionTable } from "./function-table.ts";
import { toIteratee } from "./iteratee.ts";
import { entriesOf, isArrayLikeObject, isIterateeCall, isSame, lengthOf } from "./own-data.ts";
import { writePath } from "./property.ts";

/** Functions that read arrays by index and give new ones. Strings count as arrays of their units. */
export const arrayFunctions: FunctionTable = {
  chunk: (realm, array, size, guard) => {
    const list = entriesOf(realm, array);
    const alone = guard ? isIterateeCall(realm, array, size, guard) : size === undefined;
    const step = alone ? 1 : Math.max(toInteger(realm, size), 0);
    const chunks: unknown[] = [];
    if (step >= 1) for (let at = 0; at < list.length; at += step) chunks.push(list.slice(at, at + step));
    return chunks;
  },
  compact: (realm, array) => entriesOf(realm, array).filter(Boolean),
  concat: (realm, array, _second, _third, args) => {
    if (args.length === 0) return [];
    return flattenTo(realm, args.slice(1), 1, Array.isArray(array) ? array.slice() : [array]);
  },
  initial: (realm, array) => entriesOf(realm, array).slice(0, -1),
  tail: (realm, array) => entriesOf(realm, array).slice(1),
  head: first,
  first,
  last: (realm, array) => entriesOf(realm, array).at(-1),
  nth: (realm, array, n) => nthOf(entriesOf(realm, array), toInteger(realm, n)),
  slice: (realm, array, start, end) => {
    const list = entriesOf(realm, array);
    if (end && typeof end !== "number" && isIterateeCall(realm, array, start, end)) return list.slice();
    return sliceOf(list, toInteger(realm, start), end === undefined ? list.length : toInteger(realm, end));
  },
  take: (realm, array, n, guard) => sliceOf(entriesOf(realm, array), 0, toCount(realm, n, guard)),
  drop: (realm, array, n, guard) => sliceOf(entriesOf(realm, array), toCount(realm, n, guard)),
  takeRight: (realm, array, n, guard) => {
    const list = entriesOf(realm, array);
    return sliceOf(list, Math.max(list.length - toCount(realm, n, guard), 0));
  },
  dropRight: (realm, array, n, guard) => {
    const list = entriesOf(realm, array);
    return sliceOf(list, 0, Math.max(list.length - toCount(realm, n, guard), 0));
  },
  takeWhile: (realm, array, predicate) => splitWhile(realm, array, predicate, false).passing,
  dropWhile: (realm, array, predicate) => splitWhile(realm, array, predicate, false).rest,
  takeRightWhile: (realm, array, predicate) => splitWhile(realm, array, predicate, true).passing,
  dropRightWhile: (realm, array, predicate) => splitWhile(realm, array, predicate, true).rest,
  findIndex: (realm, array, predicate, from) => {
    const test = toIteratee(realm, predicate);
    const list = entriesOf(realm, array);
    return findFrom(realm, list.length, from, false, (at) => test([list[at], at, array]));
  },
  findLastIndex: (realm, array, predicate, from) => {
    const test = toIteratee(realm, predicate);
    const list = entriesOf(realm, array);
    return findFrom(realm, list.length, from, true, (at) => test([list[at], at, array]));
  },
  indexOf: (realm, array, value, from) => {
    const list = entriesOf(realm, array);
    return findFrom(realm, list.length, from ?? 0, false, (at) => isSame(list[at], value));
  },
  lastIndexOf: (realm, array, value, from) => {
    const list = entriesOf(realm, array);
    return findFrom(realm, list.length, from, true, (at) => isSame(list[at], value));
  },
  join: (realm, array, separator) => joinArray(realm, entriesOf(realm, array), separator === undefined ? "," : toText(realm, separator)),
  fromPairs: (realm, pairs) => {
    const result = createRecord();
    for (const pair of entriesOf(realm, pairs)) result[toText(realm, get(realm, pair, 0))] = get(realm, pair, 1);
    return result;
  },
  zip: (realm, _first, _second, _third, args) => unzip(realm, args),
  unzip,
  zipWith: (realm, _first, _second, _third, args) => {
    const iteratee = args.length > 1 ? args.at(-1) : undefined;
    const callable = isCallable(iteratee);
    return combine(realm, unzip(realm, callable ? args.slice(0, -1) : args), callable ? iteratee : undefined);
  },
  unzipWith: (realm, array, iteratee) => combine(realm, unzip(realm, array), iteratee),
  zipObject: (realm, keys, values) => {
    const list = entriesOf(realm, values);
    const result = createRecord();
    chargeArray(realm, lengthOf(keys) ?? 0);
    charge(realm, 2 * (lengthOf(keys) ?? 0));
    for (const [index, key] of entriesOf(realm, keys).entries()) result[toText(realm, key)] = list.at(index);
    return result;
  },
  zipObjectDeep: (realm, paths, values) => {
    const list = entriesOf(realm, values);
    const result = createRecord();
    for (const [index, path] of entriesOf(realm, paths).entries()) writePath(realm, result, path, () => list.at(index));
    return result;
  },
};

function first(realm: Realm, array: unknown): unknown {
  return entriesOf(realm, array).at(0);
}

/** `_.nth`: from the end when negative. */
export function nthOf(list: readonly unknown[], n: number): unknown {
  return list.at(n);
}

/** How many entries a call means: one when it says nothing or is an iteratee call, none for less than none. */
function toCount(realm: Realm, n: unknown, guard: unknown): number {
  return guard || n === undefined ? 1 : Math.max(toInteger(realm, n), 0);
}

function sliceOf(list: readonly unknown[], start: number, end?: number): unknown[] {
  return list.slice(start, end);
}

function splitWhile(realm: Realm, array: unknown, predicate: unknown, fromRight: boolean) {
  const list = entriesOf(realm, array);
  const test = toIteratee(realm, predicate);
  const stop = findFrom(realm, list.length, undefined, fromRight, (at) => !test([list[at], at, array]));
  if (fromRight) return { passing: list.slice(stop + 1), rest: list.slice(0, stop + 1) };
  const end = stop < 0 ? list.length : stop;
  return { passing: list.slice(0, end), rest: list.slice(end) };
}

function unzip(realm: Realm, array: unknown): unknown[][] {
  const groups = entriesOf(realm, array).filter(isArrayLikeObject);
  const length = groups.reduce<number>((most, group) => Math.max(most, lengthOf(group) ?? 0), 0);
  // As many entries as groups times the longest: charged before any is made.
  chargeArray(realm, length * groups.length);
  charge(realm, 2 * length);
  const lists = groups.map((group) => entriesOf(realm, group));
  return Array.from({ length }, (_, index) => lists.map((list) => list.at(index)));
}

function combine(realm: Realm, groups: unknown[][], iteratee: unknown): unknown[] {
  if (iteratee === null || iteratee === undefined) return groups;
  return groups.map((group) => callBack(realm, iteratee, group));
}
