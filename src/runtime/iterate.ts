import { chargeArray } from "./budget.ts";
import { LimitError } from "./failure.ts";
import { Opaque } from "./handles.ts";
import type { Realm } from "./realm.ts";
import { throwType } from "./throw.ts";

/**
 * Walks what the language can walk: arrays, strings, and opaque values whose table says so (maps, sets, generators).
 * A record never is iterable: there are no symbols, so no template can define the protocol.
 */
export function iterate(realm: Realm, value: unknown): Iterator<unknown> {
  if (Array.isArray(value)) return new ArrayWalk(value);
  if (typeof value === "string") return value[Symbol.iterator]();
  if (value instanceof Opaque && value.type.iterate !== undefined) return value.type.iterate(realm, value.state);
  return throwType(realm, `${value === null ? "null" : value === undefined ? "undefined" : "this value"} is not iterable`);
}

/**
 * Live, like the language's own array iterator: entries pushed while walking are visited. A generator of the host would have a `throw`, by
 * which `yield*` would throw the template's value at the host.
 */
class ArrayWalk implements Iterator<unknown> {
  #array: readonly unknown[];
  #next = 0;

  constructor(array: readonly unknown[]) {
    this.#array = array;
  }

  next(): IteratorResult<unknown> {
    if (this.#next < this.#array.length) return { done: false, value: this.#array[this.#next++] };
    // Ended for good, whatever is pushed later.
    this.#array = [];
    return { done: true, value: undefined };
  }
}

/** Walks a value to its end. Where an item is refused the iterator is closed, as the language closes it (7.4.11). */
export function walkItems(realm: Realm, value: unknown, visit: (item: unknown) => void): void {
  const iterator = iterate(realm, value);
  for (let step = iterator.next(); !step.done; step = iterator.next()) {
    try {
      visit(step.value);
    } catch (error) {
      closeQuietly(iterator, error);
      throw error;
    }
  }
}

/** Closes a generator that a throw leaves behind; what it throws while closing is not heard (7.4.11). A limit is. */
export function closeQuietly(iterator: Iterator<unknown>, error: unknown): void {
  if (error instanceof LimitError) return;
  try {
    iterator.return?.();
  } catch (inner) {
    if (inner instanceof LimitError) throw inner;
  }
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
