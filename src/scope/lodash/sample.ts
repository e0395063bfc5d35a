import { chargeArray } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { toInteger } from "./convert.ts";
import type { FunctionTable } from "./function-table.ts";
import { listValues } from "./object.ts";
import { entriesOf, isIterateeCall, lengthOf } from "./own-data.ts";

/** Draws from a collection with the realm's dice: the same seed draws the same. */
export const sampleFunctions: FunctionTable = {
  sample: (realm, collection) => {
    const list = toValues(realm, collection);
    return list.length === 0 ? undefined : list[draw(realm, 0, list.length - 1)];
  },
  sampleSize: (realm, collection, n, guard) => {
    const once = guard ? isIterateeCall(realm, collection, n, guard) : n === undefined;
    return shuffle(realm, toValues(realm, collection), once ? 1 : toInteger(realm, n));
  },
  shuffle: (realm, collection) => shuffle(realm, toValues(realm, collection), Number.POSITIVE_INFINITY),
};

function toValues(realm: Realm, collection: unknown): readonly unknown[] {
  return lengthOf(collection) === undefined ? listValues(realm, collection) : entriesOf(realm, collection);
}

function draw(realm: Realm, low: number, high: number): number {
  return low + Math.floor(realm.random() * (high - low + 1));
}

/** The first `size` of a shuffled copy (Fisher and Yates, from the front). */
function shuffle(realm: Realm, list: readonly unknown[], size: number): unknown[] {
  chargeArray(realm, list.length);
  const copy = list.slice();
  const wanted = Math.min(Math.max(size, 0), copy.length);
  for (let index = 0; index < wanted; index++) {
    const at = draw(realm, index, copy.length - 1);
    const taken = copy[at];
    copy[at] = copy[index];
    copy[index] = taken;
  }
  return copy.slice(0, wanted);
}
