import { LimitError } from "./failure.ts";
import type { Realm } from "./realm.ts";

/** Charges units of fuel; a `LimitError` when they are used up. Facades charge for the size of their inputs. */
export function charge(realm: Realm, units: number): void {
  // `!(x >= 0)` rather than `x < 0`: a NaN must not buy an endless run.
  if (!((realm.fuel -= units) >= 0)) throw new LimitError("fuel", "the card used up its steps");
}

/** Charges for a string about to be made. Call it before making it: a rope costs nothing now and everything later. */
export function chargeString(realm: Realm, length: number): void {
  if (!(length <= realm.limits.stringLength)) throw new LimitError("stringLength", `a string of ${length} characters is too long`);
  charge(realm, length >>> 6);
}

/** Charges for an array, map, set or record about to be made or grown to `length` entries. */
export function chargeArray(realm: Realm, length: number): void {
  if (!(length <= realm.limits.arrayLength)) throw new LimitError("arrayLength", `a collection of ${length} entries is too large`);
  charge(realm, length >>> 2);
}
