import { charge } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import type { Implementation } from "../../runtime/handles.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeGrowth, expectCallable } from "./arguments.ts";
import { flatten } from "./array-read.ts";
import { thisList } from "./array-receiver.ts";

// Array methods that call a function of the template for each item. Each call pays for itself; the length is read once,
// before the first, so a callback that makes the array longer does not lengthen the walk (ECMAScript 23.1.3). Items that a
// callback takes away are not visited, but for the family of `find`, which then sees undefined.

export const map: Implementation = (realm, self, [callback, thisArg]) => {
  const list = thisList(realm, self);
  const fn = expectCallable(realm, callback);
  const { length } = list;
  const result: unknown[] = [];
  for (let i = 0; i < length; i++) result.push(i < list.length ? call(realm, fn, thisArg, [list[i], i, list]) : undefined);
  return result;
};

export const filter: Implementation = (realm, self, [callback, thisArg]) => {
  const list = thisList(realm, self);
  const fn = expectCallable(realm, callback);
  const { length } = list;
  const result: unknown[] = [];
  for (let i = 0; i < length && i < list.length; i++) {
    const item = list[i];
    if (call(realm, fn, thisArg, [item, i, list])) result.push(item);
  }
  return result;
};

export const forEach: Implementation = (realm, self, [callback, thisArg]) => {
  const list = thisList(realm, self);
  const fn = expectCallable(realm, callback);
  const { length } = list;
  for (let i = 0; i < length && i < list.length; i++) call(realm, fn, thisArg, [list[i], i, list]);
  return undefined;
};

export const every: Implementation = (realm, self, [callback, thisArg]) => {
  const list = thisList(realm, self);
  const fn = expectCallable(realm, callback);
  const { length } = list;
  for (let i = 0; i < length && i < list.length; i++) if (!call(realm, fn, thisArg, [list[i], i, list])) return false;
  return true;
};

export const some: Implementation = (realm, self, [callback, thisArg]) => {
  const list = thisList(realm, self);
  const fn = expectCallable(realm, callback);
  const { length } = list;
  for (let i = 0; i < length && i < list.length; i++) if (call(realm, fn, thisArg, [list[i], i, list])) return true;
  return false;
};

/** The family of `find`: walks in a direction until the callback says yes. */
function finder(direction: 1 | -1, result: "item" | "index"): Implementation {
  return (realm, self, [callback, thisArg]) => {
    const list = thisList(realm, self);
    const fn = expectCallable(realm, callback);
    const { length } = list;
    for (let i = direction === 1 ? 0 : length - 1; i >= 0 && i < length; i += direction) {
      const item = list[i];
      if (call(realm, fn, thisArg, [item, i, list])) return result === "item" ? item : i;
    }
    return result === "item" ? undefined : -1;
  };
}

export const find = finder(1, "item");
export const findIndex = finder(1, "index");
export const findLast = finder(-1, "item");
export const findLastIndex = finder(-1, "index");

/** `reduce` and `reduceRight`. */
function reducer(direction: 1 | -1): Implementation {
  return (realm, self, args) => {
    const list = thisList(realm, self);
    const fn = expectCallable(realm, args[0]);
    const { length } = list;
    let i = direction === 1 ? 0 : length - 1;
    let result = args[1];
    if (args.length < 2) {
      if (length === 0) throwType(realm, "`reduce` of an empty array needs an initial value");
      result = list[i];
      i += direction;
    }
    for (; i >= 0 && i < length; i += direction) if (i < list.length) result = call(realm, fn, undefined, [result, list[i], i, list]);
    return result;
  };
}

export const reduce = reducer(1);
export const reduceRight = reducer(-1);

export const flatMap: Implementation = (realm, self, [callback, thisArg]) => {
  const list = thisList(realm, self);
  const fn = expectCallable(realm, callback);
  const { length } = list;
  const result: unknown[] = [];
  for (let i = 0; i < length && i < list.length; i++) {
    const item = call(realm, fn, thisArg, [list[i], i, list]);
    if (Array.isArray(item)) {
      charge(realm, 1);
      flatten(realm, item, 0, result, 0);
    } else {
      chargeGrowth(realm, result.length + 1, 1);
      result.push(item);
    }
  }
  return result;
};
