import { call } from "../../runtime/call.ts";
import { get, toKey } from "../../runtime/get.ts";
import { Fn, Native, Opaque } from "../../runtime/handles.ts";
import { hasOwn } from "../../runtime/keys.ts";
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

/** An own property is listed where it is no `length` or `name` of the language's. The list itself is not made: it may be long. */
function isListed(value: unknown, key: string): boolean {
  if (!hasOwn(value, key) || value instanceof Native) return false;
  if (Array.isArray(value) || typeof value === "string") return key !== "length";
  return value instanceof Fn ? value.props !== undefined && key in value.props : true;
}

/** Methods of every object (20.1.3). */
export const objectMethods = createMembers("Object.prototype", {
  hasOwnProperty: (realm, self, [key]) => hasOwn(expectSelf(realm, self), toKey(realm, key)),
  propertyIsEnumerable: (realm, self, [key]) => isListed(expectSelf(realm, self), toKey(realm, key)),
  toLocaleString: (realm, self) => call(realm, get(realm, expectSelf(realm, self), "toString"), self, []),
  toString: (_realm, self) => `[object ${tagOf(self)}]`,
  valueOf: (realm, self) => expectSelf(realm, self),
});
