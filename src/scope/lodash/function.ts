import { charge, chargeArray, chargeKey } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { nthOf } from "./array.ts";
import { callBack, expectFunction } from "./callback.ts";
import { toInteger } from "./convert.ts";
import { flattenOnce } from "./flatten.ts";
import type { FunctionTable } from "./function-table.ts";
import { createFunction, toIteratee } from "./iteratee.ts";
import { entriesOf } from "./own-data.ts";
import { lengthOfFunction } from "./partial.ts";

/** Functions that change how another is called. What they make belongs to the render that made it. */
export const functionFunctions: FunctionTable = {
  after: (realm, n, fn) => {
    expectFunction(realm, fn);
    let left = toInteger(realm, n);
    return createFunction("after", 0, (args, self, inner) => (--left < 1 ? callBack(inner, fn, args, self) : undefined));
  },
  before: (realm, n, fn) => before(realm, toInteger(realm, n), fn),
  once: (realm, fn) => before(realm, 2, fn),
  ary: (realm, fn, n, guard) => ary(realm, fn, guard || n === null || n === undefined ? lengthOfFunction(fn) : toInteger(realm, n)),
  unary: (realm, fn) => ary(realm, fn, 1),
  flip: (realm, fn) => shaping(realm, fn, (args) => args.slice().reverse()),
  negate: (realm, fn) => {
    expectFunction(realm, fn);
    return createFunction("negate", 0, (args, self, inner) => !callBack(inner, fn, args, self));
  },
  rearg: (realm, fn, _second, _third, args) => {
    const places = flattenOnce(realm, args.slice(1)).map((place) => (typeof place === "number" ? place : -1));
    return shaping(realm, fn, (given) => given.map((arg, index) => (index < places.length ? given[places[index] ?? -1] : arg)));
  },
  rest: (realm, fn, start) => {
    const from = Math.max(start === undefined ? lengthOfFunction(fn) - 1 : toInteger(realm, start), 0);
    return shaping(realm, fn, (args) => [...Array.from({ length: from }, (_, index) => args[index]), args.slice(from)]);
  },
  spread: (realm, fn, start) => {
    const at = Math.max(toInteger(realm, start), 0);
    return shaping(realm, fn, (args, inner) => {
      const list = entriesOf(inner, args[at]);
      charge(inner, list.length);
      return [...args.slice(0, at), ...list];
    });
  },
  overArgs: (realm, fn, _second, _third, args) => {
    const transforms = flattenOnce(realm, args.slice(1)).map((transform) => toIteratee(realm, transform));
    return shaping(realm, fn, (given) =>
      given.map((arg, index) => {
        const transform = transforms[index];
        return transform === undefined ? arg : transform([arg]);
      }),
    );
  },
  nthArg: (realm, n) => {
    const place = toInteger(realm, n);
    return createFunction("nthArg", 0, (args) => nthOf(args, place));
  },
  memoize: (realm, fn, resolver) => {
    expectFunction(realm, fn);
    if (resolver !== undefined && resolver !== null) expectFunction(realm, resolver);
    // Not shown as `cache`: a template could neither fill nor read it, and nothing of it outlives the render.
    const cache = new Map<unknown, unknown>();
    return createFunction("memoized", 0, (args, self, inner) => {
      const key = resolver === undefined || resolver === null ? args[0] : callBack(inner, resolver, args, self);
      chargeKey(inner, key);
      if (cache.has(key)) return cache.get(key);
      const result = callBack(inner, fn, args, self);
      if (cache.size >= inner.limits.arrayLength) chargeArray(inner, cache.size + 1);
      cache.set(key, result);
      return result;
    });
  },
};

function before(realm: Realm, n: number, fn: unknown) {
  expectFunction(realm, fn);
  let left = n;
  let result: unknown;
  return createFunction("before", 0, (args, self, inner) => {
    if (--left > 0) result = callBack(inner, fn, args, self);
    return result;
  });
}

function ary(realm: Realm, fn: unknown, n: number) {
  return shaping(realm, fn, (args) => args.slice(0, Math.max(n, 0)));
}

/** A function that calls another with its arguments reshaped. */
function shaping(realm: Realm, fn: unknown, shape: (args: readonly unknown[], realm: Realm) => readonly unknown[]) {
  expectFunction(realm, fn);
  return createFunction("wrapper", 0, (args, self, inner) => {
    charge(inner, args.length);
    return callBack(inner, fn, shape(args, inner), self);
  });
}
