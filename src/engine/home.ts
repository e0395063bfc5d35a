import { Fn } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { throwType } from "../runtime/throw.ts";

/**
 * Gives the class that `super` belongs to. Checked at each use: a program from outside could name any variable here, and fields of
 * a record would be taken for those of a class, down to a host prototype.
 */
export function toHome(realm: Realm, value: unknown): Fn {
  return value instanceof Fn ? value : throwType(realm, "`super` is used outside of a class");
}
