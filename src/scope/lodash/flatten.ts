import type { Realm } from "../../runtime/realm.ts";
import { deeper } from "./callback.ts";
import { toInteger } from "./convert.ts";
import type { FunctionTable } from "./function-table.ts";
import { entriesOf } from "./own-data.ts";
import { append } from "./walk.ts";

/** Flattens arrays inside of a list, `depth` levels; a cycle ends in a `LimitError`. */
export function flattenTo(realm: Realm, list: readonly unknown[], depth: number, result: unknown[] = []): unknown[] {
  for (const item of list) {
    if (depth > 0 && Array.isArray(item)) deeper(realm, () => flattenTo(realm, item, depth - 1, result));
    else append(realm, result, item);
  }
  return result;
}

/** `_.f(x, "a", "b")` and `_.f(x, ["a", "b"])` are the same to functions that take many paths. */
export function flattenOnce(realm: Realm, list: readonly unknown[]): unknown[] {
  return flattenTo(realm, list, 1);
}

export const flattenFunctions: FunctionTable = {
  flatten: (realm, array) => flattenTo(realm, entriesOf(realm, array), 1),
  flattenDeep: (realm, array) => flattenTo(realm, entriesOf(realm, array), Number.POSITIVE_INFINITY),
  flattenDepth: (realm, array, depth) => flattenTo(realm, entriesOf(realm, array), depth === undefined ? 1 : toInteger(realm, depth)),
};
