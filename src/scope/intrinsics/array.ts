import { charge, chargeArray } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { joinArray } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { Native, Opaque } from "../../runtime/handles.ts";
import { walkItems } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError, throwType } from "../../runtime/throw.ts";
import { chargeGrowth, expectCallable, toInteger } from "./arguments.ts";
import {
  every,
  filter,
  find,
  findIndex,
  findLast,
  findLastIndex,
  flatMap,
  forEach,
  map,
  reduce,
  reduceRight,
  some,
} from "./array-callbacks.ts";
import {
  at,
  concat,
  entries,
  flat,
  includes,
  indexOf,
  join,
  keys,
  lastIndexOf,
  slice,
  toLocaleText,
  toReversed,
  toSpliced,
  values,
  withItem,
} from "./array-read.ts";
import { thisList } from "./array-receiver.ts";
import { sort, toSorted } from "./array-sort.ts";
import { copyWithin, fill, pop, push, reverse, shift, splice, unshift } from "./array-write.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";

export const arrayMethods = createMembers("Array.prototype", {
  at,
  concat,
  copyWithin,
  entries,
  every,
  fill,
  filter,
  find,
  findIndex,
  findLast,
  findLastIndex,
  flat,
  flatMap,
  forEach,
  includes,
  indexOf,
  join,
  keys,
  lastIndexOf,
  map,
  pop,
  push,
  reduce,
  reduceRight,
  reverse,
  shift,
  slice,
  some,
  sort,
  splice,
  toLocaleString: toLocaleText,
  toReversed,
  toSorted,
  toSpliced,
  toString: (realm, self) => joinArray(realm, thisList(realm, self), ","),
  unshift,
  values,
  with: withItem,
});

/** `Array(n)` is filled with `undefined` at once: no array of the template has holes. */
function createArray(realm: Realm, args: readonly unknown[]): unknown[] {
  if (args.length !== 1 || typeof args[0] !== "number") {
    chargeArray(realm, args.length);
    return args.slice();
  }
  const length = args[0];
  if (!(Number.isInteger(length) && length >= 0 && length < 2 ** 32))
    throwError(realm, "RangeError", "an array's length has to be a whole number");
  chargeArray(realm, length);
  return new Array<unknown>(length).fill(undefined);
}

/** `Array.from`: what can be walked is walked, anything else is read by `length` and index. */
function createFrom(realm: Realm, source: unknown, callback: unknown, thisArg: unknown): unknown[] {
  const fn = callback === undefined ? undefined : expectCallable(realm, callback);
  const result: unknown[] = [];
  const add = (item: unknown) => {
    chargeGrowth(realm, result.length + 1, 1);
    result.push(fn === undefined ? item : call(realm, fn, thisArg, [item, result.length]));
  };
  if (source === null || source === undefined) throwType(realm, `${source} can't be made an array`);
  if (Array.isArray(source) || typeof source === "string" || (source instanceof Opaque && source.type.iterate !== undefined)) {
    walkItems(realm, source, add);
    return result;
  }
  if (typeof source !== "object") return result;
  const length = Math.max(toInteger(realm, get(realm, source, "length")), 0);
  chargeArray(realm, length);
  for (let i = 0; i < length; i++) add(get(realm, source, i));
  return result;
}

/** `Array`. */
export const arrayFacade = new Native({
  name: "Array",
  length: 1,
  run: (realm, _self, args) => createArray(realm, args),
  make: createArray,
  members: createTable("Array", {
    from: (realm, _self, [source, callback, thisArg]) => createFrom(realm, source, callback, thisArg),
    isArray: (_realm, _self, [value]) => Array.isArray(value),
    of: (realm, _self, args) => {
      charge(realm, args.length >>> 2);
      return args.slice();
    },
    prototype: createPrototype("Array", arrayMethods),
  }),
});
