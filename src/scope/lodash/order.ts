import { charge, chargeArray } from "../../runtime/budget.ts";
import { compare } from "../../runtime/coerce.ts";
import type { Realm } from "../../runtime/realm.ts";
import { flattenOnce } from "./flatten.ts";
import type { FunctionTable } from "./function-table.ts";
import { type Iteratee, toIteratee } from "./iteratee.ts";
import { entriesOf, isIterateeCall, isSame } from "./own-data.ts";
import { readPath } from "./property.ts";
import { walk } from "./walk.ts";

/**
 * Orders two values as lodash's ascending sort: comparable values first, then null, undefined, NaN. Objects compare by
 * their primitive form. A long common beginning of two strings is paid for.
 */
export function compareAscending(realm: Realm, left: unknown, right: unknown): number {
  charge(realm, 1);
  if (typeof left === "string" && typeof right === "string") charge(realm, Math.min(left.length, right.length) >>> 6);
  if (left === right) return 0;
  const rank = rankOf(left);
  const ranks = rank - rankOf(right);
  if (ranks !== 0) return ranks;
  // Two NaN are not equal to lodash: the left one belongs after the right one, so that `desc` reverses them.
  if (rank !== 0) return rank === rankOfNaN ? 1 : 0;
  if (compare(realm, left, right, ">")) return 1;
  return compare(realm, left, right, "<") ? -1 : 0;
}

/** The rank of NaN. */
const rankOfNaN = 3;

function rankOf(value: unknown): number {
  if (value === null) return 1;
  if (value === undefined) return 2;
  return typeof value === "number" && Number.isNaN(value) ? rankOfNaN : 0;
}

/** `_.sortBy` and `_.orderBy`. Stable; every comparison pays. */
export const orderFunctions: FunctionTable = {
  sortBy: (realm, collection, _second, _third, args) => {
    let keys = args.slice(1);
    if (isIterateeCall(realm, collection, keys[0], keys[1])) keys = [];
    else if (isIterateeCall(realm, keys[0], keys[1], keys[2])) keys = [keys[0]];
    return sortByKeys(realm, collection, flattenOnce(realm, keys), []);
  },
  orderBy: (realm, collection, iteratees, orders, args) => {
    const given = args[3] ? undefined : orders;
    return sortByKeys(realm, collection, toList(iteratees), toList(given));
  },
};

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

function sortByKeys(realm: Realm, collection: unknown, iteratees: readonly unknown[], orders: readonly unknown[]): unknown[] {
  if (collection === null || collection === undefined) return [];
  const readers = iteratees.length === 0 ? [toIteratee(realm, undefined)] : iteratees.map((iteratee) => toReader(realm, iteratee));
  const rows: { readonly value: unknown; readonly keys: readonly unknown[] }[] = [];
  walk(realm, collection, (value) => {
    if (rows.length >= realm.limits.arrayLength) chargeArray(realm, rows.length + 1);
    charge(realm, readers.length);
    rows.push({ value, keys: readers.map((read) => read([value])) });
  });
  // Array.prototype.sort is stable and lets what the comparison throws pass.
  rows.sort((left, right) => {
    for (let index = 0; index < readers.length; index++) {
      const result = compareAscending(realm, left.keys[index], right.keys[index]);
      if (result !== 0) return orders[index] === "desc" ? -result : result;
    }
    return 0;
  });
  return rows.map(({ value }) => value);
}

/** An array among the iteratees is a path here, not a pair to match. */
function toReader(realm: Realm, iteratee: unknown): Iteratee {
  if (!Array.isArray(iteratee)) return toIteratee(realm, iteratee);
  const path = iteratee.length === 1 ? iteratee[0] : iteratee;
  return ([value]) => readPath(realm, value, path);
}

/** Where a value belongs in a sorted array. */
export const sortedFunctions: FunctionTable = {
  sortedIndex: (realm, array, value) => findSorted(realm, array, value, undefined, false),
  sortedIndexBy: (realm, array, value, iteratee) => findSorted(realm, array, value, iteratee, false),
  sortedLastIndex: (realm, array, value) => findSorted(realm, array, value, undefined, true),
  sortedLastIndexBy: (realm, array, value, iteratee) => findSorted(realm, array, value, iteratee, true),
  sortedIndexOf: (realm, array, value) => {
    const list = entriesOf(realm, array);
    const index = findSorted(realm, list, value, undefined, false);
    return index < list.length && isSame(list[index], value) ? index : -1;
  },
  sortedLastIndexOf: (realm, array, value) => {
    const list = entriesOf(realm, array);
    const index = findSorted(realm, list, value, undefined, true) - 1;
    return index >= 0 && isSame(list[index], value) ? index : -1;
  },
};

function findSorted(realm: Realm, array: unknown, value: unknown, iteratee: unknown, afterEqual: boolean): number {
  const list = entriesOf(realm, array);
  const read = toIteratee(realm, iteratee);
  const wanted = list.length === 0 ? undefined : read([value]);
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (goesRight(realm, read([list[middle]]), wanted, afterEqual)) low = middle + 1;
    else high = middle;
  }
  return high;
}

/** Whether the place of `wanted` is right of an entry. What can't be compared (`NaN < "a"`) stays left, as in lodash. */
function goesRight(realm: Realm, entry: unknown, wanted: unknown, afterEqual: boolean): boolean {
  charge(realm, 1);
  const rank = rankOf(wanted);
  if (rank !== 0) return rankOf(entry) < rank || (afterEqual && rankOf(entry) === rank);
  if (entry === null) return false;
  return compare(realm, entry, wanted, afterEqual ? "<=" : "<");
}
