import { charge, chargeKey } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { chargeEquality, chargeGrowth } from "./arguments.ts";

/** Charges for looking up a key: texts are hashed and compared to the last unit. */
export function chargeLookup(realm: Realm, key: unknown): void {
  chargeEquality(realm, key, 1);
  chargeKey(realm, key);
}

/** Charges for walking a collection from its start: what was deleted is passed over before the first step. */
export function chargeWalk(realm: Realm, size: number): void {
  charge(realm, size >>> 6);
}

/** Charges for adding one entry to a collection of `size` entries. */
export function chargeEntry(realm: Realm, key: unknown, size: number): void {
  chargeLookup(realm, key);
  chargeGrowth(realm, size + 1, 1);
}
