import { type Act, runSteps, type StepOutcome } from "./run-steps.ts";
import type { Stage } from "./stage.ts";
import type { Step } from "./step.ts";

/** Plays a case in an element of its own and takes that away again. */
export async function play(
  create: (element: HTMLElement) => Stage,
  steps: Iterable<Step> | ((stage: Stage) => Iterable<Step>),
  act?: Act,
): Promise<readonly StepOutcome[]> {
  const element = document.createElement("div");
  (document.querySelector("#place") ?? document.body).append(element);
  try {
    const stage = create(element);
    return await runSteps(typeof steps === "function" ? steps(stage) : steps, stage, act);
  } finally {
    element.remove();
    (document.activeElement as HTMLElement | null)?.blur();
  }
}
