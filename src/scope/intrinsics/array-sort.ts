import { charge, chargeArray } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import type { Implementation } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { expectCallable } from "./arguments.ts";
import { thisArray, thisList } from "./array-receiver.ts";

/**
 * Sorts a copy (ECMAScript 23.1.3.30.1): stable, `undefined` last. The host's sort ends whatever the comparator says; the
 * comparator is called through `call`, so each comparison pays, and what it throws passes through.
 */
export function sortList(realm: Realm, list: readonly unknown[], comparator: unknown): unknown[] {
  const fn = comparator === undefined ? undefined : expectCallable(realm, comparator);
  chargeArray(realm, list.length);
  if (fn !== undefined) {
    return list.slice().sort((a, b) => {
      const order = call(realm, fn, undefined, [a, b]);
      return typeof order === "number" ? order : toNumber(realm, order);
    });
  }
  // Comparing texts is paid by the comparison, about as many as `n log n`; each item is turned into a text once.
  charge(realm, (list.length * Math.ceil(Math.log2(list.length + 1))) >>> 2);
  const given: { readonly item: unknown; readonly text: string }[] = [];
  let absent = 0;
  for (const item of list) {
    if (item === undefined) absent++;
    else given.push({ item, text: toText(realm, item) });
  }
  const longest = given.reduce((most, { text }) => Math.max(most, text.length), 0);
  charge(realm, (longest >>> 8) * list.length);
  given.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const sorted = given.map(({ item }) => item);
  for (let i = 0; i < absent; i++) sorted.push(undefined);
  return sorted;
}

export const sort: Implementation = (realm, self, [comparator]) => {
  const array = thisArray(realm, self);
  const sorted = sortList(realm, array, comparator);
  // The comparator may have frozen the array meanwhile; what it took out comes back (23.1.3.30).
  const target = thisArray(realm, self);
  for (let i = 0; i < sorted.length; i++) target[i] = sorted[i];
  return target;
};

export const toSorted: Implementation = (realm, self, [comparator]) => sortList(realm, thisList(realm, self), comparator);
