import { type Step, toSteps } from "./css-compounds.ts";
import { parseSelectorList } from "./css-selector-syntax.ts";
import type { PolicyEnv } from "./env.ts";

/** A selector that a card may look for its elements with. */
export interface JudgedQuery {
  /** Every selector begins at the element that the query runs on (`:scope`), and what it finds lies below. */
  readonly below: string;
  /** The same without `:scope`, where each selector asks of one element alone; else `undefined`. */
  readonly single: string | undefined;
  /** Whether one of the selectors is the root itself (`body`, `:root`). */
  readonly root: boolean;
}

/** UTF-16 units of one selector. */
const longest = 2_000;

/**
 * Judges a selector of `querySelector`, `matches` and `closest` by the rules that style sheets obey: written anew, names with the card's
 * prefix, nothing that climbs above the element it runs on. What the root itself is like can't be asked: its attributes are the host's.
 *
 * @returns `undefined` for what is no selector, or none that cards may use.
 */
export function judgeQuery(text: string, env: PolicyEnv): JudgedQuery | undefined {
  const below: string[] = [];
  const single: string[] = [];
  let root = false;
  const nodes = parseSelectorList(text, longest);
  for (const node of nodes) {
    const steps = toSteps(node, { env }, 0);
    if (steps === undefined) return undefined;
    const tail = toTail(steps);
    if (tail === undefined) return undefined;
    if (tail === "") root = true;
    else {
      below.push(`:scope${tail}`);
      if (steps.length === 1) single.push((steps[0] as Step).compound.text);
    }
  }
  if (nodes.length === 0) return undefined;
  return { below: below.join(","), single: !root && single.length === nodes.length ? single.join(",") : undefined, root };
}

/** What follows `:scope`; empty for the root itself. */
function toTail(steps: readonly Step[]): string | undefined {
  if ((steps[0] as Step).combinator !== "") return undefined;
  let at = 0;
  for (; steps[at]?.compound.isRoot === true; at++) {
    const { combinator, compound } = steps[at] as Step;
    // `html > body` is the root and the root. Siblings of it, and what it is like, are the host's.
    if (compound.text !== "" || combinator === "+" || combinator === "~") return undefined;
  }
  const rest = steps.slice(at);
  if (rest.some(({ compound }) => compound.isRoot || compound.hasNesting)) return undefined;
  const first = rest[0]?.combinator;
  if (first === "+" || first === "~") return undefined;
  return rest.map(({ combinator, compound }, i) => (i === 0 && at === 0 ? " " : combinator) + compound.text).join("");
}
