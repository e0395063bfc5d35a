import type { Compound, SelectorPlace, Step } from "./css-compounds.ts";
import { appendSteps, type JudgedSelectors, toStepLists } from "./css-selectors.ts";
import type { Scheme } from "./css-theme.ts";

/** The theme that selectors are to be written for. */
export interface ThemePlace {
  readonly scheme: Scheme;
  /** Selector of the card's root, in whatever theme. */
  readonly anyRoot: string;
  /** Whether a class that stands alone (`.dark {…}`) may mean the root: a rule that holds variables and nothing else. */
  readonly loneClasses: boolean;
}

/**
 * Writes those of a list of selectors that begin with a theme of the page (`.dark .a`, `html[data-theme="dark"] .a`), in the
 * way that the card's own theme is told: `place.scope` selects the root where it is shown in that theme.
 *
 * A step that names a theme counts as an attribute of the root, as heavy as where it was written. The rest is judged as in
 * `judgeSelectors`.
 */
export function judgeThemedSelectors(text: string, place: SelectorPlace, theme: ThemePlace): JudgedSelectors {
  const kept: { readonly text: string; readonly selectsRoot: boolean }[] = [];
  let partial = false;
  for (const steps of toStepLists(text, place)) {
    const themed = steps === undefined ? undefined : toThemed(steps, place, theme);
    if (themed !== undefined) kept.push(themed);
    else if (steps?.some(({ compound: { isRoot, asks } }) => isRoot && asks?.scheme === theme.scheme)) partial = true;
  }
  return { text: kept.map((one) => one.text).join(","), selectsRoot: kept.some((one) => one.selectsRoot), partial, asks: [] };
}

function toThemed(steps: readonly Step[], place: SelectorPlace, theme: ThemePlace): { text: string; selectsRoot: boolean } | undefined {
  const first = steps[0] as Step;
  if (first.combinator !== "") return undefined;
  const isNested = place.nestedInRoot !== undefined;
  // `:root { &.dark {…} }`
  if (place.nestedInRoot === true && first.compound.hasNesting && first.compound.asks?.scheme === theme.scheme)
    return appendSteps("", [within(place.scope, first.compound, first.compound.asks.text), ...steps.slice(1)], place);
  const lead = readLead(steps);
  if (lead?.scheme !== theme.scheme) return undefined;
  const tail = steps.slice(lead.length);
  const start = `${theme.anyRoot}${place.scope}${lead.text}`;
  const next = tail[0];
  if (next === undefined) {
    if (isNested || (lead.byClass && !lead.namesRoot && !theme.loneClasses)) return undefined;
    return { text: start, selectsRoot: true };
  }
  // The page has no siblings.
  if (next.combinator === "+" || next.combinator === "~") return undefined;
  if (!isNested) return appendSteps(start, tail, place);
  // `.a { .dark .b {…} }` is below `.a`, where no page begins.
  if (!tail.some(({ compound }) => compound.hasNesting)) return undefined;
  if (!next.compound.hasNesting) return appendSteps(start, tail, place);
  return appendSteps("", [within(`${place.scope}${lead.text}`, next.compound, next.compound.text), ...tail.slice(1)], place);
}

/** `&` where it is the root, or stands in it. */
function within(root: string, compound: Compound, text: string): Step {
  return { combinator: "", compound: { ...compound, text: `:is(${root},${root} *)${text}` } };
}

interface Lead {
  /** How many steps. */
  readonly length: number;
  readonly scheme: Scheme | undefined;
  readonly byClass: boolean;
  readonly namesRoot: boolean;
  /** What they ask of the root besides. */
  readonly text: string;
}

/** Reads the steps that name the page, and its theme. */
function readLead(steps: readonly Step[]): Lead | undefined {
  let scheme: Scheme | undefined;
  let byClass = true;
  let namesRoot = false;
  let text = "";
  let length = 0;
  for (; length < steps.length; length++) {
    const { combinator, compound } = steps[length] as Step;
    const { asks, isRoot } = compound;
    if (compound.hasNesting || (!isRoot && asks === undefined)) break;
    if (combinator === "+" || combinator === "~" || (asks !== undefined && scheme !== undefined && asks.scheme !== scheme))
      return undefined;
    scheme ??= asks?.scheme;
    byClass &&= asks?.byClass !== false;
    namesRoot ||= isRoot;
    text += asks?.text ?? compound.text;
  }
  return { length, scheme, byClass, namesRoot, text };
}
