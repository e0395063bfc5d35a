import { expect, it } from "vitest";
import { report } from "../../src/diagnostics/report.ts";
import { sortDiagnostics } from "../../src/diagnostics/sort.ts";
import { toLineStarts, toSpan } from "../../src/diagnostics/span.ts";

const span = (start: number, end: number) => toSpan(toLineStarts("0123456789"), start, end);

it("sorts by place, then by code, and leaves the given list alone", () => {
  const whole = report("limit/nesting", undefined, { limit: 1 });
  const early = report("name/unknown", span(2, 3), { name: "a" });
  const sameElement = report("jsx/unknown-element", span(5, 6), { name: "x" });
  const sameName = report("name/unknown", span(5, 6), { name: "x" });
  const longer = report("name/unknown", span(5, 8), { name: "x" });
  const list = Object.freeze([longer, sameName, whole, sameElement, early]);
  expect(sortDiagnostics(list)).toEqual([whole, early, sameElement, sameName, longer]);
  expect(list[0]).toBe(longer);
});
