// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { comparePlays } from "./compare-plays.ts";
import { readInteractionCases } from "./read-cases.ts";

const cases = readInteractionCases();
// Whole cards take minutes: they are played by `wild-steps.test.ts`.
const small = cases.filter(({ name }) => !name.startsWith("wild/"));

comparePlays(small);

describe("the collection", () => {
  it("holds enough cases", () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
  });

  it("says why a case has no oracle", () => {
    const silent = cases.filter(({ options }) => (options.oracle === false) !== (options.reason !== undefined));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it("expects something after each mounting", () => {
    const idle = cases.filter(({ steps }) => !steps.some((step) => step.do.startsWith("expect-")));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});
