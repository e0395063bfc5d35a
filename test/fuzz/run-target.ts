import fc from "fast-check";
import { minimise } from "./minimise.ts";
import type { FuzzTarget } from "./target.ts";

/** What a run of one target came to. */
export interface TargetRun {
  readonly cases: number;
  readonly seconds: number;
  readonly failure: { readonly input: unknown; readonly error: Error } | undefined;
}

export interface RunBounds {
  readonly seed: number;
  readonly cases?: number;
  readonly seconds?: number;
}

/** Checks one input. */
export async function checkInput(target: FuzzTarget, input: unknown): Promise<void> {
  await target.check(input as never);
}

async function findError(target: FuzzTarget, input: unknown): Promise<Error | undefined> {
  try {
    await checkInput(target, input);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** How long fast-check may make a failure smaller. */
const shrinkingSeconds = 60;

/**
 * Runs a target until its bounds, or to the first input that fails, which comes back as small as it could be made. The same seed gives the
 * same inputs; how far it comes in a time is the machine's.
 */
export async function runTarget(
  target: FuzzTarget,
  { seed, cases = 0x7fffffff, seconds = Number.POSITIVE_INFINITY }: RunBounds,
): Promise<TargetRun> {
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1_000;
  let done = 0;
  let failedAt: number | undefined;
  const property = fc.asyncProperty(target.inputs, async (input) => {
    // Time is looked at here: fast-check's own limit would end its search for a smaller failure as well.
    const isOver = failedAt === undefined ? elapsed() > seconds : elapsed() - failedAt > shrinkingSeconds;
    if (isOver) return;
    if (failedAt === undefined) done += 1;
    const error = await findError(target, input);
    if (error === undefined) return;
    failedAt ??= elapsed();
    throw error;
  });
  // In rounds: fast-check makes inputs until it has enough of them, whether they are looked at or not.
  let failure: TargetRun["failure"];
  for (let round = 0; failure === undefined && done < cases && elapsed() < seconds; round++) {
    const found = await fc.check(property, { seed: seed + round, numRuns: Math.min(100, cases - done) });
    if (found.failed && found.counterexample !== null) failure = await toFailure(target, found.counterexample[0], found.errorInstance);
  }
  return { cases: done, seconds: elapsed(), failure };
}

async function toFailure(target: FuzzTarget, input: unknown, error: unknown): Promise<TargetRun["failure"]> {
  const first = error instanceof Error ? error : new Error(String(error));
  if (typeof input !== "string" || target.cuts !== true) return { input, error: first };
  const least = await minimise(input, async (text) => (await findError(target, text)) !== undefined);
  return { input: least, error: (await findError(target, least)) ?? first };
}
