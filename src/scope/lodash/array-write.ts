import { chargeKey } from "../../runtime/budget.ts";
import { toIndex } from "../../runtime/get.ts";
import type { Realm } from "../../runtime/realm.ts";
import { set } from "../../runtime/set.ts";
import { callBack } from "./callback.ts";
import { toInteger, toLength } from "./convert.ts";
import { flattenOnce } from "./flatten.ts";
import type { FunctionTable } from "./function-table.ts";
import { type Iteratee, toIteratee } from "./iteratee.ts";
import { entriesOf, isIterateeCall, isSame } from "./own-data.ts";
import { toPathKey } from "./path.ts";
import { deletePath, readPath } from "./property.ts";

/** Functions that change the array they get. Only real arrays are changed; anything else comes back as it is. */
export const arrayWriteFunctions: FunctionTable = {
  pull: (realm, array, _second, _third, args) => pull(realm, array, args.slice(1), identity),
  pullAll: (realm, array, values) => pull(realm, array, entriesOf(realm, values), identity),
  pullAllBy: (realm, array, values, iteratee) => pull(realm, array, entriesOf(realm, values), toIteratee(realm, iteratee)),
  pullAllWith: (realm, array, values, comparator) => {
    const list = entriesOf(realm, values);
    if (!comparator) return pull(realm, array, list, identity);
    return keepOnly(realm, array, (item) => !list.some((value) => callBack(realm, comparator, [item, value])));
  },
  pullAt: (realm, array, _second, _third, args) => {
    const places = flattenOnce(realm, args.slice(1));
    const result = places.map((place) => readPath(realm, array, place));
    const gone = new Set(places.map((place) => toIndex(toPathKey(realm, place))));
    for (const place of places) if (toIndex(toPathKey(realm, place)) < 0) deletePath(realm, array, place);
    keepOnly(realm, array, (_item, index) => !gone.has(index));
    return result;
  },
  remove: (realm, array, predicate) => {
    const test = toIteratee(realm, predicate);
    const removed: unknown[] = [];
    keepOnly(realm, array, (item, index) => {
      if (!test([item, index, array])) return true;
      removed.push(item);
      return false;
    });
    return removed;
  },
  reverse: (realm, array) => {
    if (Array.isArray(array)) replaceEntries(realm, array, array.slice().reverse());
    return array;
  },
  fill: (realm, array, value, start, args) => {
    const list = entriesOf(realm, array);
    if (!Array.isArray(array)) return list;
    const asIteratee = start && typeof start !== "number" && isIterateeCall(realm, array, value, start);
    const from = asIteratee ? 0 : toInteger(realm, start);
    const end = asIteratee || args[3] === undefined ? list.length : toInteger(realm, args[3]);
    const first = from < 0 ? Math.max(list.length + from, 0) : from;
    const last = Math.min(toLength(realm, end < 0 ? end + list.length : end), list.length);
    for (let index = first; index < last; index++) set(realm, array, index, value);
    return array;
  },
};

const identity: Iteratee = (args) => args[0];

function pull(realm: Realm, array: unknown, values: readonly unknown[], read: Iteratee): unknown {
  const keyOf = (value: unknown) => {
    const key = read([value]);
    chargeKey(realm, key);
    return key;
  };
  const gone = new Set(values.map(keyOf));
  return keepOnly(realm, array, (item) => !gone.has(keyOf(item)));
}

/** All entries are asked before any is written, so that a callback sees the array as it was. */
function keepOnly(realm: Realm, array: unknown, keep: (item: unknown, index: number) => unknown): unknown {
  if (!Array.isArray(array)) return array;
  const kept = array.slice().filter((item, index) => keep(item, index));
  if (kept.length < array.length) replaceEntries(realm, array, kept);
  return array;
}

function replaceEntries(realm: Realm, array: unknown[], entries: readonly unknown[]): void {
  for (let index = 0; index < entries.length; index++) {
    if (!isSame(array[index], entries[index])) set(realm, array, index, entries[index]);
  }
  set(realm, array, "length", entries.length);
}
