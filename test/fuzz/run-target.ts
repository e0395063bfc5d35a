import fc from "fast-check";
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

/** Checks one input, as the runner does. */
export async function checkInput(target: FuzzTarget, input: unknown): Promise<void> {
  await target.check(input as never);
}

/** Runs a target until its bounds or to the first input that fails, which comes back as small as it could be made. */
export async function runTarget(target: FuzzTarget, { seed, cases, seconds }: RunBounds): Promise<TargetRun> {
  const start = performance.now();
  let done = 0;
  const property = fc.asyncProperty(target.inputs, async (input) => {
    done += 1;
    await checkInput(target, input);
  });
  const found = await fc.check(property, {
    seed,
    numRuns: cases ?? 0x7fffffff,
    // Making a failure small takes as long as it takes, within reason.
    ...(seconds === undefined ? {} : { interruptAfterTimeLimit: seconds * 1_000, markInterruptAsFailure: false }),
  });
  const elapsed = (performance.now() - start) / 1_000;
  const failed = found.failed && found.counterexample !== null;
  const error = found.errorInstance instanceof Error ? found.errorInstance : new Error(String(found.errorInstance));
  return { cases: done, seconds: elapsed, failure: failed ? { input: found.counterexample[0], error } : undefined };
}
