import { chargeArray } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { Native, type Opaque } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import { hasOwn } from "../../runtime/keys.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord } from "../../runtime/record.ts";
import { createError, type ErrorKind, type ErrorState, errorType } from "../../runtime/throw.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";

const methods = createMembers("Error.prototype", { toString: errorType.methods.get("toString") as Native });

/** The constructor of one kind of error; called with or without `new` (ECMAScript 20.5.1). */
function createErrorFacade(kind: Exclude<ErrorKind, "AggregateError">): Native {
  const make = (realm: Realm, [message, options]: readonly unknown[]): Opaque<ErrorState> =>
    createError(kind, message === undefined ? "" : toText(realm, message), causeOf(realm, options));
  return new Native({
    name: kind,
    length: 1,
    run: (realm, _self, args) => make(realm, args),
    make,
    members: createTable("Error", {
      // Nothing to capture: an error of the template holds no frames.
      captureStackTrace: () => undefined,
      prototype: createPrototype(kind, methods),
    }),
  });
}

function causeOf(realm: Realm, options: unknown): unknown {
  return typeof options === "object" && options !== null && hasOwn(options, "cause") ? get(realm, options, "cause") : undefined;
}

function makeAggregate(realm: Realm, [errors, message, options]: readonly unknown[]): Opaque<ErrorState> {
  const list = toList(realm, errors);
  chargeArray(realm, list.length);
  const error = createError("AggregateError", message === undefined ? "" : toText(realm, message), causeOf(realm, options));
  error.extra = createRecord();
  error.extra.errors = list;
  return error;
}

export const errorFacade = createErrorFacade("Error");
export const evalErrorFacade = createErrorFacade("EvalError");
export const rangeErrorFacade = createErrorFacade("RangeError");
export const referenceErrorFacade = createErrorFacade("ReferenceError");
export const syntaxErrorFacade = createErrorFacade("SyntaxError");
export const typeErrorFacade = createErrorFacade("TypeError");
export const uriErrorFacade = createErrorFacade("URIError");

/** `AggregateError`. */
export const aggregateErrorFacade = new Native({
  name: "AggregateError",
  length: 2,
  run: (realm, _self, args) => makeAggregate(realm, args),
  make: makeAggregate,
  members: new Map([["prototype", createPrototype("AggregateError", methods)]]),
});
