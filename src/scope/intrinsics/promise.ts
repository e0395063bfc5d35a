import { charge } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { get } from "../../runtime/get.ts";
import { type Implementation, Instance, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { reportAt } from "../../runtime/report.ts";
import { throwType } from "../../runtime/throw.ts";
import { expectOpaque } from "./arguments.ts";
import { createMembers } from "./members.ts";
import { describeThrown, pending, reportJobLimit, runJob } from "./promise-jobs.ts";

/**
 * A promise of the template: one of the host's, which gives a value of the closed universe or rejects with a
 * `TemplateThrow`. The host finds no `then` on any such value, so it never calls into the template by itself.
 */
export interface PromiseState {
  readonly promise: Promise<unknown>;
  /** Somebody waits for it: a rejection is not lost. */
  handled: boolean;
}

/** Units of a promise: what the host keeps for one, and the job that looks whether it was rejected. */
const promiseCost = 40;
/** Rejections of one turn that are reported. */
const mostReported = 200;

const then: Implementation = (realm, self, [onFulfilled, onRejected]) => {
  const state = expectOpaque(realm, self, promiseType, "then");
  state.handled = true;
  return createPromise(
    realm,
    state.promise.then(
      isCallable(onFulfilled) ? (value) => runJob(realm, () => adopt(realm, call(realm, onFulfilled, undefined, [value]))) : undefined,
      (error) => {
        if (!(error instanceof TemplateThrow)) return pending;
        if (!isCallable(onRejected)) throw error;
        return runJob(realm, () => adopt(realm, call(realm, onRejected, undefined, [error.value])));
      },
    ),
  );
};

/** Promises (ECMAScript 27.2). */
export const promiseType: OpaqueType<PromiseState> = {
  name: "Promise",
  methods: createMembers("Promise.prototype", {
    catch: (realm, self, [onRejected]) => then(realm, self, [undefined, onRejected]),
    finally: (realm, self, [onFinally]) => {
      const state = expectOpaque(realm, self, promiseType, "finally");
      if (!isCallable(onFinally)) return then(realm, self, [onFinally, onFinally]);
      state.handled = true;
      const run = () => runJob(realm, () => toPromise(realm, call(realm, onFinally, undefined, [])));
      return createPromise(
        realm,
        state.promise.then(
          (value) => Promise.resolve(run()).then(() => value),
          (error) => {
            if (!(error instanceof TemplateThrow)) return pending;
            return Promise.resolve(run()).then(() => {
              throw error;
            });
          },
        ),
      );
    },
    then,
  }),
};

/**
 * Creates a promise value. A rejection that nobody waits for by the end of the current turn is reported.
 *
 * @param promise Gives values of the closed universe; rejects with a `TemplateThrow`, or with what `reportJobLimit` takes.
 */
export function createPromise(realm: Realm, promise: Promise<unknown>): Opaque<PromiseState> {
  const state: PromiseState = { promise, handled: false };
  promise.then(undefined, (error: unknown) => {
    if (!(error instanceof TemplateThrow)) reportJobLimit(realm, error);
    else if (!state.handled) reportLater(realm, state, error);
  });
  // After somebody listens: a rejection must not be the page's news.
  charge(realm, promiseCost);
  return new Opaque(promiseType, state);
}

const rejectedKey = "rejections that nobody handles yet";

/**
 * Reports a rejection unless somebody waits by then: whoever does may come a few jobs later; a turn of the host's loop is when it is too
 * late. One timer for all of them, for those of a loop would keep the page busy for seconds.
 */
function reportLater(realm: Realm, state: PromiseState, error: TemplateThrow): void {
  const known = realm.store.get(rejectedKey) as Rejection[] | undefined;
  if (known !== undefined) {
    known.push({ state, error });
    return;
  }
  const rejections: Rejection[] = [{ state, error }];
  realm.store.set(rejectedKey, rejections);
  setTimeout(() => {
    realm.store.delete(rejectedKey);
    const lost = rejections.filter(({ state: { handled } }) => !handled);
    for (const {
      error: { at, value },
    } of lost.slice(0, mostReported))
      reportAt(realm, "run/rejection", at, { error: describeThrown(value) });
  }, 0);
}

interface Rejection {
  readonly state: PromiseState;
  readonly error: TemplateThrow;
}

/** Gives the host's promise behind a promise value, for `await`; `undefined` for everything else. Counts as waiting for it. */
export function promiseState(value: unknown): Promise<unknown> | undefined {
  if (!(value instanceof Opaque) || value.type !== (promiseType as OpaqueType)) return undefined;
  const state = value.state as PromiseState;
  state.handled = true;
  return state.promise;
}

/**
 * What resolving with a value resolves to (27.2.1.3.2): the promise behind a promise value, a promise for an object of
 * the template that has a `then` of its own, the value itself otherwise.
 */
export function adopt(realm: Realm, value: unknown): unknown {
  const promise = promiseState(value);
  if (promise !== undefined) return promise;
  if (!isRecord(value) && !(value instanceof Instance)) return value;
  const method = get(realm, value, "then");
  if (!isCallable(method)) return value;
  // The `then` of an object runs in a job of its own.
  return Promise.resolve().then(() => {
    const deferred = new Deferred(realm);
    return runJob(realm, () => {
      deferred.run(() => call(realm, method, value, [deferred.resolve, deferred.reject]));
      return deferred.promise;
    });
  });
}

/** `Promise.resolve`, as the host's promise. */
export function toPromise(realm: Realm, value: unknown): Promise<unknown> {
  return promiseState(value) ?? Promise.resolve(adopt(realm, value));
}

/** A promise with the two functions that settle it, as values of the template. The first call decides. */
export class Deferred {
  readonly promise: Promise<unknown>;
  readonly resolve: Native;
  readonly reject: Native;
  #settled = false;
  #fulfil: (value: unknown) => void = () => {};
  #fail: (error: TemplateThrow) => void = () => {};

  constructor(realm: Realm) {
    this.promise = new Promise<unknown>((resolve, reject) => {
      this.#fulfil = resolve;
      this.#fail = reject;
    });
    this.resolve = new Native({ name: "", length: 1, run: (_realm, _self, [value]) => this.#settle(() => this.#resolve(realm, value)) });
    this.reject = new Native({
      name: "",
      length: 1,
      run: (_realm, _self, [reason]) => this.#settle(() => this.#fail(new TemplateThrow(reason, realm.at))),
    });
  }

  /** Runs what settles the promise: what it throws rejects, unless it is settled already. A limit error goes on up. */
  run(executor: () => unknown): void {
    try {
      executor();
    } catch (error) {
      if (!(error instanceof TemplateThrow)) throw error;
      this.#settle(() => this.#fail(error));
    }
  }

  #settle(settle: () => void): undefined {
    if (this.#settled) return undefined;
    this.#settled = true;
    settle();
    return undefined;
  }

  #resolve(realm: Realm, value: unknown): void {
    try {
      if (promiseState(value) === this.promise) throwType(realm, "a promise can't be resolved with itself");
      // Reading the `then` of an object may run a getter of the template, which may throw.
      this.#fulfil(adopt(realm, value));
    } catch (error) {
      if (!(error instanceof TemplateThrow)) throw error;
      this.#fail(error);
    }
  }
}
