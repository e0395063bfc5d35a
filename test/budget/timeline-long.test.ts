import { expect, it } from "vitest";
import { expectUnharmed, renderItems } from "./hostile-timeline.ts";

it("10,000 cards, one in ten hostile: all others come out the same, in time that grows with their number", {
  timeout: 300_000,
}, async () => {
  await renderItems(200, true);
  const few = await renderItems(1_000, true);
  const many = await expectUnharmed(10_000);
  // Ten times as much; what it would be if each card paid for those before it is a hundred times.
  expect(many.time / few.time).toBeLessThan(25);
});
