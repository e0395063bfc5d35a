import { charge, enterCall } from "./budget.ts";
import { Fn, Native } from "./handles.ts";
import type { Realm } from "./realm.ts";
import { throwType } from "./throw.ts";

/**
 * Calls a value of the template. Every call pays one unit and counts in depth, whether the engine or a facade makes it
 * (`[1].map(f)` inside `f` is recursion too).
 *
 * @param name What the source calls it, for the message when it is no function.
 */
export function call(realm: Realm, callee: unknown, self: unknown, args: readonly unknown[], name = "this value"): unknown {
  if (callee instanceof Fn) {
    charge(realm, 1);
    enterCall(realm);
    try {
      return callee.code.invoke(callee, self, args);
    } finally {
      realm.depth--;
    }
  }
  if (callee instanceof Native && callee.run !== undefined) {
    charge(realm, 1);
    // Facades count too: `f.call.call(f.call, …)` and a `toString` that is a bound `String` recurse without any function
    // of the template, and would overflow the host's stack.
    enterCall(realm);
    try {
      return callee.run(realm, self, args);
    } finally {
      realm.depth--;
    }
  }
  return throwType(realm, `${name} is not a function`);
}

/** Constructs: `new callee(...args)`. */
export function construct(realm: Realm, callee: unknown, args: readonly unknown[], name = "this value"): unknown {
  charge(realm, 1);
  if (callee instanceof Fn && callee.code.construct !== undefined) {
    enterCall(realm);
    try {
      return callee.code.construct(callee, args, callee);
    } finally {
      realm.depth--;
    }
  }
  if (callee instanceof Native && callee.make !== undefined) {
    enterCall(realm);
    try {
      return callee.make(realm, args);
    } finally {
      realm.depth--;
    }
  }
  return throwType(realm, `${name} is not a constructor`);
}
