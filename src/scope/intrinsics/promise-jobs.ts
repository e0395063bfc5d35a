import { charge } from "../../runtime/budget.ts";
import { LimitError, TemplateThrow } from "../../runtime/failure.ts";
import { shorten } from "../../runtime/get.ts";
import { Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { reportAt } from "../../runtime/report.ts";
import { type ErrorState, errorType } from "../../runtime/throw.ts";

/** Units of one job of a promise. */
export const jobCost = 20;
const reported = "promise limit reported";

/**
 * A promise that stays pending: what is left of a job that was stopped. It forgets who waits for it: one of the host's would keep
 * all of them, and their cards, for ever.
 */
export const pending: Promise<never> = Object.freeze({
  // biome-ignore lint/suspicious/noThenProperty: it stands for a promise, and is one to whoever awaits it.
  then: () => pending,
  catch: () => pending,
  finally: () => pending,
  [Symbol.toStringTag]: "Promise",
});

/**
 * Reports that a job was stopped by a limit, once for each budget. The budget is shared and not renewed by jobs, so after
 * the first one every other job stops too, and a report of each would be no news.
 */
export function reportJobLimit(realm: Realm, error: unknown): void {
  if (realm.store.has(reported)) return;
  realm.store.set(reported, true);
  if (error instanceof LimitError) reportAt(realm, "limit/run", realm.at, { message: error.message, limit: error.limit });
  // Not the template's doing, and the host's words are not for the report.
  else reportAt(realm, "run/throw", realm.at, { error: "an internal error" });
}

/** Lets the next limit be reported: the budget was renewed. */
export function forgetJobLimit(realm: Realm): void {
  realm.store.delete(reported);
}

/**
 * Runs a job of the template. What it throws rejects; a limit error must not, for the template could catch a rejection:
 * it is reported, and the promise stays pending.
 */
export function runJob(realm: Realm, job: () => unknown): unknown {
  try {
    // What the host does for a job takes longer than a call: a chain without end is to end before a reader notices.
    charge(realm, jobCost);
    return job();
  } catch (error) {
    if (error instanceof TemplateThrow) throw error;
    reportJobLimit(realm, error);
    return pending;
  }
}

/** Names a thrown value for a report, in few words. Functions of the template are not asked. */
export function describeThrown(value: unknown): string {
  if (value instanceof Opaque) {
    if (value.type !== (errorType as unknown)) return `a ${value.type.name}`;
    const { name, kind, message } = value.state as ErrorState;
    return shorten(`${name ?? kind}: ${message}`);
  }
  if (typeof value === "object" && value !== null) return "an object";
  return shorten(String(value));
}
