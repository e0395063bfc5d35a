import { equal } from "node:assert/strict";
import { runCandidate } from "../support/language/candidate.ts";
import { programs } from "../support/language/grammar.ts";
import { runReference } from "../support/language/reference.ts";
import { defineTarget } from "./target.ts";

/** Programs of the whole language: the same value, the same kind of exception, the same effects in the same order. */
export const language = defineTarget({
  name: "language",
  about: "programs do what the real engine does",
  sample: 120,
  weight: 3,
  extension: "js",
  inputs: programs,
  check: async (source) => {
    const expected = await runReference(source, "strict");
    const found = await runCandidate(source);
    equal([...found.log, `ends: ${found.end}`].join("\n"), [...expected.log, `ends: ${expected.end}`].join("\n"));
  },
});
