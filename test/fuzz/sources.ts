import fc from "fast-check";
import { checkSource } from "./check-card.ts";
import { codeTokens, markupTokens, templates } from "./corpus.ts";
import { mutate } from "./mutations.ts";
import { defineTarget } from "./target.ts";

/** The templates of the fixtures with bytes changed: what no grammar would write. */
export const sources = defineTarget({
  name: "sources",
  about: "changed templates compile or say why not, and render as any",
  sample: 25,
  weight: 2,
  extension: "jsx",
  cuts: true,
  inputs: fc.oneof(mutate(templates, [...codeTokens, ...markupTokens], 6_000), mutate(templates, codeTokens, 6_000)),
  check: (source) =>
    checkSource(source, { resource: "customer", customer: { name: "Ada", custom: {} }, kobject: { title: "t", data: {} } }),
});
