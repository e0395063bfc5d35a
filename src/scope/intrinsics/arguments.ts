import { charge } from "../../runtime/budget.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import { LimitError } from "../../runtime/failure.ts";
import { type Fn, type Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";

/** ToIntegerOrInfinity (ECMAScript 7.1.5). */
export function toInteger(realm: Realm, value: unknown): number {
  if (value === undefined) return 0;
  const number = typeof value === "number" ? value : toNumber(realm, value);
  return Number.isNaN(number) ? 0 : Math.trunc(number) + 0;
}

/** Turns a relative index argument (negative: from the end) into one within `0…length`. */
export function toPosition(realm: Realm, value: unknown, length: number, absent: number): number {
  if (value === undefined) return absent;
  const index = toInteger(realm, value);
  return index < 0 ? Math.max(length + index, 0) : Math.min(index, length);
}

/** Refuses what can't be called. */
export function expectCallable(realm: Realm, value: unknown): Fn | Native {
  return isCallable(value) ? value : throwType(realm, "the callback is not a function");
}

/** Gives the state of an opaque value of one type; every method judges its receiver by this, never by shape. */
export function expectOpaque<State>(realm: Realm, value: unknown, type: OpaqueType<State>, method: string): State {
  if (value instanceof Opaque && value.type === (type as OpaqueType)) return value.state as State;
  return throwType(realm, `\`${method}\` was called on a value that is not a ${type.name}`);
}

/** The receiver of a string method (RequireObjectCoercible, ToString). */
export function thisText(realm: Realm, self: unknown): string {
  if (typeof self === "string") return self;
  if (self === null || self === undefined) return throwType(realm, `a string method was called on ${self}`);
  return toText(realm, self);
}

/** Charges for reading `length` units of text. */
export function chargeScan(realm: Realm, length: number): void {
  charge(realm, length >>> 6);
}

/**
 * Charges for looking for a text inside another. The host's search is quadratic on texts made for it
 * (`"aaa…"` searched for `"baa…"`), so the product is what has to be paid for.
 */
export function chargeSearch(realm: Realm, subject: number, wanted: number): void {
  charge(realm, (subject >>> 5) * ((wanted >>> 3) + 1));
}

/** Checks that a collection may grow to `length`, and charges for what is added only. */
export function chargeGrowth(realm: Realm, length: number, added: number): void {
  if (!(length <= realm.limits.arrayLength)) throw new LimitError("arrayLength", `a collection of ${length} entries is too large`);
  charge(realm, added);
}

/**
 * Charges for comparing a value with `times` others. Only texts are dear: equal lengths are compared to the last unit.
 */
export function chargeEquality(realm: Realm, wanted: unknown, times: number): void {
  charge(realm, typeof wanted === "string" && wanted.length > 64 ? times * (wanted.length >>> 8) + times : times >>> 2);
}
