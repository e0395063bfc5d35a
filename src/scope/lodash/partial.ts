import { charge } from "../../runtime/budget.ts";
import { Fn, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { callBack, expectFunction } from "./callback.ts";
import { toInteger } from "./convert.ts";
import type { FunctionTable } from "./function-table.ts";
import { createFunction } from "./iteratee.ts";

/** Stands in prepared arguments where the template wrote `_`: a later argument goes there. */
const hole: unique symbol = Symbol("hole");

type Side = "left" | "right";

/** Functions that prepare some arguments of another. */
export const partialFunctions: FunctionTable = {
  partial: (realm, fn, _second, _third, args) => prepare(realm, fn, args.slice(1), "left"),
  partialRight: (realm, fn, _second, _third, args) => prepare(realm, fn, args.slice(1), "right"),
  bind: (realm, fn, self, _third, args) => prepare(realm, fn, args.slice(2), "left", { self }),
  wrap: (realm, value, wrapper) =>
    prepare(realm, isCallable(wrapper) ? wrapper : createFunction("identity", 1, ([first]) => first), [value], "left"),
  curry: (realm, fn, arity, guard) => curry(realm, fn, guard ? undefined : arity, "left"),
  curryRight: (realm, fn, arity, guard) => curry(realm, fn, guard ? undefined : arity, "right"),
};

/** How many parameters a function declares. */
export function lengthOfFunction(fn: unknown): number {
  if (fn instanceof Fn) return fn.code.length;
  return fn instanceof Native ? fn.length : 0;
}

function markHoles(realm: Realm, args: readonly unknown[]): unknown[] {
  charge(realm, args.length);
  const placeholder = realm.globals.get("_");
  return args.map((arg) => (arg === placeholder ? hole : arg));
}

/** A function with some arguments given already, and its receiver where one is bound. */
export function prepare(realm: Realm, fn: unknown, prepared: readonly unknown[], side: Side, bound?: { readonly self: unknown }): Native {
  expectFunction(realm, fn);
  const parts = markHoles(realm, prepared);
  return createFunction("wrapper", 0, (args, self, inner) => {
    const all = combine(inner, parts, args, side).map((arg) => (arg === hole ? undefined : arg));
    return callBack(inner, fn, all, bound === undefined ? self : bound.self);
  });
}

/** Puts new arguments into the holes of the prepared ones; the rest go behind them, or before them from the right. */
function combine(realm: Realm, parts: readonly unknown[], args: readonly unknown[], side: Side): unknown[] {
  charge(realm, parts.length + args.length);
  const holes = parts.filter((part) => part === hole).length;
  const before = side === "left" ? [] : args.slice(0, Math.max(args.length - holes, 0));
  let next = before.length;
  const filled = parts.map((part) => (part === hole && next < args.length ? args[next++] : part));
  return side === "left" ? [...filled, ...args.slice(next)] : [...before, ...filled];
}

function curry(realm: Realm, fn: unknown, arity: unknown, side: Side): Native {
  expectFunction(realm, fn);
  const wanted = arity === undefined ? lengthOfFunction(fn) : Math.max(toInteger(realm, arity), 0);
  return waitFor(fn, [], wanted, side);
}

/** A function that waits for `missing` more arguments. */
function waitFor(fn: unknown, parts: readonly unknown[], missing: number, side: Side): Native {
  return createFunction("wrapper", 0, (args, self, realm) => {
    const given = markHoles(realm, args);
    const all = combine(realm, parts, given, side);
    const count = given.filter((arg) => arg !== hole).length;
    if (count < missing) return waitFor(fn, all, missing - count, side);
    const placeholder = realm.globals.get("_");
    return callBack(
      realm,
      fn,
      all.map((arg) => (arg === hole ? placeholder : arg)),
      self,
    );
  });
}
