import { call } from "../runtime/call.ts";
import { TemplateThrow } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";
import { reportAt } from "../runtime/report.ts";
import { describeThrown } from "./intrinsics/promise-jobs.ts";

/** Calls a function of the template that nobody waits for. What it throws is reported, and the card goes on; a limit error goes on up. */
export function runHandler(realm: Realm, fn: unknown, self: unknown, args: readonly unknown[]): void {
  try {
    call(realm, fn, self, args);
  } catch (error) {
    if (!(error instanceof TemplateThrow)) throw error;
    reportAt(realm, "run/handler", error.at, { error: describeThrown(error.value) });
  }
}
