import { charge, enterCall } from "../runtime/budget.ts";
import { TemplateThrow } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";
import { createGenerator } from "../scope/intrinsics/iterator.ts";
import { createPromise, Deferred, toPromise } from "../scope/intrinsics/promise.ts";
import { jobCost, reportJobLimit } from "../scope/intrinsics/promise-jobs.ts";
import { GeneratorReturn, type Steps, type Suspension } from "./signals.ts";

/** Goes on with a suspended body. It counts as a call: a generator that drives itself is recursion. */
function resume(realm: Realm, go: () => IteratorResult<Suspension, unknown>): IteratorResult<Suspension, unknown> {
  const { depth } = realm;
  enterCall(realm);
  try {
    return go();
  } finally {
    // Not one less: markup that failed inside left its levels behind (`renderComponent`).
    realm.depth = depth;
  }
}

/** Drives a generator of the template. */
export function driveGenerator(realm: Realm, steps: Steps): unknown {
  let state: "new" | "open" | "done" = "new";
  const go = (run: () => IteratorResult<Suspension, unknown>): IteratorResult<unknown, unknown> => {
    state = "open";
    try {
      const step = resume(realm, run);
      if (!step.done) return { done: false, value: step.value.value };
      state = "done";
      return { done: true, value: step.value };
    } catch (error) {
      state = "done";
      if (error instanceof GeneratorReturn) return { done: true, value: error.value };
      throw error;
    }
  };
  return createGenerator({
    next: (value) => (state === "done" ? { done: true, value: undefined } : go(() => steps.next(value))),
    return: (value) => {
      if (state === "open") return go(() => steps.throw(new GeneratorReturn(value)));
      state = "done";
      return { done: true, value };
    },
    throw: (value) => {
      if (state === "open") return go(() => steps.throw(new TemplateThrow(value, realm.at)));
      state = "done";
      throw new TemplateThrow(value, realm.at);
    },
  });
}

/**
 * Runs steps to their end, waiting at each `await`. A limit reached before the first wait ends the caller too; one reached
 * later, in a job, is reported and leaves the promise pending for ever. No `catch` of the template hears of either.
 */
export function runSteps(
  realm: Realm,
  steps: Steps,
  go: () => IteratorResult<Suspension, unknown>,
  end: (step: IteratorResult<Suspension, unknown>) => void,
  fail: (error: unknown) => void,
): void {
  let step: IteratorResult<Suspension, unknown>;
  try {
    step = resume(realm, go);
  } catch (error) {
    if (!(error instanceof TemplateThrow) && !(error instanceof GeneratorReturn)) throw error;
    fail(error);
    return;
  }
  if (step.done || step.value.form === "yield") {
    end(step);
    return;
  }
  const goOn = (next: () => IteratorResult<Suspension, unknown>): void => {
    try {
      // As any job: what the host does for one takes longer than a turn of a loop.
      charge(realm, jobCost);
      runSteps(realm, steps, next, end, fail);
    } catch (error) {
      reportJobLimit(realm, error);
    }
  };
  // A promise value, or what an object's own `then` settles: the host calls no `then` by itself.
  toPromise(realm, step.value.value).then(
    (value) => goOn(() => steps.next(value)),
    (error) => goOn(() => steps.throw(error)),
  );
}

/** Runs an async function; its parameters are bound by `start`, so that what they throw rejects the promise. */
export function driveAsync(realm: Realm, start: () => Steps): unknown {
  let steps: Steps;
  try {
    steps = start();
  } catch (error) {
    if (!(error instanceof TemplateThrow)) throw error;
    return createPromise(realm, Promise.reject(error));
  }
  const deferred = new Deferred(realm);
  const { resolve, reject } = deferred.createSettlers();
  runSteps(
    realm,
    steps,
    () => steps.next(),
    (step) => resolve(step.value),
    (error) => reject(error as TemplateThrow),
  );
  return createPromise(realm, deferred.promise);
}
