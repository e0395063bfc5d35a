import { findFault } from "./expect-step.ts";
import { printStage } from "./print-stage.ts";
import { Reader } from "./reader.ts";
import type { Stage } from "./stage.ts";
import type { Action, Step } from "./step.ts";

/** The card after a step. */
export interface StepOutcome {
  /** `<line>: <step>`; the first is the mounting. */
  readonly step: string;
  readonly tree: string;
  /** What was otherwise than expected, or what the step threw. */
  readonly fault?: string;
}

/** How the actions of a reader are done; by events of our own when not given. */
export type Act = (action: Action) => Promise<void>;

/**
 * Plays the steps of a case on a stage where the card has been mounted. At the end it is taken down, if no step did, and what it left
 * behind is a fault.
 */
export async function runSteps(steps: Iterable<Step>, stage: Stage, act?: Act): Promise<readonly StepOutcome[]> {
  const reader = new Reader(stage);
  const outcomes: StepOutcome[] = [];
  const play = async (step: string, run: () => unknown) => {
    let fault: unknown;
    try {
      fault = await run();
      await stage.settle();
    } catch (error) {
      fault = String(error);
    }
    outcomes.push({ step, tree: printStage(stage), ...(typeof fault === "string" ? { fault } : {}) });
  };
  await play("mount", () => undefined);
  let down = false;
  // One by one: who plays by chance chooses a step by what the card shows by then.
  for (const step of steps) {
    down ||= step.do === "unmount";
    const name = `${step.line}: ${step.source}`;
    if (isExpectation(step)) outcomes.push({ ...look(stage, step), step: name, tree: outcomes.at(-1)?.tree ?? "" });
    else await play(name, () => perform(step, stage, act ?? ((action) => reader.act(action))));
  }
  if (!down) await play("unmount", () => takeDown(stage));
  return outcomes;
}

/** Looks at the card; nothing happens to it. */
function look(stage: Stage, step: Expected): { readonly fault?: string } {
  try {
    const fault = findFault(stage, step);
    return fault === undefined ? {} : { fault };
  } catch (error) {
    return { fault: String(error) };
  }
}

async function perform(step: Exclude<Step, Expected>, stage: Stage, act: Act): Promise<string | undefined> {
  switch (step.do) {
    case "wait":
      await stage.host.advance(step.milliseconds);
      return;
    case "update":
      stage.update(step.file);
      return;
    case "unmount":
      return takeDown(stage);
    default:
      await act(step);
      return;
  }
}

async function takeDown(stage: Stage): Promise<string | undefined> {
  stage.unmount();
  await stage.settle();
  const left = stage.findLeft();
  return left.length === 0 ? undefined : `left behind: ${left.join("; ")}`;
}

type Expected = Extract<Step, { readonly do: `expect-${string}` }>;
const isExpectation = (step: Step): step is Expected => step.do.startsWith("expect-");
