// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { readFixtures } from "./fixtures.ts";
import { checkInput, runTarget } from "./run-target.ts";
import { targets } from "./targets.ts";

// Dates of programs are local dates: those of the reference have to be in our default zone.
process.env.TZ = "UTC";

/** A few cases of each target, the same at every run; `npm run fuzz` runs others, for as long as it is told. */
const seed = 20_251_120;

describe.each(targets)("$name", (target) => {
  it(`${target.about} (sample)`, { timeout: 60_000 }, async () => {
    const { failure } = await runTarget(target, { seed, cases: target.sample });
    expect(failure).toBeUndefined();
  });

  const found = [...readFixtures(target)];
  it.runIf(found.length > 0).each(found)("what was found once: %s", { timeout: 20_000 }, async (_name, input) => {
    await checkInput(target, input);
  });
});
