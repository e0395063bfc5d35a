import { call } from "../../runtime/call.ts";
import { get, toKey } from "../../runtime/get.ts";
import { Native, Opaque } from "../../runtime/handles.ts";
import { hasOwn, ownKeys } from "../../runtime/keys.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { createMembers } from "./members.ts";

function expectSelf(realm: Realm, self: unknown): unknown {
  return self === null || self === undefined ? throwType(realm, `an object method was called on ${self}`) : self;
}

/** `Object.prototype.toString` (ECMAScript 20.1.3.6): names kinds, never what stands behind them. */
export function tagOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "String";
    case "number":
      return "Number";
    case "boolean":
      return "Boolean";
    case "undefined":
      return "Undefined";
    default:
  }
  if (value === null) return "Null";
  if (Array.isArray(value)) return "Array";
  if (isCallable(value)) return "Function";
  if (value instanceof Opaque) return value.type.name;
  if (value instanceof Native) return value.name;
  return "Object";
}

/** Methods of every object (20.1.3). */
export const objectMethods = createMembers("Object.prototype", {
  hasOwnProperty: (realm, self, [key]) => hasOwn(expectSelf(realm, self), toKey(realm, key)),
  propertyIsEnumerable: (realm, self, [key]) => ownKeys(expectSelf(realm, self)).includes(toKey(realm, key)),
  toLocaleString: (realm, self) => call(realm, get(realm, expectSelf(realm, self), "toString"), self, []),
  toString: (_realm, self) => `[object ${tagOf(self)}]`,
  valueOf: (realm, self) => expectSelf(realm, self),
});
