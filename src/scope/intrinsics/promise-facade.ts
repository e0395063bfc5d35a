import { call } from "../../runtime/call.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { type Implementation, Native, type Opaque } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, type Rec } from "../../runtime/record.ts";
import { createError, throwType } from "../../runtime/throw.ts";
import { chargeGrowth, expectCallable } from "./arguments.ts";
import { createPrototype, createTable } from "./members.ts";
import { createPromise, Deferred, type PromiseState, promiseState, promiseType, toPromise } from "./promise.ts";

function construct(realm: Realm, [executor]: readonly unknown[]): Opaque<PromiseState> {
  const fn = expectCallable(realm, executor);
  const deferred = new Deferred(realm);
  // Run here and not inside the host's constructor, which would turn a limit error into a rejection.
  deferred.run(() => call(realm, fn, undefined, [deferred.resolve, deferred.reject]));
  return createPromise(realm, deferred.promise);
}

/**
 * Creates one of the functions that wait for several promises. What can't be walked rejects, as in the language. A
 * promise of the host rejects only with what `TemplateThrow` carries, or with a limit error, which passes through.
 */
function combinator(combine: (realm: Realm, promises: readonly Promise<unknown>[]) => Promise<unknown>): Implementation {
  return (realm, _self, [source]) => {
    let promises: readonly Promise<unknown>[];
    try {
      const list = toList(realm, source);
      chargeGrowth(realm, list.length, list.length * 4);
      promises = list.map((item) => toPromise(realm, item));
    } catch (error) {
      if (!(error instanceof TemplateThrow)) throw error;
      return createPromise(realm, Promise.reject(error));
    }
    return createPromise(realm, combine(realm, promises));
  };
}

function toOutcome(result: PromiseSettledResult<unknown>): Rec {
  const outcome = createRecord();
  outcome.status = result.status;
  if (result.status === "fulfilled") outcome.value = result.value;
  else if (result.reason instanceof TemplateThrow) outcome.reason = result.reason.value;
  else throw result.reason;
  return outcome;
}

/** What `Promise.any` rejects with: an error that lists the reasons. */
function toAggregate(realm: Realm, reasons: readonly unknown[]): TemplateThrow {
  const error = createError("AggregateError", "every promise was rejected");
  const values: unknown[] = [];
  for (const reason of reasons) {
    if (!(reason instanceof TemplateThrow)) throw reason;
    values.push(reason.value);
  }
  error.extra = createRecord();
  error.extra.errors = values;
  return new TemplateThrow(error, realm.at);
}

/** `Promise`. */
export const promiseFacade = new Native({
  name: "Promise",
  length: 1,
  run: (realm) => throwType(realm, "Promise has to be called with `new`"),
  make: construct,
  members: createTable("Promise", {
    all: combinator((_realm, promises) => Promise.all(promises)),
    allSettled: combinator((_realm, promises) => Promise.allSettled(promises).then((results) => results.map(toOutcome))),
    any: combinator((realm, promises) =>
      Promise.any(promises).catch((error: unknown) => {
        throw error instanceof AggregateError ? toAggregate(realm, error.errors) : error;
      }),
    ),
    prototype: createPrototype("Promise", promiseType.methods),
    race: combinator((_realm, promises) => Promise.race(promises)),
    reject: (realm, _self, [reason]) => createPromise(realm, Promise.reject(new TemplateThrow(reason, realm.at))),
    resolve: (realm, _self, [value]) => {
      if (promiseState(value) !== undefined) return value;
      const deferred = new Deferred(realm);
      call(realm, deferred.resolve, undefined, [value]);
      return createPromise(realm, deferred.promise);
    },
    try: (realm, _self, [callback, ...args]) => {
      const fn = expectCallable(realm, callback);
      const deferred = new Deferred(realm);
      deferred.run(() => call(realm, deferred.resolve, undefined, [call(realm, fn, undefined, args)]));
      return createPromise(realm, deferred.promise);
    },
    withResolvers: (realm) => {
      const deferred = new Deferred(realm);
      const result = createRecord();
      result.promise = createPromise(realm, deferred.promise);
      result.resolve = deferred.resolve;
      result.reject = deferred.reject;
      return result;
    },
  }),
});
