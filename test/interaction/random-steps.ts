import type { Stage } from "./stage.ts";
import type { Action, Event, Step, Target } from "./step.ts";

/** Draws numbers from 0 up to 1, the same ones for a seed. */
export function createRandom(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return next;
}

const texts = ["a", "12", "x@y.example", "tea", "Z"];
const keys = ["Enter", "Escape", "Backspace", "ArrowDown", "ArrowLeft", "Home", "k"];
const waits = [0, 10, 100, 1_000, 3_000];
// What is pressed more often than it would be by chance alone.
const pressed = "button, a, li, summary, label, [type=checkbox], [type=radio], p, span, b, h3";
// Pickers take nothing but what they offer.
const typed =
  "input:not([type=checkbox], [type=radio], [type=submit], [type=number], [type=range], [type=date], [type=file], [type=hidden]), textarea";

/** Chooses steps by chance, each by what the card shows by then. */
export function* chooseSteps({ element }: Stage, random: () => number, files: readonly string[], count: number): Generator<Step> {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const target = (selector: string): Target | undefined => {
    const found = pick([...element.querySelectorAll(selector)]);
    return found === undefined ? undefined : { selector: pathTo(found, element) };
  };
  const kinds: readonly (() => Action | Event | undefined)[] = [
    () => withTarget(target(pressed), (at) => ({ do: "click", target: at })),
    () => withTarget(target(pressed), (at) => ({ do: "click", target: at })),
    () => withTarget(target("*"), (at) => ({ do: "click", target: at })),
    () => withTarget(target(pressed), (at) => ({ do: "doubleclick", target: at })),
    () => withTarget(target("*"), (at) => ({ do: "hover", target: at })),
    () => withTarget(target(typed), (at) => ({ do: "type", target: at, value: pick(texts) as string })),
    () => withTarget(target(typed), (at) => ({ do: "press", target: at, key: pick(keys) as string })),
    () => withTarget(target("button, a, [tabindex]"), (at) => ({ do: "press", target: at, key: pick(keys) as string })),
    () => {
      const option = pick([...element.querySelectorAll<HTMLOptionElement>("select option:not(:disabled)")]);
      const select = option?.closest("select");
      return option && select ? { do: "select", target: { selector: pathTo(select, element) }, values: [option.value] } : undefined;
    },
    () => ({ do: "blur" }),
    () => ({ do: "wait", milliseconds: pick(waits) as number }),
    () => (files.length > 1 ? { do: "update", file: pick(files) as string } : undefined),
  ];
  for (let line = 1; line <= count; line++) {
    const chosen = pick(kinds)?.();
    if (chosen !== undefined) yield { ...chosen, line, source: JSON.stringify(chosen) };
  }
}

function withTarget(target: Target | undefined, make: (target: Target) => Action): Action | undefined {
  return target === undefined ? undefined : make(target);
}

/** The selector of an element by its place alone: the same on every side that shows the same. */
function pathTo(element: Element, root: Element): string {
  const steps: string[] = [];
  for (let one = element; one !== root && one.parentElement !== null; one = one.parentElement)
    steps.unshift(`:nth-child(${[...one.parentElement.children].indexOf(one) + 1})`);
  return `:scope > ${steps.join(" > ")}`;
}
