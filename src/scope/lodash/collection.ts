import { charge, chargeKey } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { Opaque } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, type Rec } from "../../runtime/record.ts";
import { callBack } from "./callback.ts";
import { toInteger } from "./convert.ts";
import { flattenTo } from "./flatten.ts";
import type { FunctionTable } from "./function-table.ts";
import { toIteratee } from "./iteratee.ts";
import { listValues } from "./object.ts";
import { entryAt, isIterateeCall, isSame, keysOf, lengthOf, readOwn } from "./own-data.ts";
import { invokePath } from "./property.ts";
import { toSymbols } from "./symbols.ts";
import { append, chargeLikeSized, walk } from "./walk.ts";

/** Functions over arrays, strings and objects alike; iteratees get value, key and collection. */
export const collectionFunctions: FunctionTable = {
  map,
  filter: (realm, collection, predicate) => keep(realm, collection, predicate, true),
  reject: (realm, collection, predicate) => keep(realm, collection, predicate, false),
  partition: (realm, collection, predicate) => {
    const test = toIteratee(realm, predicate);
    const parts: readonly [unknown[], unknown[]] = [[], []];
    walk(realm, collection, (value) => {
      append(realm, parts[test([value]) ? 0 : 1], value);
    });
    return [...parts];
  },
  forEach: (realm, collection, iteratee) => forEach(realm, collection, iteratee, false),
  each: (realm, collection, iteratee) => forEach(realm, collection, iteratee, false),
  forEachRight: (realm, collection, iteratee) => forEach(realm, collection, iteratee, true),
  eachRight: (realm, collection, iteratee) => forEach(realm, collection, iteratee, true),
  reduce: (realm, collection, iteratee, accumulator, args) => fold(realm, collection, iteratee, accumulator, args.length < 3, false),
  reduceRight: (realm, collection, iteratee, accumulator, args) => fold(realm, collection, iteratee, accumulator, args.length < 3, true),
  some: (realm, collection, predicate, guard) => {
    const test = toIteratee(realm, isIterateeCall(realm, collection, predicate, guard) ? undefined : predicate);
    return anyIs(realm, collection, (value, key) => test([value, key, collection]), true);
  },
  every: (realm, collection, predicate, guard) => {
    const test = toIteratee(realm, isIterateeCall(realm, collection, predicate, guard) ? undefined : predicate);
    return !anyIs(realm, collection, (value, key) => test([value, key, collection]), false);
  },
  find: (realm, collection, predicate, from) => find(realm, collection, predicate, from, false),
  findLast: (realm, collection, predicate, from) => find(realm, collection, predicate, from, true),
  includes,
  groupBy: (realm, collection, iteratee) =>
    aggregate(realm, collection, iteratee, (result, key, value) => {
      if (key in result) append(realm, result[key] as unknown[], value);
      else result[key] = [value];
    }),
  keyBy: (realm, collection, iteratee) =>
    aggregate(realm, collection, iteratee, (result, key, value) => {
      result[key] = value;
    }),
  countBy: (realm, collection, iteratee) =>
    aggregate(realm, collection, iteratee, (result, key) => {
      result[key] = key in result ? (result[key] as number) + 1 : 1;
    }),
  flatMap: (realm, collection, iteratee) => flattenTo(realm, map(realm, collection, iteratee), 1),
  flatMapDeep: (realm, collection, iteratee) => flattenTo(realm, map(realm, collection, iteratee), Number.POSITIVE_INFINITY),
  flatMapDepth: (realm, collection, iteratee, depth) =>
    flattenTo(realm, map(realm, collection, iteratee), depth === undefined ? 1 : toInteger(realm, depth)),
  invokeMap: (realm, collection, path, _third, args) => {
    const given = args.slice(2);
    const result: unknown[] = [];
    walk(realm, collection, (value) => {
      const made = isCallable(path) ? callBack(realm, path, given, value) : invokeMapped(realm, value, path, given);
      append(realm, result, made);
    });
    return result;
  },
  size: (realm, collection) => {
    if (typeof collection === "string") return toSymbols(realm, collection).length;
    if (collection instanceof Opaque && (collection.type.name === "Map" || collection.type.name === "Set")) {
      return readOwn(realm, collection, "size");
    }
    return lengthOf(collection) ?? keysOf(realm, collection).length;
  },
};

function map(realm: Realm, collection: unknown, iteratee: unknown): unknown[] {
  const make = toIteratee(realm, iteratee);
  chargeLikeSized(realm, collection);
  const result: unknown[] = [];
  walk(realm, collection, (value, key) => {
    result.push(make([value, key, collection]));
  });
  return result;
}

function invokeMapped(realm: Realm, value: unknown, path: unknown, args: readonly unknown[]): unknown {
  return value === null || value === undefined ? undefined : invokePath(realm, value, path, args);
}

function keep(realm: Realm, collection: unknown, predicate: unknown, wanted: boolean): unknown[] {
  const test = toIteratee(realm, predicate);
  const result: unknown[] = [];
  walk(realm, collection, (value, key) => {
    if (Boolean(test([value, key, collection])) === wanted) append(realm, result, value);
  });
  return result;
}

function forEach(realm: Realm, collection: unknown, iteratee: unknown, fromRight: boolean): unknown {
  const visit = toIteratee(realm, iteratee);
  walk(realm, collection, (value, key) => visit([value, key, collection]), fromRight);
  return collection;
}

function fold(realm: Realm, collection: unknown, iteratee: unknown, start: unknown, first: boolean, fromRight: boolean): unknown {
  const step = toIteratee(realm, iteratee);
  let result = start;
  let empty = first;
  const visit = (value: unknown, key: string | number) => {
    result = empty ? value : step([result, value, key, collection]);
    empty = false;
  };
  walk(realm, collection, visit, fromRight);
  return result;
}

function anyIs(realm: Realm, collection: unknown, test: (value: unknown, key: string | number) => unknown, wanted: boolean): boolean {
  let found = false;
  walk(realm, collection, (value, key) => {
    found = Boolean(test(value, key)) === wanted;
    return !found;
  });
  return found;
}

function find(realm: Realm, collection: unknown, predicate: unknown, from: unknown, fromRight: boolean): unknown {
  const test = toIteratee(realm, predicate);
  const length = lengthOf(collection);
  const keys = length === undefined ? keysOf(realm, collection) : undefined;
  const index = findFrom(realm, keys?.length ?? length ?? 0, from, fromRight, (at) => {
    const key = keys?.[at];
    return test([key === undefined ? entryAt(realm, collection, at) : readOwn(realm, collection, key), key ?? at, collection]);
  });
  if (index < 0) return undefined;
  const key = keys?.[index];
  return key === undefined ? entryAt(realm, collection, index) : readOwn(realm, collection, key);
}

/** Searches `length` places from where lodash would begin; -1 when none passes. */
export function findFrom(realm: Realm, length: number, from: unknown, fromRight: boolean, test: (index: number) => unknown): number {
  let start = fromRight ? length - 1 : 0;
  if (from !== undefined) {
    const wanted = toInteger(realm, from);
    start = wanted < 0 ? Math.max(length + wanted, 0) : fromRight ? Math.min(wanted, length - 1) : wanted;
  }
  for (let at = start; fromRight ? at >= 0 : at < length; at += fromRight ? -1 : 1) {
    charge(realm, 1);
    if (test(at)) return at;
  }
  return -1;
}

function includes(realm: Realm, collection: unknown, value: unknown, from: unknown, args: readonly unknown[]): boolean {
  const start = from && !args[3] ? toInteger(realm, from) : 0;
  if (typeof collection === "string") {
    const at = start < 0 ? Math.max(collection.length + start, 0) : start;
    return at <= collection.length && collection.includes(toText(realm, value), at);
  }
  const list = lengthOf(collection) === undefined ? listValues(realm, collection) : collection;
  return findFrom(realm, lengthOf(list) ?? 0, start, false, (at) => isSame(entryAt(realm, list, at), value)) >= 0;
}

function aggregate(realm: Realm, collection: unknown, iteratee: unknown, add: (result: Rec, key: string, value: unknown) => void): Rec {
  const toGroup = toIteratee(realm, iteratee);
  const result = createRecord();
  walk(realm, collection, (value) => {
    const key = toText(realm, toGroup([value]));
    chargeKey(realm, key);
    add(result, key, value);
  });
  return result;
}
