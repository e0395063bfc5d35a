import { charge, chargeArray } from "../../runtime/budget.ts";
import { arrayExtras, findInherited, getNamed, toIndex } from "../../runtime/get.ts";
import { Instance, Opaque } from "../../runtime/handles.ts";
import { ownKeys } from "../../runtime/keys.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord, type Rec } from "../../runtime/record.ts";

/**
 * Reads own data: what a path of `_.get` may follow. Stricter than the language's `get`: no method of a primitive,
 * array or opaque value, nothing of functions, facades and views, so that a path found in data can't name a function
 * that the template did not put there itself.
 */
export function readOwn(realm: Realm, value: unknown, key: string): unknown {
  if (typeof value === "string") return key === "length" ? value.length : entryAt(realm, value, toIndex(key));
  if (typeof value !== "object" || value === null) return undefined;
  if (isRecord(value)) return value[key];
  if (Array.isArray(value)) {
    if (key === "length") return value.length;
    const index = toIndex(key);
    return index >= 0 ? entryAt(realm, value, index) : (value as { [arrayExtras]?: Rec })[arrayExtras]?.[key];
  }
  if (value instanceof Instance) return key in value.own || inherits(value, key) ? getNamed(realm, value, key) : undefined;
  if (value instanceof Opaque) {
    if (inherits(value, key)) return getNamed(realm, value, key);
    return value.extra !== undefined && key in value.extra ? value.extra[key] : value.type.read?.(realm, value.state, key);
  }
  return undefined;
}

function inherits(value: Instance | Opaque, key: string): boolean {
  return value.cls !== undefined && findInherited(value.cls, key) !== undefined;
}

/** Tells whether own data answers to a key, be it with `undefined`. */
export function hasOwnData(value: unknown, key: string): boolean {
  if (isRecord(value)) return key in value;
  if (Array.isArray(value) || typeof value === "string") {
    if (key === "length") return true;
    const index = toIndex(key);
    if (index >= 0) return index < value.length;
    const extras = (value as { [arrayExtras]?: Rec })[arrayExtras];
    return extras !== undefined && key in extras;
  }
  if (value instanceof Instance) return key in value.own;
  return value instanceof Opaque && ownKeys(value).includes(key);
}

/** Own enumerable keys, one unit each. Functions, facades and views have none here. */
export function keysOf(realm: Realm, value: unknown): readonly string[] {
  if (value === null || value === undefined || isCallable(value)) return [];
  if (Array.isArray(value) || typeof value === "string") chargeArray(realm, value.length);
  const keys = ownKeys(value);
  charge(realm, keys.length);
  return keys;
}

/** Tells whether a value is an object to lodash: anything but a primitive. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/**
 * Gives the length of what lodash walks by index: arrays, strings, records with a `length`; `undefined` for all else.
 * A record may claim any length: whoever walks it charges each step.
 */
export function lengthOf(value: unknown): number | undefined {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  const length = isRecord(value) ? value.length : value instanceof Instance ? value.own.length : undefined;
  return typeof length === "number" && Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}

/** Tells whether `_.isArrayLikeObject` holds: array functions that take several lists skip everything else. */
export function isArrayLikeObject(value: unknown): boolean {
  return typeof value === "object" && lengthOf(value) !== undefined;
}

/** Reads one entry of what `lengthOf` has a length for. */
export function entryAt(realm: Realm, value: unknown, index: number): unknown {
  // Beyond its ends the host would look on its `Object.prototype`.
  if (Array.isArray(value) || typeof value === "string") return index >= 0 && index < value.length ? value[index] : undefined;
  return readOwn(realm, value, String(index));
}

/** Gives the entries of an array, a string or an array-like record; nothing for other values. Not to be written to. */
export function entriesOf(realm: Realm, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const length = lengthOf(value);
  if (length === undefined) return [];
  chargeArray(realm, length);
  if (typeof value === "string") return value.split("");
  charge(realm, length);
  return Array.from({ length }, (_, index) => entryAt(realm, value, index));
}

/**
 * Tells whether a function was called as an iteratee (`_.map(lists, _.sortBy)`): then its second and third arguments
 * are index and collection, not what the function would take them for.
 */
export function isIterateeCall(realm: Realm, value: unknown, index: unknown, collection: unknown): boolean {
  if (!isObject(collection)) return false;
  const length = lengthOf(collection);
  if (typeof index === "number") {
    if (length === undefined || !Number.isInteger(index) || index < 0 || index >= length) return false;
    return isSame(entryAt(realm, collection, index), value);
  }
  return typeof index === "string" && hasOwnData(collection, index) && isSame(readOwn(realm, collection, index), value);
}

/** SameValueZero (ECMAScript 7.2.11), lodash's `eq`. */
export function isSame(left: unknown, right: unknown): boolean {
  // biome-ignore lint/suspicious/noSelfCompare: NaN is the one value that differs from itself.
  return left === right || (left !== left && right !== right);
}
