import { deepEqual } from "node:assert/strict";
import fc from "fast-check";
import { judgeRegExp, regexFlags } from "../../src/policy/regex.ts";
import { evaluate } from "../support/evaluate.ts";
import { mutate, scramble } from "./mutations.ts";
import { defineTarget } from "./target.ts";

const seeds = [
  "(a*)*b",
  "(a|aa)+$",
  "^(\\d+)-(?<y>\\w+)$",
  "[^a-c\\]]{2,3}?",
  "(?=a)(?!b)(?<=c)(?<!d)",
  "\\bx\\B",
  "(.)\\1",
  "\\k<n>(?<n>a)",
  "\\u{61}\\x62\\cA\\0",
  "[\\d\\s\\W-z]",
  "a||b",
  "(?:)",
  "\\p{L}+",
  "^$",
  "a{,3}{",
  "([a-z]+)+@",
];
const tokens =
  "a b ab | * + ? *? +? {2} {1,} {0,3} ( ) (?: (?= (?! (?<= (?<! (?<n> \\1 \\k<n> [ ] [^ ^ $ . \\d \\W \\s \\b \\B \\u{1F600} \\p{Lu} - \\ / 😀 é".split(
    " ",
  );
const letters = fc.constantFrom("a", "b", "ab", "c", "1", "-", " ", "\n", "😀", "é", "A", "x", "@", "");

/** Sources of regular expressions: a card finds what the language finds, or says that the expression is too dear. */
export const regexes = defineTarget({
  name: "regexes",
  about: "regular expressions of cards match what the real engine matches",
  sample: 80,
  weight: 1,
  extension: "json",
  inputs: fc.tuple(
    fc.oneof(mutate(seeds, tokens, 60), scramble(tokens, 8)),
    fc.subarray([...regexFlags]).map((flags) => flags.join("")),
    // Short: the real engine has no budget, and tries all that there is.
    fc.array(letters, { maxLength: 9 }).map((parts) => parts.join("")),
  ),
  check: ([source, flags, text]) => {
    if (!judgeRegExp(source, flags).ok) return;
    const expected: unknown[] = [];
    const regex = new RegExp(source, flags);
    for (let turn = 0; turn < 3; turn++) {
      const match = regex.exec(text);
      expected.push(
        match === null ? null : [[...match], match.index, match.groups === undefined ? null : Object.entries(match.groups)],
        regex.lastIndex,
      );
    }
    const found = evaluate(
      `const out = []; const r = new RegExp(context.source, context.flags);
      for (let i = 0; i < 3; i++) { const m = r.exec(context.text); out.push(m && [[...m], m.index, m.groups ? Object.entries(m.groups) : null], r.lastIndex); } out;`,
      { context: { source, flags, text } },
    );
    if (!found.ok && found.error.kind === "LimitError") return;
    deepEqual(found.ok ? found.value : found.error, expected);
  },
});
