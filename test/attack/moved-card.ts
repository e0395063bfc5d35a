import { expect } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createContext } from "../../src/index.ts";
import { type compileCard, type Outcome, runDom, runString } from "../support/card.ts";
import { expectNoExec, expectSafeHtml, expectSameTree } from "./oracles.ts";

type Input = Parameters<typeof createContext>[0];
type Card = ReturnType<typeof compileCard>["template"];

/** What ends the card that shows it, as it should: drawings in a text that is shown as markup, which repeat too much. */
const repeats = ({ code, message }: Diagnostic) => code === "limit/run" && /\bdrawings?\b/.test(message);

/**
 * Renders hostile data on both targets: the card stands, its HTML is safe, both trees are the same, the data what they were. A card may
 * fail where it is given what no child can be: `mayFail`.
 */
export async function expectHarmless(template: Card, input: Input, mayFail = false): Promise<Outcome> {
  const bag = createContext(input);
  const before = JSON.stringify(bag.names);
  const string = runString(template, bag);
  const dom = runDom(template, bag);
  for (const outcome of [string, dom]) {
    const errors = outcome.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.filter((error) => !repeats(error) && (!mayFail || error.code !== "run/throw"))).toEqual([]);
    expectSafeHtml(outcome);
  }
  // Error cards name a place, which depends on the order of evaluation. What elements hold was printed for the comparison, and a
  // parser makes one line break of two characters.
  const hasFailed = ({ diagnostics }: Outcome) => diagnostics.some((found) => found.code === "run/throw" || repeats(found));
  const failed = hasFailed(string);
  if (failed || dom.html.includes("\r")) expect(hasFailed(dom)).toBe(failed);
  else expectSameTree(string, dom);
  await expectNoExec();
  expect(JSON.stringify(bag.names)).toBe(before);
  return string;
}

/** Puts a list into pieces of a length. */
export function toChunks<T>(list: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, i) => list.slice(i * length, (i + 1) * length));
}
