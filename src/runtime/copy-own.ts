import { charge, chargeArray } from "./budget.ts";
import { get } from "./get.ts";
import { ownKeys } from "./keys.ts";
import type { Realm } from "./realm.ts";
import type { Rec } from "./record.ts";

/** Copies own properties, as spread does: nothing of null and undefined, the characters of a string. */
export function copyOwn(realm: Realm, value: unknown, record: Rec): void {
  const keys = ownKeys(value);
  chargeArray(realm, keys.length);
  charge(realm, 2 * keys.length);
  for (const key of keys) record[key] = get(realm, value, key);
}
