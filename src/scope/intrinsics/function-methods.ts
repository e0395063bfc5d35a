import { charge } from "../../runtime/budget.ts";
import { call, construct } from "../../runtime/call.ts";
import { functionText } from "../../runtime/coerce.ts";
import { Fn, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { toArrayLike } from "./array-receiver.ts";
import { createMembers } from "./members.ts";

function thisFunction(realm: Realm, self: unknown): Fn | Native {
  return isCallable(self) ? self : throwType(realm, "a function method was called on a value that is not a function");
}

/** A function with its receiver and first arguments fixed. */
class BoundFunction extends Native {
  readonly target: Fn | Native;
  readonly receiver: unknown;
  readonly first: readonly unknown[];

  constructor(name: string, target: Fn | Native, receiver: unknown, first: readonly unknown[]) {
    super({
      name,
      length: Math.max(0, (target instanceof Fn ? target.code.length : target.length) - first.length),
      run: (realm, _self, args) => {
        charge(realm, first.length >>> 2);
        return call(realm, target, receiver, [...first, ...args]);
      },
      make: (realm, args) => {
        charge(realm, first.length >>> 2);
        return construct(realm, target, [...first, ...args]);
      },
    });
    this.target = target;
    this.receiver = receiver;
    this.first = first;
  }
}

/** Methods of functions (ECMAScript 20.2.3). `toString` shows no source, neither the template's nor ours. */
export const functionMethods = createMembers("Function.prototype", {
  apply: (realm, self, [receiver, list]) => {
    const target = thisFunction(realm, self);
    if (list === null || list === undefined) return call(realm, target, receiver, []);
    if (typeof list !== "object") throwType(realm, "the second argument of `apply` has to be a list");
    const args = Array.isArray(list) ? list.slice() : toArrayLike(realm, list);
    charge(realm, args.length >>> 2);
    return call(realm, target, receiver, args);
  },
  bind: (realm, self, args) => {
    const target = thisFunction(realm, self);
    const name = `bound ${target instanceof Fn ? target.code.name : target.name}`.slice(0, 200);
    const first = args.slice(1);
    // A bound function that is bound again only gets more arguments: no chain to walk when it is called.
    if (target instanceof BoundFunction) {
      charge(realm, target.first.length + first.length);
      return new BoundFunction(name, target.target, target.receiver, [...target.first, ...first]);
    }
    return new BoundFunction(name, target, args[0], first);
  },
  call: (realm, self, args) => {
    charge(realm, args.length >>> 2);
    return call(realm, thisFunction(realm, self), args[0], args.slice(1));
  },
  toString: (realm, self) => functionText(thisFunction(realm, self)),
});
