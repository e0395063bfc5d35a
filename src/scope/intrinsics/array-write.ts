import { charge, chargeArray } from "../../runtime/budget.ts";
import type { Implementation } from "../../runtime/handles.ts";
import { chargeGrowth, toInteger, toPosition } from "./arguments.ts";
import { thisArray, thisGrowing } from "./array-receiver.ts";

// Array methods that change their array. Moving a stretch of an array is a copy of memory, cheap but not free. Where a `valueOf` of the
// template has been asked for a number, it may have frozen the array: the array is looked at again before it is changed.

const movedPerUnit = 8;

export const push: Implementation = (realm, self, args) => {
  const array = thisGrowing(realm, self);
  chargeGrowth(realm, array.length + args.length, args.length);
  for (let i = 0; i < args.length; i++) array.push(args[i]);
  return array.length;
};

export const pop: Implementation = (realm, self) => thisGrowing(realm, self).pop();

export const shift: Implementation = (realm, self) => {
  const array = thisGrowing(realm, self);
  charge(realm, array.length >>> movedPerUnit);
  return array.shift();
};

export const unshift: Implementation = (realm, self, args) => {
  const array = thisGrowing(realm, self);
  chargeGrowth(realm, array.length + args.length, args.length + (array.length >>> movedPerUnit));
  insert(array, 0, 0, args);
  return array.length;
};

/** Replaces a stretch of an array; the items are not spread into one host call, whose stack they could overflow. */
function insert(array: unknown[], start: number, removed: number, items: readonly unknown[]): unknown[] {
  if (items.length <= 1_000) return array.splice(start, removed, ...items);
  const tail = array.splice(start);
  for (let i = 0; i < items.length; i++) array.push(items[i]);
  for (let i = removed; i < tail.length; i++) array.push(tail[i]);
  return tail.slice(0, removed);
}

export const splice: Implementation = (realm, self, args) => {
  const array = thisGrowing(realm, self);
  const start = toPosition(realm, args[0], array.length, 0);
  const left = array.length - start;
  const removed = args.length === 0 ? 0 : args.length === 1 ? left : Math.min(Math.max(toInteger(realm, args[1]), 0), left);
  const items = args.slice(2);
  chargeArray(realm, removed);
  chargeGrowth(realm, array.length - removed + items.length, items.length + (left >>> movedPerUnit));
  return insert(thisGrowing(realm, array), start, removed, items);
};

export const fill: Implementation = (realm, self, [value, start, end]) => {
  const array = thisArray(realm, self);
  const from = toPosition(realm, start, array.length, 0);
  const to = toPosition(realm, end, array.length, array.length);
  chargeArray(realm, Math.max(to - from, 0));
  return thisArray(realm, array).fill(value, from, to);
};

export const copyWithin: Implementation = (realm, self, [target, start, end]) => {
  const array = thisArray(realm, self);
  chargeArray(realm, array.length);
  const to = toPosition(realm, target, array.length, 0);
  const from = toPosition(realm, start, array.length, 0);
  const last = toPosition(realm, end, array.length, array.length);
  return thisArray(realm, array).copyWithin(to, from, last);
};

export const reverse: Implementation = (realm, self) => {
  const array = thisArray(realm, self);
  chargeArray(realm, array.length);
  return array.reverse();
};
