import { Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";

function thisBoolean(realm: Realm, self: unknown): boolean {
  return typeof self === "boolean" ? self : throwType(realm, "a boolean method was called on a value that is not a boolean");
}

/** ECMAScript 20.3.3. */
export const booleanMethods = createMembers("Boolean.prototype", {
  toString: (realm, self) => String(thisBoolean(realm, self)),
  valueOf: (realm, self) => thisBoolean(realm, self),
});

/** `Boolean`; `new Boolean(x)` gives the primitive. */
export const booleanFacade = new Native({
  name: "Boolean",
  length: 1,
  run: (_realm, _self, [value]) => Boolean(value),
  make: (_realm, [value]) => Boolean(value),
  members: createTable("Boolean", { prototype: createPrototype("Boolean", booleanMethods) }),
});
