import { charge, chargeArray } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { Opaque } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import { set } from "../../runtime/set.ts";
import { flattenOnce } from "./flatten.ts";
import type { FunctionTable } from "./function-table.ts";
import { toIteratee } from "./iteratee.ts";
import { isObject, keysOf, readOwn } from "./own-data.ts";
import { toKeys } from "./path.ts";
import { deletePath, hasPath, readKeys, readPath, writePath } from "./property.ts";
import { walk, walkOwn } from "./walk.ts";

/** Functions that read objects by their own keys. */
export const objectFunctions: FunctionTable = {
  keys: listKeys,
  keysIn: listKeys,
  values: listValues,
  valuesIn: listValues,
  entries: listPairs,
  entriesIn: listPairs,
  toPairs: listPairs,
  toPairsIn: listPairs,
  at: (realm, object, _second, _third, args) => flattenOnce(realm, args.slice(1)).map((path) => readPath(realm, object, path)),
  mapKeys: (realm, object, iteratee) => mapEntries(realm, object, iteratee, (made, value) => [toText(realm, made), value]),
  mapValues: (realm, object, iteratee) => mapEntries(realm, object, iteratee, (made, _value, key) => [key, made]),
  invert: (realm, object) => {
    const result = createRecord();
    walkOwn(realm, object, (value, key) => {
      result[toText(realm, value)] = key;
    });
    return result;
  },
  invertBy: (realm, object, iteratee) => {
    const toGroup = toIteratee(realm, iteratee);
    const result = createRecord();
    walkOwn(realm, object, (value, key) => {
      const group = toText(realm, toGroup([value]));
      if (group in result) (result[group] as unknown[]).push(key);
      else result[group] = [key];
    });
    return result;
  },
  pick: (realm, object, _second, _third, args) => {
    const result = createRecord();
    if (object === null || object === undefined) return result;
    for (const path of flattenOnce(realm, args.slice(1))) {
      const keys = toKeys(realm, path, object);
      if (hasPath(realm, object, keys)) writePath(realm, result, keys, () => readKeys(realm, object, keys));
    }
    return result;
  },
  pickBy: (realm, object, predicate) => {
    const keep = toIteratee(realm, predicate);
    return keepEntries(realm, object, (value, key) => keep([value, key]));
  },
  omitBy: (realm, object, predicate) => {
    const leave = toIteratee(realm, predicate);
    return keepEntries(realm, object, (value, key) => !leave([value, key]));
  },
  omit: (realm, object, _second, _third, args) => {
    const result = createRecord();
    if (object === null || object === undefined) return result;
    const paths = flattenOnce(realm, args.slice(1)).map((path) => toKeys(realm, path, object));
    walkOwn(realm, object, (value, key) => {
      result[key] = value;
    });
    for (const keys of paths) {
      copyAlong(realm, result, keys);
      deletePath(realm, result, keys);
    }
    return result;
  },
  findKey: (realm, object, predicate) => findKey(realm, object, predicate, false),
  findLastKey: (realm, object, predicate) => findKey(realm, object, predicate, true),
  forIn: (realm, object, iteratee) => forOwn(realm, object, iteratee, false),
  forInRight: (realm, object, iteratee) => forOwn(realm, object, iteratee, true),
  forOwn: (realm, object, iteratee) => forOwn(realm, object, iteratee, false),
  forOwnRight: (realm, object, iteratee) => forOwn(realm, object, iteratee, true),
  transform: (realm, object, iteratee, accumulator) => {
    const visit = toIteratee(realm, iteratee);
    const result = accumulator ?? (Array.isArray(object) ? [] : createRecord());
    (Array.isArray(object) ? walk : walkOwn)(realm, object, (value, key) => visit([result, value, key, object]));
    return result;
  },
  toPlainObject: (realm, value) => {
    const result = createRecord();
    walkOwn(realm, value, (entry, key) => {
      result[key] = entry;
    });
    return result;
  },
};

function listKeys(realm: Realm, object: unknown): string[] {
  return [...keysOf(realm, object)];
}

/** Values by own keys; also what collection functions see of an object. */
export function listValues(realm: Realm, object: unknown): unknown[] {
  return keysOf(realm, object).map((key) => readOwn(realm, object, key));
}

function listPairs(realm: Realm, object: unknown): unknown[] {
  if (object instanceof Opaque && object.type.name === "Map") return toList(realm, object);
  if (object instanceof Opaque && object.type.name === "Set") return toList(realm, object).map((item) => [item, item]);
  const keys = keysOf(realm, object);
  chargeArray(realm, keys.length * 2);
  return keys.map((key) => [key, readOwn(realm, object, key)]);
}

function mapEntries(
  realm: Realm,
  object: unknown,
  iteratee: unknown,
  toEntry: (made: unknown, value: unknown, key: string) => readonly [string, unknown],
): Rec {
  const make = toIteratee(realm, iteratee);
  const result = createRecord();
  walkOwn(realm, object, (value, name) => {
    const [key, entry] = toEntry(make([value, name, object]), value, String(name));
    result[key] = entry;
  });
  return result;
}

/** As in lodash, what a prototype would be reached by is left out. */
function keepEntries(realm: Realm, object: unknown, keep: (value: unknown, key: string) => unknown): Rec {
  const result = createRecord();
  walkOwn(realm, object, (value, key) => {
    if (keep(value, String(key))) writePath(realm, result, [key], () => value);
  });
  return result;
}

/** Copies the containers along a path, so that deleting its end leaves the original as it is. */
function copyAlong(realm: Realm, root: Rec, keys: readonly string[]): void {
  let container: unknown = root;
  for (const key of keys.slice(0, -1)) {
    const inner = readOwn(realm, container, key);
    if (!Array.isArray(inner) && !isRecord(inner)) return;
    charge(realm, keysOf(realm, inner).length);
    const copy = Array.isArray(inner) ? inner.slice() : Object.assign(createRecord(), inner);
    set(realm, container, key, copy);
    container = copy;
  }
}

function findKey(realm: Realm, object: unknown, predicate: unknown, fromRight: boolean): unknown {
  const test = toIteratee(realm, predicate);
  let found: unknown;
  const visit = (value: unknown, key: string | number) => {
    if (!test([value, key, object])) return true;
    found = key;
    return false;
  };
  walkOwn(realm, object, visit, fromRight);
  return found;
}

function forOwn(realm: Realm, object: unknown, iteratee: unknown, fromRight: boolean): unknown {
  const visit = toIteratee(realm, iteratee);
  if (isObject(object) || typeof object === "string") walkOwn(realm, object, (value, key) => visit([value, key, object]), fromRight);
  return object;
}
