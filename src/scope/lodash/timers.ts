import { report } from "../../diagnostics/report.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError } from "../../runtime/throw.ts";

/**
 * The host's timers, as `realm.host` offers them: `setTimeout(run, milliseconds)` and `clearTimeout(handle)`. The host
 * enters the card anew when it runs what it was given: it renews the budget and catches what is thrown.
 */
export interface Timers {
  readonly start: (run: () => unknown, milliseconds: number) => unknown;
  readonly stop: (handle: unknown) => void;
}

/** Gives the timers, if the host has any. */
export function readTimers(realm: Realm): Timers | undefined {
  const { setTimeout: start, clearTimeout: stop } = realm.host;
  if (typeof start !== "function") return undefined;
  return {
    start: (run, milliseconds) => start(run, milliseconds),
    stop: (handle) => {
      if (typeof stop === "function") stop(handle);
    },
  };
}

/** Gives the timers or refuses, naming the service that is missing. */
export function expectTimers(realm: Realm, what: string): Timers {
  const timers = readTimers(realm);
  if (timers !== undefined) return timers;
  realm.report(report("run/refused", undefined, { what: `\`${what}\``, service: "setTimeout" }));
  return throwError(realm, "Error", `${what} needs the host service \`setTimeout\``);
}
