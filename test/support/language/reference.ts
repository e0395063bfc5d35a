import { types } from "node:util";
import { createOracleRealm } from "../oracle/realm.ts";
import { errorKind, printValue } from "./print-value.ts";

/** What a program did, as text: its completion value or what it threw, and all that it logged, in order. */
export interface Outcome {
  readonly end: string;
  readonly log: readonly string[];
}

/** How the source is read: by the language's own rules, or as old scripts are. Programs must mean the same in both. */
export type Mode = "strict" | "sloppy";

type Runner = (source: string) => unknown;

/** A console that says nothing, as a card's is when its host has no log. */
const silent: unknown = Object.fromEntries(Object.keys(console).map((name) => [name, () => undefined]));

/** The language's own realm, for this one evaluates no text. */
const realm = createOracleRealm({ console: silent, URL, URLSearchParams, structuredClone });

/*
 * Strict: a direct eval inside a strict function, whose declarations stay inside. A "use strict" directive in front of
 * the source would itself be a completion value. Sloppy: an indirect eval, whose `var`s land on the global object.
 */
const runners: Record<Mode, Runner> = {
  strict: new realm.Function("source", '"use strict"; return eval(arguments[0]);') as Runner,
  sloppy: realm.eval,
};

/** Runs a program on the real engine and waits until nothing of it is under way. */
export async function runReference(source: string, mode: Mode): Promise<Outcome> {
  const entries: string[] = [];
  const before = new Set(Object.keys(realm));
  realm.log = (value: unknown) => {
    entries.push(printValue(value));
    return value;
  };
  const restore = silenceRejections();
  let end: string;
  try {
    const run = runners[mode];
    end = printValue(run(source));
  } catch (error) {
    end = types.isNativeError(error) ? `throws ${errorKind(error)}` : `throws ${printValue(error)}`;
  }
  await drain();
  restore();
  for (const key of Object.keys(realm)) if (!before.has(key)) Reflect.deleteProperty(realm, key);
  return { end, log: entries };
}

/** Lets every microtask run; programs have no other kind of task. */
function drain(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What programs reject and nobody handles is no news of this process. Gives what undoes it. */
function silenceRejections(): () => void {
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", () => {});
  return () => {
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
  };
}
