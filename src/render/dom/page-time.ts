import { charge } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";

/** Milliseconds that the page may work for one budget of a card: layouts, style sheets, searches. */
const mostTime = 400;
/** Part of a budget that one piece of work takes at most: one that the whole machine was slow at does not end a card. */
const mostShare = 0.25;

/**
 * Runs what has the page work for a card, and charges for the time that it took. What a layout costs can't be told before: a card that
 * changes a width and reads it again has the page lay out everything, in a few steps of the card's own.
 */
export function payTime<T>(realm: Realm, run: () => T): T {
  const before = realm.fuel;
  const begin = performance.now();
  let result: T;
  try {
    result = run();
  } finally {
    const due = Math.min((performance.now() - begin) / mostTime, mostShare) * realm.limits.fuel;
    // Steps of the template within have been paid for.
    const spent = before - realm.fuel;
    if (due > spent) realm.fuel -= Math.ceil(due - spent);
  }
  charge(realm, 0);
  return result;
}
