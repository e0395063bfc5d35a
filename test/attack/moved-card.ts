import { expect } from "vitest";
import { createContext } from "../../src/index.ts";
import { type compileCard, type Outcome, runDom, runString } from "../support/card.ts";
import { expectNoExec, expectSafeHtml, expectSameTree } from "./oracles.ts";

type Input = Parameters<typeof createContext>[0];
type Card = ReturnType<typeof compileCard>["template"];

/**
 * Renders hostile data on both targets: the card stands, its HTML is safe, both trees are the same, the data what they were. A card may fail where it is given
 * what no child can be: `mayFail`.
 */
export async function expectHarmless(template: Card, input: Input, mayFail = false): Promise<Outcome> {
  const bag = createContext(input);
  const before = JSON.stringify(bag.names);
  const string = runString(template, bag);
  const dom = runDom(template, bag);
  for (const outcome of [string, dom]) {
    const errors = outcome.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.filter(({ code }) => !mayFail || code !== "run/throw")).toEqual([]);
    expectSafeHtml(outcome);
  }
  // Error cards name a place, which depends on the order of evaluation. What elements hold was printed for the comparison, and a
  // parser makes one line break of two characters.
  const failed = string.diagnostics.some(({ code }) => code === "run/throw");
  if (failed || dom.html.includes("\r")) expect(dom.diagnostics.some(({ code }) => code === "run/throw")).toBe(failed);
  else expectSameTree(string, dom);
  await expectNoExec();
  expect(JSON.stringify(bag.names)).toBe(before);
  return string;
}

/** Puts a list into pieces of a length. */
export function toChunks<T>(list: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, i) => list.slice(i * length, (i + 1) * length));
}
