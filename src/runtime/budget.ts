import { LimitError } from "./failure.ts";
import type { Realm } from "./realm.ts";

/** Charges units of fuel; a `LimitError` when they are used up. Facades charge for the size of their inputs. */
export function charge(realm: Realm, units: number): void {
  // `!(x >= 0)` rather than `x < 0`: a NaN must not buy an endless run.
  if (!((realm.fuel -= units) >= 0)) throw new LimitError("fuel", "the card used up its steps");
}

/**
 * Counts a call that begins: the depth of calls is what the host's stack has to hold. Whoever enters leaves again
 * (`realm.depth--`), whatever happens inside.
 */
export function enterCall(realm: Realm): void {
  if (++realm.depth <= realm.limits.callDepth) return;
  realm.depth--;
  throw new LimitError("callDepth", `more than ${realm.limits.callDepth} calls are under way at once`);
}

/** Charges for a string about to be made. Call it before making it: a rope costs nothing now and everything later. */
export function chargeString(realm: Realm, length: number): void {
  checkLength(realm, length);
  charge(realm, length >>> 6);
}

/**
 * Charges for growing a text to `length` by `added` units. For loops that build a text: charging the whole at each step
 * would make a linear job cost its square.
 */
export function chargeAppend(realm: Realm, length: number, added: number): void {
  checkLength(realm, length);
  charge(realm, (added >>> 6) + 1);
}

/**
 * Charges for text joined to text. A long text that grows by short ones is charged for what is added, and a little for its
 * length, which is copied when it is next read.
 */
export function chargeJoin(realm: Realm, length: number, added: number): void {
  checkLength(realm, length);
  charge(realm, (length >>> 10) + (added >>> 6));
}

function checkLength(realm: Realm, length: number): void {
  if (!(length <= realm.limits.stringLength)) throw new LimitError("stringLength", `a string of ${length} characters is too long`);
}

/** Charges for comparing texts: two long ones are walked to the first difference. */
export function chargeComparison(realm: Realm, left: unknown, right: unknown): void {
  if (typeof left === "string" && typeof right === "string" && left.length > 256) charge(realm, Math.min(left.length, right.length) >>> 8);
}

/** Looking up a text that was just made takes as long as it is: longer ones than this pay for it. */
export const shortestPaid = 64;

/** Longer texts share one hash in common engines (V8 hashes them by their length alone): a table of them is a list. */
const longestHashed = 8_192;
const longKeys = "long keys";

/**
 * Charges for a text that is looked up in a table. A long one may be compared with every long one before it, so it pays for
 * those: a few cost little, thousands are not to be had.
 */
export function chargeKey(realm: Realm, key: unknown): void {
  if (typeof key !== "string" || key.length <= shortestPaid) return;
  charge(realm, key.length >>> 6);
  if (key.length <= longestHashed) return;
  const earlier = (realm.store.get(longKeys) as number | undefined) ?? 0;
  realm.store.set(longKeys, earlier + 1);
  charge(realm, (earlier + 1) * (key.length >>> 8));
}

/** Charges for what the host refused: it has made an error, with a stack, which takes some microseconds. */
export function chargeFailure(realm: Realm): void {
  charge(realm, 60);
}

/** Charges for an array, map, set or record about to be made or grown to `length` entries. */
export function chargeArray(realm: Realm, length: number): void {
  if (!(length <= realm.limits.arrayLength)) throw new LimitError("arrayLength", `a collection of ${length} entries is too large`);
  charge(realm, length >>> 2);
}
