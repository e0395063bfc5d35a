import { hostTraces } from "../../test/attack/host-traces.ts";
import { findUnsafe } from "../../test/attack/safe-html.ts";
import type { AttackCase, BenignCase } from "../../test/support/attack-case.ts";
import { parseTree, textOf, toCanonical } from "../../test/support/canonical.ts";
import type { Ending } from "./attack-process.ts";

/** What came of an attack. Of several things that went wrong, the first of this order counts. */
export const verdicts = ["ran code", "changed the process", "unsafe markup", "leaked", "crashed", "endless", "refused", "held"] as const;
export type Verdict = (typeof verdicts)[number];

/** What only kview promises: peers are not blamed for it. */
const ownRules =
  /without the card's prefix|not in the attribute tables|^element (?!script|object|embed|iframe|base|meta|link)|: target |^iframe: sandbox|credentials|mailto/;

/** Judges an attack by the oracles of the tests, but for what is a rule of kview's own. */
export function judgeAttack({ notText }: AttackCase, ending: Ending): Verdict {
  if (typeof ending === "string") return ending;
  const { ran, changed, html } = ending;
  if (ran !== undefined) return "ran code";
  if (changed.length > 0) return "changed the process";
  if (html === undefined) return "refused";
  if (findUnsafe(html).some((problem) => !ownRules.test(problem))) return "unsafe markup";
  if (hostTraces.test(html)) return "leaked";
  return notText !== undefined && !isErrorCard(html) && new RegExp(notText).test(textOf(parseTree(html))) ? "leaked" : "held";
}

/** An error card of ours quotes our own message (`… is not a function`). */
const isErrorCard = (html: string) => html.includes('class="kv-error"');

/** Whether a legitimate card shows what it should: its text, or its markup where a case names that alone. */
export function isRight({ text, html: expected }: BenignCase, ending: Ending): boolean {
  if (typeof ending === "string" || ending.html === undefined) return false;
  const shown = ending.html.replace(/<style[\s\S]*?<\/style>/g, "");
  return text === undefined ? toCanonical(ending.html) === toCanonical(expected ?? "") : textOf(parseTree(shown)) === text;
}
