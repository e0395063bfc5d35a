import { Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { callBack } from "./callback.ts";
import { cloneDeep } from "./clone.ts";
import { isEqualDeep, isMatchOf, matching } from "./compare-deep.ts";
import type { FunctionTable } from "./function-table.ts";
import { hasOwnData, isObject, readOwn } from "./own-data.ts";
import { isDeep, toKeys } from "./path.ts";
import { hasPath, readKeys, readPath } from "./property.ts";

/** What an iteratee becomes: called with as many arguments as lodash would give it. */
export type Iteratee = (args: readonly unknown[]) => unknown;

/**
 * Turns what templates write for a callback into one: a function, a path (`"customer.name"`), `[path, value]`, a record
 * to match, nothing for the identity.
 */
export function toIteratee(realm: Realm, value: unknown): Iteratee {
  if (isCallable(value)) return (args) => callBack(realm, value, args);
  if (value === null || value === undefined) return (args) => args[0];
  if (Array.isArray(value)) return toPropertyMatcher(realm, value[0], value[1]);
  if (isObject(value)) return toMatcher(realm, value);
  return toReader(realm, value);
}

/** `_.property`. Parsed once; an object that has the whole text as a key answers with that. */
function toReader(realm: Realm, path: unknown): Iteratee {
  const keys = toKeys(realm, path, undefined);
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return ([object]) => readOwn(realm, object, only);
  if (typeof path !== "string" || !isDeep(path)) return ([object]) => readKeys(realm, object, keys);
  return ([object]) => (hasOwnData(object, path) ? readOwn(realm, object, path) : readKeys(realm, object, keys));
}

/** `_.matches`. The source is copied: what the template does to it later changes nothing. */
function toMatcher(realm: Realm, source: unknown): Iteratee {
  const copy = cloneDeep(realm, source);
  return ([object]) => object === source || isMatchOf(realm, object, copy);
}

/** `_.matchesProperty`. */
function toPropertyMatcher(realm: Realm, path: unknown, wanted: unknown): Iteratee {
  const copy = cloneDeep(realm, wanted);
  return ([object]) => {
    const found = readPath(realm, object, path);
    if (found === undefined && copy === undefined) return hasPath(realm, object, path);
    return isEqualDeep(realm, copy, found, matching);
  };
}

/** Makes a function value of the template from one of ours. */
export function createFunction(
  name: string,
  length: number,
  run: (args: readonly unknown[], self: unknown, realm: Realm) => unknown,
): Native {
  return new Native({ name, length, run: (realm, self, args) => run(args, self, realm) });
}

/** `_.iteratee` and the shorthands by their own names. */
export const iterateeFunctions: FunctionTable = {
  iteratee: (realm, value) => {
    if (isCallable(value)) return value;
    const iteratee = toIteratee(realm, value);
    return createFunction("iteratee", 1, iteratee);
  },
  matches: (realm, source) => {
    const matcher = toMatcher(realm, source);
    return createFunction("matches", 1, matcher);
  },
  matchesProperty: (realm, path, wanted) => {
    const matcher = toPropertyMatcher(realm, path, wanted);
    return createFunction("matchesProperty", 1, matcher);
  },
  property: (realm, path) => {
    const reader = toReader(realm, path);
    return createFunction("property", 1, reader);
  },
  propertyOf: (realm, object) =>
    createFunction("propertyOf", 1, ([path]) =>
      object === null || object === undefined ? undefined : readKeys(realm, object, toKeys(realm, path, object)),
    ),
};
