import { charge } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { TemplateThrow } from "../../runtime/failure.ts";
import { get } from "../../runtime/get.ts";
import { type Fn, type Implementation, Instance, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { reportAt } from "../../runtime/report.ts";
import { throwType } from "../../runtime/throw.ts";
import { expectOpaque } from "./arguments.ts";
import { createMembers } from "./members.ts";
import { describeThrown, reportJobLimit, runJob } from "./promise-jobs.ts";

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

/** What a handler is: of the template, or of ours. What it gives resolves the next promise, what it throws rejects it. */
type Handler<Given> = ((given: Given) => unknown) | undefined;

/** `then` (27.2.5.4): the next promise is settled in the job that ran the handler, not later. */
function chain(realm: Realm, state: PromiseState, onFulfilled: Handler<unknown>, onRejected: Handler<TemplateThrow>): Opaque<PromiseState> {
  state.handled = true;
  const deferred = new Deferred(realm);
  const { resolve, reject } = deferred.createSettlers();
  const run = (job: () => unknown) => {
    try {
      runJob(realm, () => resolve(job()));
    } catch (error) {
      // All else was reported, and leaves the next promise pending.
      reject(error as TemplateThrow);
    }
  };
  state.promise.then(
    (value) => (onFulfilled === undefined ? resolve(value) : run(() => onFulfilled(value))),
    (error: unknown) => {
      if (!(error instanceof TemplateThrow)) return;
      if (onRejected === undefined) reject(error);
      else run(() => onRejected(error));
    },
  );
  return createPromise(realm, deferred.promise);
}

const then: Implementation = (realm, self, [onFulfilled, onRejected]) =>
  chain(
    realm,
    expectOpaque(realm, self, promiseType, "then"),
    isCallable(onFulfilled) ? (value) => call(realm, onFulfilled, undefined, [value]) : undefined,
    isCallable(onRejected) ? (error) => call(realm, onRejected, undefined, [error.value]) : undefined,
  );

/** Promises (ECMAScript 27.2). */
export const promiseType: OpaqueType<PromiseState> = {
  name: "Promise",
  methods: createMembers("Promise.prototype", {
    catch: (realm, self, [onRejected]) => then(realm, self, [undefined, onRejected]),
    finally: (realm, self, [onFinally]) => {
      const state = expectOpaque(realm, self, promiseType, "finally");
      if (!isCallable(onFinally)) return then(realm, self, [onFinally, onFinally]);
      // 27.2.5.3: what it gives is waited for, and what the promise came to goes on.
      const after = (end: () => unknown) => chain(realm, resolveTo(realm, call(realm, onFinally, undefined, [])).state, end, undefined);
      return chain(
        realm,
        state,
        (value) => after(() => value),
        (error) =>
          after(() => {
            throw error;
          }),
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

/** Gives the `then` of an object of the template. */
function findThen(realm: Realm, value: unknown): Fn | Native | undefined {
  if (!isRecord(value) && !(value instanceof Instance)) return undefined;
  const method = get(realm, value, "then");
  return isCallable(method) ? method : undefined;
}

/** `Promise.resolve`: a promise value as it is, anything else in a new one. */
export function resolveTo(realm: Realm, value: unknown): Opaque<PromiseState> {
  return promiseState(value) === undefined ? createPromise(realm, toPromise(realm, value)) : (value as Opaque<PromiseState>);
}

/** `Promise.resolve`, as the host's promise. */
export function toPromise(realm: Realm, value: unknown): Promise<unknown> {
  const known = promiseState(value);
  if (known !== undefined) return known;
  const deferred = new Deferred(realm);
  deferred.createSettlers().resolve(value);
  return deferred.promise;
}

/** What settles a promise (27.2.1.3). Of a pair the first call decides. */
export interface Settlers {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: TemplateThrow) => void;
}

/** A promise and what settles it. */
export class Deferred {
  readonly promise: Promise<unknown>;
  readonly #realm: Realm;
  #fulfil: (value: unknown) => void = () => {};
  #fail: (error: TemplateThrow) => void = () => {};

  constructor(realm: Realm) {
    this.#realm = realm;
    this.promise = new Promise<unknown>((resolve, reject) => {
      this.#fulfil = resolve;
      this.#fail = reject;
    });
  }

  createSettlers(): Settlers {
    let settled = false;
    const once = (settle: () => void) => {
      if (settled) return;
      settled = true;
      settle();
    };
    return { resolve: (value) => once(() => this.#resolve(value)), reject: (error) => once(() => this.#fail(error)) };
  }

  /** Hands settlers to the template: what the executor throws rejects, unless the promise is settled already. A limit error goes on up. */
  run(executor: (resolve: Native, reject: Native) => unknown): void {
    const realm = this.#realm;
    const { resolve, reject } = this.createSettlers();
    try {
      executor(
        new Native({ name: "", length: 1, run: (_realm, _self, [value]) => resolve(value) }),
        new Native({ name: "", length: 1, run: (_realm, _self, [reason]) => reject(new TemplateThrow(reason, realm.at)) }),
      );
    } catch (error) {
      if (!(error instanceof TemplateThrow)) throw error;
      reject(error);
    }
  }

  #resolve(value: unknown): void {
    const realm = this.#realm;
    try {
      const promise = promiseState(value);
      if (promise === this.promise) throwType(realm, "a promise can't be resolved with itself");
      // Reading the `then` of an object may run a getter of the template, which may throw.
      const method = promise === undefined ? findThen(realm, value) : undefined;
      if (method === undefined) this.#fulfil(promise ?? value);
      // It runs in a job of its own (27.2.2.2).
      else Promise.resolve().then(() => runJob(realm, () => this.run((resolve, reject) => call(realm, method, value, [resolve, reject]))));
    } catch (error) {
      if (!(error instanceof TemplateThrow)) throw error;
      this.#fail(error);
    }
  }
}
