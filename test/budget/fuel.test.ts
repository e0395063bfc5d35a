import { describe, expect, it } from "vitest";
import { budgetCases } from "./all-cases.ts";
import { isBounded } from "./bounded.ts";
import { hasSize, isLanguage, prepareCases } from "./run-case.ts";

const [small, large] = [128, 2_048];

// Counted, not timed: what works on sixteen times as much pays at least five times as much.
describe("fuel", { timeout: 60_000 }, () => {
  it("grows with the work of each call on something large, apart from those whose work is bounded", () => {
    const sized = budgetCases.filter((one) => hasSize(one) && !isBounded(one));
    const [few, many] = [small, large].map((n) => prepareCases(sized, n, () => 1));
    const found = sized.filter((one) => (many?.get(one)?.() ?? 0) < 5 * (few?.get(one)?.() ?? 1));
    expect(found.map(({ name }) => name)).toEqual([]);
    expect(sized.length).toBeGreaterThan(400);
  });

  it("is paid for each call, and for many operators in one turn", () => {
    const runs = prepareCases(budgetCases, 1, (one) => (isLanguage(one) ? 32 : 1));
    const free = budgetCases.filter((one) => (runs.get(one)?.() ?? 0) < 2);
    // Reads of names and members: a turn that holds many pays for its width.
    expect(free.map(({ name }) => name)).toEqual(["browser.document #2", "browser.window #1", "browser.navigator", "browser.location"]);
  });
});
