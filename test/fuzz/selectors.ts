import { ok } from "node:assert/strict";
import { parse } from "css-tree";
import fc from "fast-check";
import { judgeSelectors } from "../../src/policy/css-selectors.ts";
import { judgeQuery } from "../../src/policy/query-selectors.ts";
import { cssTokens } from "./corpus.ts";
import { mutate, scramble } from "./mutations.ts";
import { defineTarget } from "./target.ts";

const env = { idPrefix: "kv" };
const root = '[data-kv-root="kv"]';
const seeds = [
  ".a",
  "#x > b",
  "p:not(.b):hover",
  ":is(a, b) + c",
  "[title='x' i]",
  "body .a ~ i",
  "*",
  ":root > div",
  "a:nth-child(2n + 1 of .b)",
  ".a, .b",
  ":has(> img)",
  "&:hover",
  ".dark .a",
  "input:checked",
  "svg|a",
  ".\\31 a",
];

/** Selectors of style sheets and of `querySelector`. */
export const selectors = defineTarget({
  name: "selectors",
  about: "judged selectors begin at the card's root and are selectors again",
  sample: 400,
  weight: 1,
  extension: "txt",
  cuts: true,
  inputs: fc.oneof(mutate(seeds, cssTokens, 400), scramble(cssTokens)),
  check: (input) => {
    const query = judgeQuery(input, env);
    if (query !== undefined && query.below !== "") {
      for (const one of query.below.split(/,(?=:scope)/)) ok(one.startsWith(":scope"), `not below the element: ${query.below}`);
      parse(query.below, { context: "selectorList" });
    }
    const { text } = judgeSelectors(input, { scope: root, env });
    if (text === "") return;
    for (const one of text.split(/,(?=\[data-kv-root)/)) ok(one.startsWith(root), `outside of the card: ${text}`);
  },
});
