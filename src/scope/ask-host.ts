import { charge } from "../runtime/budget.ts";
import { LimitError, TemplateThrow } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";
import { pending, runJob } from "./intrinsics/promise-jobs.ts";

/** Units of a question to the host: it is a request to a server, as a rule. */
const cost = 200;

/** What a request of a facade asks for, and what becomes of the answer. */
interface Question<Answer> {
  /** Runs outside the closed universe: nothing of the template is read or called in it. */
  readonly ask: (signal: AbortSignal) => Promise<Answer>;
  /** Makes a value of the closed universe; may throw an error of the template. */
  readonly toValue: (answer: Answer) => unknown;
  /** Makes the error of the template that stands for a failure; the host's own words stay outside. */
  readonly toError: (error: unknown) => unknown;
  readonly giveUp?: AbortSignal | undefined;
}

/**
 * Asks the host for something that is answered later, and gives what `createPromise` takes. Where nothing is answered, in a card
 * that is a string, the promise stays pending and nothing is asked.
 */
export function askHost<Answer>(realm: Realm, { ask, toValue, toError, giveUp }: Question<Answer>): Promise<unknown> {
  if (realm.live === undefined) return pending;
  const { at } = realm;
  charge(realm, cost);
  return realm.live.ask(ask, giveUp).then(
    (answer) => runAt(realm, at, () => toValue(answer)),
    (error: unknown) =>
      runAt(realm, at, () => {
        const failure = toFailure(error);
        throw failure instanceof LimitError ? failure : new TemplateThrow(toError(failure), at);
      }),
  );
}

/** A proxy as the reason of a rejection may throw when its class is asked for; such a one tells nothing. */
function toFailure(error: unknown): unknown {
  try {
    void (error instanceof Error);
    return error;
  } catch {
    return undefined;
  }
}

/** Runs a job of the template; an error in it is one of the place that asked. */
function runAt(realm: Realm, at: number, job: () => unknown): unknown {
  return runJob(realm, () => {
    realm.at = at;
    return job();
  });
}

/** Runs what makes a promise: what it throws rejects the promise in place of the caller. A limit error goes on up. */
export function promiseOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TemplateThrow)) throw error;
    return Promise.reject(error);
  }
}
