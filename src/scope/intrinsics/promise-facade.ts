import { call } from "../../runtime/call.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { type Implementation, Native, type Opaque } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, type Rec } from "../../runtime/record.ts";
import { createError, throwType } from "../../runtime/throw.ts";
import { chargeGrowth, expectCallable } from "./arguments.ts";
import { createPrototype, createTable } from "./members.ts";
import { createPromise, Deferred, type PromiseState, promiseType, resolveTo, toPromise } from "./promise.ts";

function construct(realm: Realm, [executor]: readonly unknown[]): Opaque<PromiseState> {
  const fn = expectCallable(realm, executor);
  const deferred = new Deferred(realm);
  // Run here and not inside the host's constructor, which would turn a limit error into a rejection.
  deferred.run((resolve, reject) => call(realm, fn, undefined, [resolve, reject]));
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

function toOutcome(status: "fulfilled" | "rejected", key: "value" | "reason", value: unknown): Rec {
  const outcome = createRecord();
  outcome.status = status;
  outcome[key] = value;
  return outcome;
}

/** What `Promise.any` rejects with: an error that lists the reasons. */
function toAggregate(realm: Realm, reasons: readonly unknown[]): TemplateThrow {
  const error = createError("AggregateError", "every promise was rejected");
  error.extra = createRecord();
  error.extra.errors = reasons;
  return new TemplateThrow(error, realm.at);
}

/**
 * Fills a list with what is kept of each promise, in their order, and ends with it in the job of the last (27.2.4.2, 27.2.4.3): the host's
 * own functions give other values, and turning these into ours would take a job more.
 */
function gather(
  promises: readonly Promise<unknown>[],
  end: (list: readonly unknown[]) => void,
  keep: (promise: Promise<unknown>, put: (value: unknown) => void) => void,
): void {
  const list: unknown[] = new Array(promises.length);
  let left = promises.length;
  if (left === 0) end(list);
  promises.forEach((promise, index) => {
    keep(promise, (value) => {
      list[index] = value;
      if (--left === 0) end(list);
    });
  });
}

/** Lets through what is no throw of the template: a limit. */
const orElse = (fail: (error: unknown) => void, put: (error: TemplateThrow) => void) => (error: unknown) =>
  error instanceof TemplateThrow ? put(error) : fail(error);

/** `Promise`. */
export const promiseFacade = new Native({
  name: "Promise",
  length: 1,
  run: (realm) => throwType(realm, "Promise has to be called with `new`"),
  make: construct,
  members: createTable("Promise", {
    all: combinator((_realm, promises) => Promise.all(promises)),
    allSettled: combinator(
      (_realm, promises) =>
        new Promise((resolve, fail) => {
          gather(promises, resolve, (promise, put) => {
            promise.then(
              (value) => put(toOutcome("fulfilled", "value", value)),
              orElse(fail, ({ value }) => put(toOutcome("rejected", "reason", value))),
            );
          });
        }),
    ),
    any: combinator(
      (realm, promises) =>
        new Promise((resolve, fail) => {
          const end = (reasons: readonly unknown[]) => fail(toAggregate(realm, reasons));
          gather(promises, end, (promise, put) => {
            promise.then(
              resolve,
              orElse(fail, ({ value }) => put(value)),
            );
          });
        }),
    ),
    prototype: createPrototype("Promise", promiseType.methods),
    race: combinator((_realm, promises) => Promise.race(promises)),
    reject: (realm, _self, [reason]) => createPromise(realm, Promise.reject(new TemplateThrow(reason, realm.at))),
    resolve: (realm, _self, [value]) => resolveTo(realm, value),
    try: (realm, _self, [callback, ...args]) => {
      const fn = expectCallable(realm, callback);
      const deferred = new Deferred(realm);
      deferred.run((resolve) => call(realm, resolve, undefined, [call(realm, fn, undefined, args)]));
      return createPromise(realm, deferred.promise);
    },
    withResolvers: (realm) => {
      const deferred = new Deferred(realm);
      const result = createRecord();
      result.promise = createPromise(realm, deferred.promise);
      deferred.run((resolve, reject) => {
        result.resolve = resolve;
        result.reject = reject;
      });
      return result;
    },
  }),
});
