import { charge, chargeKey } from "../../runtime/budget.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { callBack } from "./callback.ts";
import type { FunctionTable } from "./function-table.ts";
import { type Iteratee, toIteratee } from "./iteratee.ts";
import { entriesOf, isArrayLikeObject, isSame } from "./own-data.ts";
import { append } from "./walk.ts";

/**
 * How values are told apart: by SameValueZero of what an iteratee makes of them, or by a comparator, which is asked for
 * each pair (and pays each time).
 */
interface Sameness {
  readonly read: Iteratee;
  readonly compare: ((left: unknown, right: unknown) => unknown) | undefined;
}

/** Functions over arrays as sets. */
export const arraySetFunctions: FunctionTable = {
  uniq: (realm, array) => uniq(realm, entriesOf(realm, array), byValue),
  uniqBy: (realm, array, iteratee) => uniq(realm, entriesOf(realm, array), by(realm, iteratee)),
  uniqWith: (realm, array, comparator) => uniq(realm, entriesOf(realm, array), withLast(realm, [comparator])),
  sortedUniq: (realm, array) => sortedUniq(realm, array, byValue),
  sortedUniqBy: (realm, array, iteratee) => sortedUniq(realm, array, by(realm, iteratee)),
  without: (realm, array, _second, _third, args) => (isArrayLikeObject(array) ? difference(realm, array, args.slice(1), byValue) : []),
  difference: (realm, array, _second, _third, args) => differenceOf(realm, array, args, byValue),
  differenceBy: (realm, array, _second, _third, args) => differenceOf(realm, array, args, byLast(realm, args)),
  differenceWith: (realm, array, _second, _third, args) => differenceOf(realm, array, args, withLast(realm, args)),
  union: (realm, _first, _second, _third, args) => uniq(realm, joined(realm, args), byValue),
  unionBy: (realm, _first, _second, _third, args) => uniq(realm, joined(realm, args), byLast(realm, args)),
  unionWith: (realm, _first, _second, _third, args) => uniq(realm, joined(realm, args), withLast(realm, args)),
  intersection: (realm, _first, _second, _third, args) => intersection(realm, args, byValue),
  intersectionBy: (realm, _first, _second, _third, args) =>
    intersection(realm, isArrayLikeObject(args.at(-1)) ? args : args.slice(0, -1), byLast(realm, args)),
  intersectionWith: (realm, _first, _second, _third, args) =>
    intersection(realm, isCallable(args.at(-1)) ? args.slice(0, -1) : args, withLast(realm, args)),
  xor: (realm, _first, _second, _third, args) => xor(realm, args, byValue),
  xorBy: (realm, _first, _second, _third, args) => xor(realm, args, byLast(realm, args)),
  xorWith: (realm, _first, _second, _third, args) => xor(realm, args, withLast(realm, args)),
};

const byValue: Sameness = { read: (args) => args[0], compare: undefined };

function by(realm: Realm, iteratee: unknown): Sameness {
  return { read: toIteratee(realm, iteratee), compare: undefined };
}

function withComparator(realm: Realm, comparator: unknown): Sameness {
  return { read: byValue.read, compare: (left, right) => callBack(realm, comparator, [left, right]) };
}

/** The last argument is the iteratee unless it is one of the lists. */
function byLast(realm: Realm, args: readonly unknown[]): Sameness {
  const last = args.at(-1);
  return isArrayLikeObject(last) ? byValue : by(realm, last);
}

function withLast(realm: Realm, args: readonly unknown[]): Sameness {
  const last = args.at(-1);
  return isCallable(last) ? withComparator(realm, last) : byValue;
}

/** The entries of all lists among the arguments, one after the other. */
function joined(realm: Realm, lists: readonly unknown[]): unknown[] {
  const all: unknown[] = [];
  for (const list of lists) if (isArrayLikeObject(list)) for (const item of entriesOf(realm, list)) append(realm, all, item);
  return all;
}

/** What has been seen: a set of read values, or a list to compare with. Values are read when they are put in. */
function createSeen(realm: Realm, values: readonly unknown[], how: Sameness) {
  const { compare } = how;
  if (compare === undefined) {
    const read = (value: unknown) => readKey(realm, how.read, value);
    const seen = new Set(values.map(read));
    return { has: (value: unknown) => seen.has(read(value)), add: (value: unknown) => seen.add(read(value)) };
  }
  const seen = [...values];
  const has = (value: unknown) => {
    charge(realm, seen.length);
    return seen.some((other) => compare(value, other));
  };
  return { has, add: (value: unknown) => seen.push(value) };
}

/** What a value is known by in a set; a long text pays for the others that it may be compared with. */
function readKey(realm: Realm, read: Iteratee, value: unknown): unknown {
  const key = read([value]);
  chargeKey(realm, key);
  return key;
}

function uniq(realm: Realm, list: readonly unknown[], how: Sameness): unknown[] {
  return how.compare === undefined ? uniqByKey(realm, list, how.read) : uniqByComparing(realm, list, how);
}

function uniqByKey(realm: Realm, list: readonly unknown[], read: Iteratee): unknown[] {
  const seen = new Set<unknown>();
  const result: unknown[] = [];
  for (const value of list) {
    const key = readKey(realm, read, value);
    if (seen.has(key)) continue;
    seen.add(key);
    append(realm, result, value === 0 ? 0 : value);
  }
  return result;
}

function uniqByComparing(realm: Realm, list: readonly unknown[], how: Sameness): unknown[] {
  const seen = createSeen(realm, [], how);
  const result: unknown[] = [];
  for (const value of list) {
    if (seen.has(value)) continue;
    seen.add(value);
    append(realm, result, value);
  }
  return result;
}

function sortedUniq(realm: Realm, array: unknown, how: Sameness): unknown[] {
  const result: unknown[] = [];
  let last: unknown;
  for (const [index, value] of entriesOf(realm, array).entries()) {
    const key = how.read([value]);
    if (index > 0 && isSame(key, last)) continue;
    last = key;
    append(realm, result, value === 0 ? 0 : value);
  }
  return result;
}

function differenceOf(realm: Realm, array: unknown, args: readonly unknown[], how: Sameness): unknown[] {
  return isArrayLikeObject(array) ? difference(realm, array, joined(realm, args.slice(1)), how) : [];
}

function difference(realm: Realm, array: unknown, values: readonly unknown[], how: Sameness): unknown[] {
  const seen = createSeen(realm, values, how);
  const result: unknown[] = [];
  for (const value of entriesOf(realm, array)) {
    if (!seen.has(value)) append(realm, result, how.compare === undefined && value === 0 ? 0 : value);
  }
  return result;
}

function intersection(realm: Realm, lists: readonly unknown[], how: Sameness): unknown[] {
  if (!isArrayLikeObject(lists[0])) return [];
  const others = lists.slice(1).map((list) => createSeen(realm, isArrayLikeObject(list) ? entriesOf(realm, list) : [], how));
  const taken = createSeen(realm, [], how);
  const result: unknown[] = [];
  for (const value of entriesOf(realm, lists[0])) {
    if (taken.has(value) || !others.every((other) => other.has(value))) continue;
    taken.add(value);
    append(realm, result, how.compare === undefined && value === 0 ? 0 : value);
  }
  return result;
}

function xor(realm: Realm, args: readonly unknown[], how: Sameness): unknown[] {
  const lists = args.filter(isArrayLikeObject);
  if (lists.length < 2) return uniq(realm, joined(realm, lists), byValue);
  const only = lists.map((list, index) =>
    lists.reduce<unknown>((left, other, at) => (at === index ? left : difference(realm, left, entriesOf(realm, other), how)), list),
  );
  return uniq(realm, joined(realm, only), how);
}
