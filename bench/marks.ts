import type { Found } from "./statistics.ts";

/** A number that has to be reached: what was measured, as parts name it, and the least or the most that it may be. */
export type Mark = {
  readonly measure: string;
  readonly found: string;
} & ({ readonly least: number } | { readonly most: number });

/** What speed is judged by, ratios all of them. */
export const marks: readonly Mark[] = [
  { measure: "order card, string: module engine with all guards ÷ hand-written", found: "order: module ÷ hand", least: 0.85 },
  { measure: "order card, string: closures with all guards ÷ hand-written", found: "order: closures ÷ hand", least: 0.6 },
  { measure: "timeline of 20 templates, 10,000 cards joined: module ÷ hand-written", found: "timeline: module ÷ hand", least: 0.85 },
  { measure: "timeline of 20 templates, 10,000 cards joined: closures ÷ hand-written", found: "timeline: closures ÷ hand", least: 0.6 },
  { measure: "order card: closures ÷ preact-render-to-string", found: "order: closures ÷ preact", least: 3.5 },
  { measure: "order card: closures ÷ react-dom/server", found: "order: closures ÷ react", least: 5 },
  { measure: "order card: closures ÷ react-jsx-parser", found: "order: closures ÷ jsx-parser", least: 100 },
  { measure: "order card: module engine ÷ eta", found: "order: module ÷ eta", least: 1 },
  { measure: "compile a template of 60 lines ÷ `@babel/parser` alone, time", found: "60 lines: compile ÷ parse", most: 2.5 },
  { measure: "compile and first card, fresh process ÷ sucrase + Preact, time", found: "cold: kview ÷ naive", most: 1 },
  { measure: "memory allocated for a card ÷ hand-written, order card", found: "memory, order: closures ÷ hand", most: 1.2 },
  { measure: "cards a second at 100,000 ÷ at 1,000", found: "growth: 100,000 ÷ 1,000", least: 0.9 },
  { measure: "DOM: mount 1,000 inert cards ÷ vanilla `cloneNode`, script time", found: "dom, inert: mount, kview ÷ vanilla", most: 1.2 },
  { measure: "DOM: update every tenth ÷ vanilla", found: "dom, inert: update, kview ÷ vanilla", most: 2 },
  {
    measure: "DOM: mount 1,000 cards with a live button each ÷ vanilla with a delegated listener",
    found: "dom, live: mount, kview ÷ vanilla",
    most: 1.3,
  },
  { measure: "DOM: live cards, mount ÷ Preact hand-written", found: "dom, live: mount, kview ÷ preact", most: 0.6 },
  { measure: "DOM: live cards, update ÷ Preact hand-written", found: "dom, live: update, kview ÷ preact", most: 0.6 },
];

/** Whether a mark is reached; `undefined` where nothing was measured. */
export function judgeMark(mark: Mark, found: Found | undefined): boolean | undefined {
  if (found === undefined || Number.isNaN(found.median)) return undefined;
  return "least" in mark ? found.median >= mark.least : found.median <= mark.most;
}
