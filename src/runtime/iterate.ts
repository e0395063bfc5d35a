import { chargeArray } from "./budget.ts";
import { Opaque } from "./handles.ts";
import type { Realm } from "./realm.ts";
import { throwType } from "./throw.ts";

/**
 * Walks what the language can walk: arrays, strings, and opaque values whose table says so (maps, sets, generators).
 * A record never is iterable: there are no symbols, so no template can define the protocol.
 */
export function iterate(realm: Realm, value: unknown): Iterator<unknown> {
  if (Array.isArray(value)) return walkArray(value);
  if (typeof value === "string") return value[Symbol.iterator]();
  if (value instanceof Opaque && value.type.iterate !== undefined) return value.type.iterate(realm, value.state);
  return throwType(realm, `${value === null ? "null" : value === undefined ? "undefined" : "this value"} is not iterable`);
}

/** Live, like the language's own array iterator: entries pushed while walking are visited. */
function* walkArray(array: readonly unknown[]): Generator<unknown> {
  for (let i = 0; i < array.length; i++) yield array[i];
}

/** Walks a value to its end into a new array; one unit each. */
export function toList(realm: Realm, value: unknown): unknown[] {
  if (Array.isArray(value)) {
    realm.fuel -= value.length;
    return value.slice();
  }
  const list: unknown[] = [];
  const iterator = iterate(realm, value);
  for (let step = iterator.next(); !step.done; step = iterator.next()) {
    if (!(--realm.fuel >= 0) || list.length >= realm.limits.arrayLength) chargeArray(realm, list.length + 1);
    list.push(step.value);
  }
  return list;
}
