import { loadTemplate } from "../../src/dom.ts";
import { focusAtEnd } from "../interaction/field.ts";
import { findOne } from "../interaction/find-element.ts";
import type { HostScript } from "../interaction/host-script.ts";
import { createKViewStage } from "../interaction/kview-stage.ts";
import { play } from "../interaction/play.ts";
import { createReactStage } from "../interaction/react-stage.ts";
import { Reader } from "../interaction/reader.ts";
import type { StepOutcome } from "../interaction/run-steps.ts";
import type { Stage } from "../interaction/stage.ts";
import type { Action, Step, Target } from "../interaction/step.ts";

// Runs in the page, bundled: our DOM target under the strictest policy, React where text may be evaluated.

/** A case of `fixtures/interaction`, as JSON. */
export interface PageInteraction {
  readonly name: string;
  /** Compiled, for us; JavaScript without JSX, for React. */
  readonly program?: unknown;
  readonly code?: string;
  readonly data: Readonly<Record<string, { readonly resource: string }>>;
  readonly host: HostScript;
  readonly steps: readonly Step[];
}

/** What the test calls. Cases are JSON. */
export interface InteractionApi {
  /** Plays cases, one after the other, by events that the page dispatches. */
  play(cases: string): Promise<Readonly<Record<string, readonly StepOutcome[]>>>;
  /** Plays a case by the browser's own mouse and keyboard, which the test moves. */
  playReal(one: string): Promise<readonly StepOutcome[]>;
}

/** What the browser's mouse and keyboard do, at a place of the page. */
export interface Gesture {
  readonly action: Exclude<Action["do"], "submit" | "fire" | "select" | "fill" | "paste" | "focus" | "blur">;
  readonly at: readonly [x: number, y: number];
  /** Where a drag ends. */
  readonly to?: readonly [x: number, y: number];
  /** What is typed, or the key that is pressed. */
  readonly text?: string;
}

const create = ({ program, code, data, host }: PageInteraction, element: HTMLElement): Stage =>
  code === undefined
    ? createKViewStage({ template: loadTemplate(program), data, host }, element)
    : createReactStage({ code, data, host }, element);

async function playReal(one: PageInteraction): Promise<readonly StepOutcome[]> {
  let stage: Stage | undefined;
  const start = (element: HTMLElement) => (stage = create(one, element));
  return play(start, one.steps, (action) => actReal(stage as Stage, action));
}

/** Has the test do what its mouse and keyboard can do; what belongs to the browser's own windows (the list of a `<select>`) is dispatched. */
async function actReal(stage: Stage, action: Action): Promise<void> {
  const gesture = toGesture(stage, action);
  if (gesture === undefined) return new Reader(stage).act(action);
  await (globalThis as unknown as { kviewGesture(gesture: Gesture): Promise<void> }).kviewGesture(gesture);
}

function toGesture(stage: Stage, action: Action): Gesture | undefined {
  switch (action.do) {
    case "leave":
      return { action: "leave", at: [0, 0] };
    case "click":
    case "doubleclick":
    case "rightclick":
    case "hover":
      return { action: action.do, at: placeOf(stage, action.target) };
    case "check":
    case "uncheck":
      return (findOne(stage, action.target) as HTMLInputElement).checked === (action.do === "check")
        ? { action: "hover", at: placeOf(stage, action.target) }
        : { action: "click", at: placeOf(stage, action.target) };
    case "type":
    case "press":
      if (findOne(stage, action.target) !== document.activeElement) focusAtEnd(findOne(stage, action.target));
      return { action: action.do, at: [0, 0], text: "value" in action ? action.value : action.key };
    case "drag":
      return { action: "drag", at: placeOf(stage, action.from), to: placeOf(stage, action.to) };
    default:
      return undefined;
  }
}

function placeOf(stage: Stage, target: Target): readonly [number, number] {
  const element = findOne(stage, target);
  element.scrollIntoView({ block: "center" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}

(globalThis as unknown as { kviewInteraction: InteractionApi }).kviewInteraction = {
  play: async (cases) => {
    const outcomes: Record<string, readonly StepOutcome[]> = {};
    for (const one of JSON.parse(cases) as PageInteraction[]) outcomes[one.name] = await play((element) => create(one, element), one.steps);
    return outcomes;
  },
  playReal: (one) => playReal(JSON.parse(one)),
};
