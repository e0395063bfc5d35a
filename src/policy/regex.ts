import { defaultLimits } from "./limits.ts";
import { type Bound, type CharSet, plus, RegexJudge, times } from "./regex-bound.ts";
import { parseRegex, type RegexNode, type RegexTree } from "./regex-parse.ts";

/** What is known of a regular expression before it meets a subject. Plain and immutable. */
export interface RegexPlan {
  readonly source: string;
  readonly flags: string;
  readonly tree: RegexTree;
  /**
   * Steps that the host's matcher can take for a whole pass over a subject of length n - 1, in the worst case. With an
   * infinite factor the host's matcher never gets the pattern: ours matches it, each step paid for.
   */
  readonly bound: Bound;
  /** Characters with which a match begins; `undefined` where it may be empty. A superset. */
  readonly first: CharSet | undefined;
}

export type RegexVerdict =
  | { readonly ok: true; readonly plan: RegexPlan }
  | { readonly ok: false; readonly reason: string; readonly limit?: "regexLength" };

// The host compiles counted repeats by writing them out.
const unrolledLimit = 1_000;
/** Flags that a pattern may have. */
export const regexFlags = "dgimsuy";

/**
 * Judges a regular expression.
 *
 * Nothing is matched against a subject here. Of what is accepted, only patterns for which a polynomial bound is proven
 * (`regex-bound`) are given to the host's matcher, and only for subjects short enough for that bound; all others run on
 * a matcher of ours that pays for each step. So acceptance needs no more than that we understand the syntax.
 *
 * @param maxLength `limits.regexLength`: parsing recurses with nesting, and the judgement is quadratic in the length.
 */
export function judgeRegExp(source: string, flags: string, maxLength: number = defaultLimits.regexLength): RegexVerdict {
  if (source.length > maxLength) {
    return { ok: false, reason: `it has ${source.length} characters; the limit is ${maxLength}`, limit: "regexLength" };
  }
  for (let i = 0; i < flags.length; i++) {
    const flag = flags[i] as string;
    if (!regexFlags.includes(flag)) return { ok: false, reason: `the flag \`${flag}\` is not supported` };
    if (flags.indexOf(flag) !== i) return { ok: false, reason: `the flag \`${flag}\` is given twice` };
  }
  try {
    new RegExp(source, flags);
  } catch {
    return { ok: false, reason: "it is not a regular expression" };
  }
  const tree = parseRegex(source, flags.includes("u"));
  if (tree === undefined) return { ok: false, reason: "it uses a form that is not supported" };
  const judge = new RegexJudge(flags);
  const facts = judge.judge(tree.root);
  const safe = unrolledSize(tree.root) <= unrolledLimit;
  const bound = safe ? boundOf(tree.root, judge, flags) : { factor: Number.POSITIVE_INFINITY, degree: 0 };
  return { ok: true, plan: { source, flags: [...flags].sort().join(""), tree, bound, first: facts.nullable ? undefined : facts.first } };
}

// Steps that the host's matcher may take on the strength of a bound alone: a millisecond or less.
const trustedSteps = 65_536;
// A linear pass is as cheap as any other walk over the text, however long, unless the pattern is made to be dear.
const trustedFactor = 1_000;

/**
 * Gives the steps to pay for a pass of the host's matcher over a subject; `undefined` where the subject is too long for
 * the bound, so that the steps have to be counted as they are taken.
 */
export function hostSteps(plan: RegexPlan, length: number): number | undefined {
  const { factor, degree } = plan.bound;
  const steps = factor * (length + 1) ** degree;
  // A NaN passes neither test.
  return steps <= trustedSteps || (degree <= 1 && factor <= trustedFactor) ? steps : undefined;
}

/** Size of a pattern with its counted repeats written out. */
function unrolledSize(node: RegexNode): number {
  switch (node.kind) {
    case "atom":
    case "anchor":
    case "back":
      return 1;
    case "group":
    case "look":
      return unrolledSize(node.body) + 1;
    case "sequence":
      return node.items.reduce((sum, item) => sum + unrolledSize(item), 0);
    case "choice":
      return node.branches.reduce((sum, branch) => sum + unrolledSize(branch) + 1, 0);
    case "repeat": {
      const turns = node.max === Number.POSITIVE_INFINITY ? node.min + 1 : node.max;
      return unrolledSize(node.body) * Math.max(turns, 1) + 1;
    }
  }
}

/** The bound of a pass over the whole subject: the search tries to match at each place. */
function boundOf(node: RegexNode, judge: RegexJudge, flags: string): Bound {
  if (node.kind === "group") return boundOf(node.body, judge, flags);
  if (node.kind === "choice") return node.branches.map((branch) => boundOf(branch, judge, flags)).reduce(plus);
  const places: Bound = { factor: 1, degree: 1 };
  const items = node.kind === "sequence" ? node.items : [node];
  const facts = judge.judge(node);
  const head = items[0];
  // Anchored: all places but the first fail at once.
  if (head?.kind === "anchor" && head.at === "start" && !flags.includes("m")) return plus(facts.work, places);
  const failing = failingPart(items, judge);
  return times(places, plus(failing ?? facts.work, { factor: 1, degree: 0 }));
}

/**
 * Gives the work of a failing attempt, where it is bounded by the pattern alone: a head that consumes a fixed number of
 * characters, then only parts that can match nothing, turn by turn, so that nothing behind the head can fail. What such
 * a tail consumes is consumed by the match, and no other attempt of the pass looks at it again.
 */
function failingPart(items: readonly RegexNode[], judge: RegexJudge): Bound | undefined {
  let length = items.length;
  while (length > 0 && cannotFail(items[length - 1] as RegexNode, judge)) length--;
  const last = items[length - 1];
  const head: RegexNode[] = items.slice(0, length);
  if (last?.kind === "repeat" && cannotFail({ ...last, min: 0 }, judge)) head[length - 1] = { ...last, max: last.min };
  const work = judge.judge({ kind: "sequence", items: head }).work;
  return work.degree === 0 ? work : undefined;
}

function cannotFail(node: RegexNode, judge: RegexJudge): boolean {
  if (node.kind === "group") return cannotFail(node.body, judge);
  if (node.kind === "sequence") return node.items.every((item) => cannotFail(item, judge));
  return node.kind === "repeat" && node.min === 0 && judge.judge(node.body).work.degree === 0 && !judge.judge(node.body).nullable;
}
