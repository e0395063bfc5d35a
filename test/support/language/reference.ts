import { errorKind, printValue } from "./print-value.ts";

/** What a program did, as text: its completion value or what it threw, and all that it logged, in order. */
export interface Outcome {
  readonly end: string;
  readonly log: readonly string[];
}

/** How the source is read: by the language's own rules, or as old scripts are. Programs must mean the same in both. */
export type Mode = "strict" | "sloppy";

type Runner = (source: string) => unknown;

/*
 * Strict: a direct eval inside a strict function, whose declarations stay inside. A "use strict" directive in front of
 * the source would itself be a completion value. Sloppy: an indirect eval, whose `var`s land on the global object.
 */
const runners: Record<Mode, Runner> = {
  strict: new Function("source", '"use strict"; return eval(arguments[0]);') as Runner,
  // biome-ignore lint/security/noGlobalEval: the real engine is what our answer is compared with; the sources are ours.
  sloppy: globalThis.eval,
};

/** Runs a program on the real engine and waits until nothing of it is under way. */
export async function runReference(source: string, mode: Mode): Promise<Outcome> {
  const entries: string[] = [];
  const before = new Set(Object.keys(globalThis));
  const scope = globalThis as unknown as { log?: (value: unknown) => unknown };
  scope.log = (value) => {
    entries.push(printValue(value));
    return value;
  };
  let end: string;
  try {
    const run = runners[mode];
    end = printValue(run(source));
  } catch (error) {
    end = error instanceof Error ? `throws ${errorKind(error)}` : `throws ${printValue(error)}`;
  }
  await drain();
  for (const key of Object.keys(globalThis)) if (!before.has(key)) Reflect.deleteProperty(globalThis, key);
  return { end, log: entries };
}

/** Lets every microtask run; programs have no other kind of task. */
function drain(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
