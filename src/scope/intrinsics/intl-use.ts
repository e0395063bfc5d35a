import { charge, chargeFailure, chargeString } from "../../runtime/budget.ts";
import { toNumber } from "../../runtime/coerce.ts";
import { toList } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { toRecord } from "../../runtime/record.ts";
import { throwError, throwType } from "../../runtime/throw.ts";
import { timeOf } from "./date.ts";

/** Units of one use of a formatter: about a microsecond. */
const usingCost = 16;
/** Of one that gives parts, and of one that compares two values to say what they share. */
export const partsCost = 60;
export const rangeCost = 300;
/** Units for each part of a format. */
const partCost = 2;

/**
 * Runs a formatter of the host; what it throws becomes a RangeError in our words. Arguments are coerced before: nothing
 * of the template may run inside, since a limit error must not be caught here.
 */
export function use<Result>(realm: Realm, run: () => Result, cost = usingCost): Result {
  charge(realm, cost);
  try {
    return run();
  } catch {
    chargeFailure(realm);
    return throwError(realm, "RangeError", "this value can't be formatted");
  }
}

/** Turns the parts of a format into records. */
export function toParts(realm: Realm, parts: Iterable<object>): unknown[] {
  return Array.from(parts, (part) => {
    charge(realm, partCost);
    return toRecord(Object.entries(part));
  });
}

/** The instant to format: a date, a number of milliseconds, or now. */
export function toInstant(realm: Realm, value: unknown): number {
  const time = value === undefined ? Math.trunc(realm.now()) : (timeOf(value) ?? toNumber(realm, value));
  return new Date(time).getTime();
}

/** The texts of a list to be joined. */
export function toTexts(realm: Realm, value: unknown): string[] {
  const list = value === undefined ? [] : toList(realm, value);
  let length = 0;
  for (const item of list) {
    if (typeof item !== "string") throwType(realm, "a list of texts is needed");
    length += (item as string).length + 16;
  }
  chargeString(realm, length);
  return list as string[];
}

/** A range has two ends (ECMA-402, 15.5.4); an absent date is not now. */
export function expectRange(realm: Realm, from: unknown, to: unknown): void {
  if (from === undefined || to === undefined) throwType(realm, "a range needs its start and its end");
}
