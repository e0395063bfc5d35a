import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { writePrograms } from "../../scripts/stored-programs.ts";
import { icons } from "../../src/icons.ts";
import { loadTemplate } from "../../src/index.ts";
import { toCardHead } from "../../src/workspace/insights/pieces.ts";
import { recordDetails, searchSummary } from "../../src/workspace/insights/stored-programs.ts";

it("keeps the panel's own views as they compile now (`npm run details` makes them)", () => {
  // Whole texts of this length tell a reader nothing.
  expect(writePrograms() === readFileSync("src/workspace/insights/stored-programs.ts", "utf8")).toBe(true);
});

it("stores programs that load as any other", () => {
  expect([recordDetails, searchSummary].map((text) => loadTemplate(JSON.parse(text)).program.name)).toEqual([
    "kview.record-details",
    "kview.search-summary",
  ]);
});

it("draws its own chevron as the icons do", () => {
  const head = JSON.stringify(toCardHead({ icon: "M0 0", title: "Card" } as Parameters<typeof toCardHead>[0]));
  expect(head).toContain(JSON.stringify(icons.get("chevron-down")));
});
