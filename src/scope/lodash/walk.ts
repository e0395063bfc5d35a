import { charge, chargeArray } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { entryAt, keysOf, lengthOf, readOwn } from "./own-data.ts";

/** Sees one entry; `false` ends the walk. */
export type Visit = (value: unknown, key: string | number) => unknown;

/**
 * Walks a collection as lodash does: by index what has a length, by own key everything else. Length and keys are those
 * at the start, values those at their turn.
 */
export function walk(realm: Realm, collection: unknown, visit: Visit, fromRight = false): void {
  const length = lengthOf(collection);
  if (length === undefined) return walkOwn(realm, collection, visit, fromRight);
  const list = Array.isArray(collection) ? collection : undefined;
  for (let step = 0; step < length; step++) {
    charge(realm, 1);
    const index = fromRight ? length - 1 - step : step;
    if (visit(list === undefined ? entryAt(realm, collection, index) : list[index], index) === false) return;
  }
}

/** Walks own keys, also those of arrays and strings. */
export function walkOwn(realm: Realm, object: unknown, visit: Visit, fromRight = false): void {
  const keys = keysOf(realm, object);
  for (let step = 0; step < keys.length; step++) {
    const key = keys[fromRight ? keys.length - 1 - step : step] as string;
    if (visit(readOwn(realm, object, key), key) === false) return;
  }
}

/** Adds to a result whose length is not known before; charged as it grows. */
export function append(realm: Realm, list: unknown[], value: unknown): void {
  if (list.length >= realm.limits.arrayLength) chargeArray(realm, list.length + 1);
  charge(realm, 1);
  list.push(value);
}

/** How many entries a walk will visit, charged as a result of that length. */
export function chargeLikeSized(realm: Realm, collection: unknown): void {
  const length = lengthOf(collection);
  if (length !== undefined) chargeArray(realm, length);
}
