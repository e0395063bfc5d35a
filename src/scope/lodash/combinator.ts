import { toText } from "../../runtime/coerce.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { get } from "../../runtime/get.ts";
import { Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord } from "../../runtime/record.ts";
import { createError } from "../../runtime/throw.ts";
import { callBack, expectFunction } from "./callback.ts";
import { cloneDeep } from "./clone.ts";
import { flattenOnce } from "./flatten.ts";
import type { FunctionTable } from "./function-table.ts";
import { createFunction, toIteratee } from "./iteratee.ts";
import { conformsTo } from "./lang.ts";
import { entriesOf } from "./own-data.ts";

/** Functions that combine others, and the smallest of all. */
export const combinatorFunctions: FunctionTable = {
  flow: (realm, _first, _second, _third, args) => flow(realm, flattenOnce(realm, args)),
  flowRight: (realm, _first, _second, _third, args) => flow(realm, flattenOnce(realm, args).reverse()),
  over: (realm, _first, _second, _third, args) => {
    const iteratees = toIteratees(realm, args);
    return createFunction("over", 0, (given) => iteratees.map((iteratee) => iteratee(given)));
  },
  overEvery: (realm, _first, _second, _third, args) => {
    const iteratees = toIteratees(realm, args);
    return createFunction("overEvery", 0, (given) => iteratees.every((iteratee) => iteratee(given)));
  },
  overSome: (realm, _first, _second, _third, args) => {
    const iteratees = toIteratees(realm, args);
    return createFunction("overSome", 0, (given) => iteratees.some((iteratee) => iteratee(given)));
  },
  cond: (realm, pairs) => {
    const branches = entriesOf(realm, pairs).map((pair) => {
      const then = expectFunction(realm, get(realm, pair, 1));
      return { test: toIteratee(realm, get(realm, pair, 0)), then };
    });
    return createFunction("cond", 0, (args, self, inner) => {
      const branch = branches.find(({ test }) => test(args));
      return branch === undefined ? undefined : callBack(inner, branch.then, args, self);
    });
  },
  conforms: (realm, source) => {
    const copy = cloneDeep(realm, source);
    return createFunction("conforms", 1, ([object], _self, inner) => conformsTo(inner, object, copy));
  },
  attempt: (realm, fn, _second, _third, args) => {
    try {
      return callBack(realm, fn, args.slice(1));
    } catch (failure) {
      // Only what a template threw: a LimitError ends the render, whoever is on the way.
      if (!(failure instanceof TemplateThrow)) throw failure;
      const { value } = failure;
      return value instanceof Opaque && value.type.name === "Error" ? value : createError("Error", toText(realm, value));
    }
  },
  tap: (realm, value, interceptor) => {
    callBack(realm, interceptor, [value]);
    return value;
  },
  thru: (realm, value, interceptor) => callBack(realm, interceptor, [value]),
  defaultTo: (_realm, value, fallback) => (value === null || value === undefined || Number.isNaN(value) ? fallback : value),
  constant: (_realm, value) => createFunction("constant", 0, () => value),
  identity: (_realm, value) => value,
  noop: () => undefined,
  stubArray: () => [],
  stubFalse: () => false,
  stubObject: () => createRecord(),
  stubString: () => "",
  stubTrue: () => true,
};

function toIteratees(realm: Realm, args: readonly unknown[]) {
  return flattenOnce(realm, args).map((iteratee) => toIteratee(realm, iteratee));
}

function flow(realm: Realm, functions: readonly unknown[]) {
  for (const fn of functions) expectFunction(realm, fn);
  return createFunction("flow", 0, (args, self, inner) => {
    if (functions.length === 0) return args[0];
    return functions.reduce<readonly unknown[]>((given, fn) => [callBack(inner, fn, given, self)], args)[0];
  });
}
