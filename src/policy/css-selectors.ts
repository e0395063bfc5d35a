import { type SelectorPlace, type Step, toSteps } from "./css-compounds.ts";
import { parseSelectorList } from "./css-selector-syntax.ts";
import type { Scheme } from "./css-theme.ts";

export interface JudgedSelectors {
  /** The selectors that may be written, scoped, joined by commas; empty when there is none. */
  readonly text: string;
  /** Whether one of them selects the card's root itself. */
  readonly selectsRoot: boolean;
  /** Whether some were left out. */
  readonly partial: boolean;
  /** Themes that some ask for, to be written by `judgeThemedSelectors` too. */
  readonly asks: readonly Scheme[];
}

const maxSelectorLength = 8_192;

/**
 * Judges a list of selectors and scopes each to the card.
 *
 * Every selector begins at the card's root, `:root`, `html`, `body`, `:host` mean that root, and no sibling of the root can
 * be reached: neither by `+` and `~` behind it, nor by a look-up inside `:is()`, where a selector could climb out. A selector that
 * is refused does not touch the others.
 */
export function judgeSelectors(text: string, place: SelectorPlace): JudgedSelectors {
  const kept: string[] = [];
  const asks = new Set<Scheme>();
  let selectsRoot = false;
  let partial = false;
  let themed = false;
  for (const steps of toStepLists(text, place)) {
    for (const { compound } of steps ?? []) if (compound.asks !== undefined) asks.add(compound.asks.scheme);
    // `html.dark .a`: the root has no such class. What it means is for `judgeThemedSelectors`.
    if (steps?.some(({ compound }) => compound.isRoot && compound.asks !== undefined)) {
      themed = true;
      continue;
    }
    const judged = steps === undefined ? undefined : judgeSteps(steps, place);
    if (judged === undefined) partial = true;
    else {
      kept.push(judged.text);
      selectsRoot ||= judged.selectsRoot;
    }
  }
  return { text: kept.join(","), selectsRoot, partial: partial || (kept.length === 0 && !themed), asks: [...asks] };
}

/** Reads a list of selectors, each as its steps; `undefined` for one that is refused. */
export function toStepLists(text: string, place: SelectorPlace): ReadonlyArray<readonly Step[] | undefined> {
  return parseSelectorList(text, maxSelectorLength).map((node) => toSteps(node, place, 0));
}

function judgeSteps(steps: readonly Step[], place: SelectorPlace): { text: string; selectsRoot: boolean } | undefined {
  return place.nestedInRoot === undefined || (steps[0] as Step).compound.isRoot
    ? judgeScoped(steps, place)
    : judgeNested(steps, place, place.nestedInRoot);
}

/** `SCOPE .a > .b`; leading `html`, `body`, `:root` become the scope itself. */
function judgeScoped(steps: readonly Step[], place: SelectorPlace): { text: string; selectsRoot: boolean } | undefined {
  // Nothing stands in front of the root that `> .a` or `+ .a` could begin with.
  if ((steps[0] as Step).combinator !== "") return undefined;
  let text = place.scope;
  let rest = 0;
  for (; steps[rest]?.compound.isRoot === true; rest++) {
    const { combinator, compound } = steps[rest] as Step;
    if (combinator === "+" || combinator === "~") return undefined;
    text += compound.text;
  }
  const tail = steps.slice(rest);
  if (place.nestedInRoot !== undefined && !tail.some((step) => step.compound.hasNesting)) return undefined;
  return appendSteps(rest === 0 ? `${text} ` : text, tail, place, true);
}

/** `&:hover`, `& > .b`, `.b` (below the rule around it), `.b &` (written with the scope in front). */
function judgeNested(steps: readonly Step[], place: SelectorPlace, inRoot: boolean): { text: string; selectsRoot: boolean } | undefined {
  const first = steps[0] as Step;
  if (first.compound.hasNesting) return first.combinator === "" ? appendSteps("", steps, place) : undefined;
  if (first.combinator === "" && steps.some((step) => step.compound.hasNesting)) return appendSteps(`${place.scope} `, steps, place);
  return appendSteps(first.combinator === "" ? "& " : "&", steps, place, inRoot);
}

/** Appends steps; `afterRoot` tells whether what is already written may select the card's root. */
export function appendSteps(
  start: string,
  steps: readonly Step[],
  place: SelectorPlace,
  afterRoot = false,
): { text: string; selectsRoot: boolean } | undefined {
  let text = start;
  let atRoot = afterRoot;
  for (const { combinator, compound } of steps) {
    // A sibling of the card's root belongs to the host's page.
    if (compound.isRoot || (atRoot && (combinator === "+" || combinator === "~"))) return undefined;
    text += combinator + (compound.hasNesting ? toNested(compound.text) : compound.text);
    atRoot = compound.hasNesting && place.nestedInRoot === true;
  }
  return { text, selectsRoot: atRoot };
}

// `&#x…` could be read as a character reference, where an HTML parser finds the style inside `<svg>`.
function toNested(text: string): string {
  return text.startsWith("#") ? `:is(&)${text}` : `&${text}`;
}
