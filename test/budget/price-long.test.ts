import { expect, it } from "vitest";
import { measureCases } from "./measure.ts";

/** Times a plain loop's time for a unit, and bytes for a unit. */
const [slowest, largest] = [15, 1_024];

it("no unit of fuel buys much more than another, for small inputs and large ones", { timeout: 1_800_000 }, () => {
  const dear: string[] = [];
  for (const { one, prices } of measureCases(/./)) {
    for (const { n, time, bytes } of prices)
      if (time > slowest || bytes > largest)
        dear.push(`${one.name} (${one.source}) at ${n}: ${time.toFixed(1)} times, ${bytes.toFixed(0)} bytes`);
  }
  expect(dear).toEqual([]);
});
