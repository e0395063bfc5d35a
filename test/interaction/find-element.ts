import type { Stage } from "./stage.ts";
import type { Target } from "./step.ts";

/** All elements of the card that a step's target means, in the order of the document. */
export function findAll(stage: Stage, { selector, text }: Target): readonly HTMLElement[] {
  const found = [...stage.element.querySelectorAll<HTMLElement>(stage.toSelector(selector))];
  return text === undefined ? found : found.filter((element) => element.textContent === text);
}

/** The element that a step's target means. Throws when there is none. */
export function findOne(stage: Stage, target: Target): HTMLElement {
  const [found] = findAll(stage, target);
  if (found !== undefined) return found;
  throw new Error(`there is no ${target.selector}${target.text === undefined ? "" : ` that shows ${JSON.stringify(target.text)}`}`);
}
