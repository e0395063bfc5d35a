import { charge } from "../../runtime/budget.ts";
import { get } from "../../runtime/get.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord } from "../../runtime/record.ts";
import { remove, set } from "../../runtime/set.ts";
import { callBack } from "./callback.ts";
import type { FunctionTable } from "./function-table.ts";
import { hasOwnData, isObject, readOwn } from "./own-data.ts";
import { toKeys } from "./path.ts";

/** Reads along a path; `undefined` where it ends early. */
export function readPath(realm: Realm, object: unknown, path: unknown): unknown {
  if (object === null || object === undefined) return undefined;
  return readKeys(realm, object, toKeys(realm, path, object));
}

export function readKeys(realm: Realm, object: unknown, keys: readonly string[]): unknown {
  if (keys.length === 0) return undefined;
  charge(realm, keys.length);
  let value: unknown = object;
  for (const key of keys) {
    if (value === null || value === undefined) return undefined;
    value = readOwn(realm, value, key);
  }
  return value;
}

/** Tells whether a path leads to own data, be it `undefined`. */
export function hasPath(realm: Realm, object: unknown, path: unknown): boolean {
  if (object === null || object === undefined) return false;
  const keys = toKeys(realm, path, object);
  let value: unknown = object;
  for (const key of keys) {
    if (!hasOwnData(value, key)) return false;
    value = readOwn(realm, value, key);
  }
  return keys.length > 0;
}

/**
 * Writes along a path, making arrays and records on the way. As in lodash, a path that names `__proto__`,
 * `constructor` or `prototype` writes nothing: records have no prototype, but a template's classes have one.
 *
 * @param make Gives what stands in for a missing container; `undefined` leaves the choice to the next key.
 */
export function writePath(
  realm: Realm,
  object: unknown,
  path: unknown,
  toValue: (old: unknown) => unknown,
  make?: (value: unknown, key: string, container: unknown) => unknown,
): unknown {
  if (!isObject(object)) return object;
  const keys = toKeys(realm, path, object);
  charge(realm, keys.length);
  const value = toValue(readKeys(realm, object, keys));
  let container: unknown = object;
  for (const [index, key] of keys.entries()) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") return object;
    let next = value;
    if (index < keys.length - 1) {
      const old = readOwn(realm, container, key);
      next = make?.(old, key, container);
      if (next === undefined) next = isObject(old) ? old : isIndexKey(keys[index + 1] as string) ? [] : createRecord();
    }
    if (!hasOwnData(container, key) || !Object.is(readOwn(realm, container, key), next)) set(realm, container, key, next);
    container = next;
    if (!isObject(container)) return object;
  }
  return object;
}

function isIndexKey(key: string): boolean {
  return /^(0|[1-9]\d*)$/.test(key);
}

/** Deletes what a path leads to; `false` where lodash refuses the path. */
export function deletePath(realm: Realm, object: unknown, path: unknown): boolean {
  const keys = toKeys(realm, path, object);
  const last = keys.at(-1);
  if (last === undefined) return true;
  for (const [index, key] of keys.entries()) {
    if (key === "__proto__" && !hasOwnData(object, key)) return false;
    if ((key === "constructor" || key === "prototype") && index < keys.length - 1) return false;
  }
  const container = keys.length === 1 ? object : readKeys(realm, object, keys.slice(0, -1));
  if (!hasOwnData(container, last)) return true;
  // The units of a string, and its length, stay.
  if (!isObject(container)) return false;
  remove(realm, container, last);
  return true;
}

/** `_.get`, `_.has`, `_.set` and their kin. */
export const propertyFunctions: FunctionTable = {
  get: (realm, object, path, fallback) => {
    const value = readPath(realm, object, path);
    return value === undefined ? fallback : value;
  },
  has: hasPath,
  hasIn: hasPath,
  set: (realm, object, path, value) => writePath(realm, object, path, () => value),
  setWith: (realm, object, path, value, args) => writePath(realm, object, path, () => value, toMaker(realm, args[3])),
  update: (realm, object, path, updater) => writePath(realm, object, path, toUpdater(realm, updater)),
  updateWith: (realm, object, path, updater, args) => writePath(realm, object, path, toUpdater(realm, updater), toMaker(realm, args[3])),
  unset: (realm, object, path) => (object === null || object === undefined ? true : deletePath(realm, object, path)),
  result,
  // The last key goes through the language's `get`: a method of the template's own objects, or of a listed kind.
  invoke: (realm, object, path, _third, args) => invokePath(realm, object, path, args.slice(2)),
};

/** What is no function leaves the value as it is. */
function toUpdater(realm: Realm, updater: unknown) {
  return (old: unknown) => (isCallable(updater) ? callBack(realm, updater, [old]) : old);
}

function toMaker(realm: Realm, customizer: unknown) {
  if (!isCallable(customizer)) return undefined;
  return (value: unknown, key: string, container: unknown) => callBack(realm, customizer, [value, key, container]);
}

function result(realm: Realm, object: unknown, path: unknown, fallback: unknown): unknown {
  const keys = toKeys(realm, path, object);
  let value: unknown = keys.length === 0 ? undefined : object;
  for (let index = 0; index < Math.max(keys.length, 1); index++) {
    const key = keys[index];
    const self = value;
    value = key === undefined || value === null || value === undefined ? undefined : readOwn(realm, value, key);
    if (value === undefined) {
      value = fallback;
      index = keys.length;
    }
    if (isCallable(value)) value = callBack(realm, value, [], self);
  }
  return value;
}

/** Calls the method that a path names, with its holder as `this`; `undefined` where there is none. */
export function invokePath(realm: Realm, object: unknown, path: unknown, args: readonly unknown[]): unknown {
  const keys = toKeys(realm, path, object);
  const last = keys.at(-1);
  const self = keys.length < 2 ? object : readKeys(realm, object, keys.slice(0, -1));
  if (last === undefined || self === null || self === undefined) return undefined;
  const method = get(realm, self, last);
  return method === undefined || method === null ? undefined : callBack(realm, method, args, self);
}
