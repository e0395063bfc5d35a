import { call } from "../../runtime/call.ts";
import { LimitError } from "../../runtime/failure.ts";
import { Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";

/**
 * Calls what a template handed to a function of `_`. Facades count in depth here as the template's functions do
 * everywhere: `f = _.spread(_.map)` over a list that holds `f` recurses without ever entering a template function.
 */
export function callBack(realm: Realm, callee: unknown, args: readonly unknown[], self: unknown = undefined): unknown {
  if (callee instanceof Native) return deeper(realm, () => call(realm, callee, self, args));
  return call(realm, callee, self, args);
}

/** Runs one level deeper; walks of nested data use it, so that no nesting can exhaust the host's stack. */
export function deeper<Result>(realm: Realm, run: () => Result): Result {
  if (realm.depth >= realm.limits.callDepth) {
    throw new LimitError("callDepth", `more than ${realm.limits.callDepth} calls or levels of data are under way at once`);
  }
  realm.depth++;
  try {
    return run();
  } finally {
    realm.depth--;
  }
}

/** Judges a value that has to be callable. */
export function expectFunction(realm: Realm, value: unknown): unknown {
  return isCallable(value) ? value : throwType(realm, "expected a function");
}
