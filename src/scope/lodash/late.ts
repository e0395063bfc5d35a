import { call } from "../../runtime/call.ts";
import { toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord } from "../../runtime/record.ts";
import { set } from "../../runtime/set.ts";
import { objectFacade } from "../intrinsics/object.ts";
import { callBack, expectFunction } from "./callback.ts";
import { flattenOnce } from "./flatten.ts";
import type { FunctionTable } from "./function-table.ts";
import { createFunction } from "./iteratee.ts";
import { isObject, keysOf, readOwn } from "./own-data.ts";
import { prepare } from "./partial.ts";
import { invokePath } from "./property.ts";
import { walkOwn } from "./walk.ts";

/**
 * Functions that name methods and call them later, and those that list or inherit them. A name is looked up when the
 * method is called, and by the runtime's own `get`: what it does not give to a template that writes the name, it does not give here.
 */
export const lateFunctions: FunctionTable = {
  method: (_realm, path, _second, _third, args) =>
    createFunction("method", 1, ([object], _self, inner) => invokePath(inner, object, path, args.slice(1))),
  methodOf: (_realm, object, _second, _third, args) =>
    createFunction("methodOf", 1, ([path], _self, inner) => invokePath(inner, object, path, args.slice(1))),
  bindKey: (realm, object, key, _third, args) => {
    const method = createFunction("bindKey", 0, (given, _self, inner) =>
      callBack(inner, get(inner, object, toText(inner, key)), given, object),
    );
    return prepare(realm, method, args.slice(2), "left");
  },
  bindAll: (realm, object, _second, _third, args) => {
    for (const name of flattenOnce(realm, args.slice(1))) {
      const key = toText(realm, name);
      const method = expectFunction(realm, get(realm, object, key));
      set(realm, object, key, prepare(realm, method, [], "left", { self: object }));
    }
    return object;
  },
  functions: listFunctions,
  functionsIn: listFunctions,
  create: (realm, model, properties) => {
    const result = isObject(model) ? call(realm, objectFacade.members.get("create"), undefined, [model]) : createRecord();
    if (isObject(properties) || typeof properties === "string")
      walkOwn(realm, properties, (value, key) => set(realm, result, String(key), value));
    return result;
  },
};

/** Names of own functions. Facades show no keys, so nothing of theirs is listed. */
function listFunctions(realm: Realm, object: unknown): string[] {
  return keysOf(realm, object).filter((key) => isCallable(readOwn(realm, object, key)));
}
