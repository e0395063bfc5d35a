import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runCandidate } from "../support/language/candidate.ts";
import { programs } from "../support/language/grammar.ts";
import { runReference } from "../support/language/reference.ts";

/** `npm run fuzz` asks for more runs, each time other ones; `KVIEW_FUZZ_SEED` repeats one of them. */
const runs = Number(process.env["KVIEW_FUZZ_RUNS"] ?? 400);
const long = process.env["KVIEW_FUZZ_RUNS"] !== undefined;
const seed = Number(process.env["KVIEW_FUZZ_SEED"] ?? (long ? Date.now() % 0x7fffffff : 20_251_120));

describe("generated programs", () => {
  it(
    `do what the real engine says (seed ${seed})`,
    async () => {
      await fc.assert(
        fc.asyncProperty(programs, async (source) => {
          const expected = await runReference(source, "strict");
          expect(await runCandidate(source), source).toEqual(expected);
        }),
        { numRuns: runs, seed },
      );
    },
    long ? 3_700_000 : 60_000,
  );
});
