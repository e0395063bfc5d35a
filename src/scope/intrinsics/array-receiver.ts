import { charge, chargeArray } from "../../runtime/budget.ts";
import { get } from "../../runtime/get.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { toInteger } from "./arguments.ts";

/**
 * The receiver of an array method that only reads: an array, or a copy of something array-like
 * (`Array.prototype.map.call("abc", f)`).
 */
export function thisList(realm: Realm, self: unknown): readonly unknown[] {
  if (Array.isArray(self)) return self;
  if (self === null || self === undefined) throwType(realm, `an array method was called on ${self}`);
  return toArrayLike(realm, self);
}

/** Reads `length` and the indices below it into a new array; charged before it is made. */
export function toArrayLike(realm: Realm, value: unknown): unknown[] {
  const length = Math.max(toInteger(realm, get(realm, value, "length")), 0);
  chargeArray(realm, length);
  const list: unknown[] = [];
  for (let i = 0; i < length; i++) {
    charge(realm, 1);
    list.push(get(realm, value, i));
  }
  return list;
}

/** The receiver of an array method that writes: a real array that is not frozen. */
export function thisArray(realm: Realm, self: unknown): unknown[] {
  if (!Array.isArray(self)) throwType(realm, "an array method that changes its array was called on another value");
  if (Object.isFrozen(self)) throwType(realm, "the array is frozen");
  return self as unknown[];
}

/** Like `thisArray`, for methods that change the length as well. */
export function thisGrowing(realm: Realm, self: unknown): unknown[] {
  if (!Array.isArray(self)) throwType(realm, "an array method that changes its array was called on another value");
  if (!Object.isExtensible(self)) throwType(realm, "the array is frozen or sealed");
  return self as unknown[];
}
