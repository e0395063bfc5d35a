import { defaultLimits } from "../src/policy/limits.ts";
import { hostSteps, judgeRegExp, regexFlags } from "../src/policy/regex.ts";
import { hasBackReference } from "../src/scope/intrinsics/regex-code.ts";
import { formatTable } from "./readme-tables.ts";

/** Expressions as cards write them, and as attackers do. */
const samples: readonly (readonly [source: string, flags: string])[] = [
  ["^\\d{4}-\\d{2}-\\d{2}$", ""],
  ["[^a-z0-9]+", "gi"],
  ["(\\w+)@(\\w+)\\.com", ""],
  ["^\\s+|\\s+$", "g"],
  ["<[^>]*>", "g"],
  [".*,.*,.*", ""],
  ["(a|a)*b", ""],
  ["(a+)+$", ""],
  ["(\\d+)-\\1", ""],
  ["(?<=€)\\d+", ""],
  ["(a+)+\\1$", ""],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", ""],
];

const longest = 1_000_000;

/** Up to which length of text the host's own matcher gets an expression. */
function nativeUpTo(source: string, flags: string): string {
  const verdict = judgeRegExp(source, flags);
  if (!verdict.ok) return `refused: ${verdict.reason}`;
  const { plan } = verdict;
  if (hostSteps(plan, longest) !== undefined) return "native, any text";
  const ours = hasBackReference(plan.tree.root) ? "step by step" : "linear, on ours";
  if (hostSteps(plan, 0) === undefined) return ours;
  let [low, high] = [0, longest];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (hostSteps(plan, middle) === undefined) high = middle;
    else low = middle;
  }
  return `native up to ${low.toLocaleString("en-US")} characters, then ${ours}`;
}

/** The section on regular expressions: what they are matched by, judged by the policy itself. */
export function formatRegexSection(): string {
  return [
    "## Regular expressions",
    `A pattern has at most ${defaultLimits.regexLength.toLocaleString("en-US")} characters and the flags ${[...regexFlags].map((flag) => `\`${flag}\``).join(", ")}. ` +
      "Before it meets a text, a bound of the steps is proven that matching can take, by the length of the text. The host's own matcher runs a " +
      "pattern only on texts for which that bound is small or grows no faster than the text; all others run on a matcher of ours, which pays " +
      "fuel for each step and gives what the language says, captures included. Where it takes long it remembers what failed at which place of " +
      "the text and tries nothing twice, so its steps grow no faster than the text either. What it can't remember is paid for step by step, " +
      "and what would run for ever ends in a `LimitError`: back-references, assertions inside, and counted repeats with more states than " +
      "there is room for.",
    formatTable(
      ["pattern", "is matched"],
      samples.map(([source, flags]) => [`\`/${source}/${flags}\``, nativeUpTo(source, flags)]),
    ),
  ].join("\n\n");
}
