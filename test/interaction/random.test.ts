// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileCard } from "../support/card.ts";
import { createOracleRealm } from "../support/oracle/realm.ts";
import { createKViewStage } from "./kview-stage.ts";
import { play } from "./play.ts";
import { chooseSteps, createRandom } from "./random-steps.ts";
import { createReactStage } from "./react-stage.ts";
import { readInteractionCases } from "./read-cases.ts";
import type { Step } from "./step.ts";
import { toReactCode } from "./to-react-code.ts";

const realm = createOracleRealm();

// Every case by chance: React plays first and chooses, and we do the same. `KVIEW_FUZZ_RUNS=2000` plays for longer, from another `KVIEW_FUZZ_SEED`.
const runs = Number(process.env.KVIEW_FUZZ_RUNS ?? 24);
const firstSeed = Number(process.env.KVIEW_FUZZ_SEED ?? 1);
// Left out are cards with a sheet, which stands in another place on each side, and places are what elements are found by; cards that count
// how often they render, for React begins renders that it then drops; and whole cards, which wild.test.ts plays.
const cases = readInteractionCases().filter(
  ({ name, options, source }) => options.oracle !== false && !/<style|renders|'render /.test(source) && !name.startsWith("wild/"),
);
const seeds = Array.from({ length: runs }, (_, index) => firstSeed + index);
const caseOf = (seed: number) => cases[(seed * 31) % cases.length] as (typeof cases)[number];
const stay = (event: globalThis.Event) => event.preventDefault();
process.env.TZ = "UTC";

beforeAll(() => window.addEventListener("error", stay));
afterAll(() => window.removeEventListener("error", stay));

describe("played by chance", () => {
  it.each(seeds.map((seed) => [seed, caseOf(seed).name] as const))("seed %i: %s shows what React shows", async (seed) => {
    const { source, data, host } = caseOf(seed);
    const chosen: Step[] = [];
    const choose = function* (stage: Parameters<typeof chooseSteps>[0]) {
      for (const step of chooseSteps(stage, createRandom(seed), Object.keys(data), 15)) {
        chosen.push(step);
        yield step;
      }
    };
    const theirs = await play((element) => createReactStage({ code: toReactCode(source), data, host, realm }, element), choose);
    const ours = await play((element) => createKViewStage({ template: compileCard(source).template, data, host }, element), chosen);
    for (const [index, { step, tree }] of theirs.entries()) {
      // React takes a card that failed out of the page; what we show then is our own affair.
      if (tree === "" && theirs.at(-1)?.fault !== undefined) break;
      expect(`${step}\n${ours[index]?.tree}`).toBe(`${step}\n${tree}`);
    }
    expect(ours.at(-1)?.fault).toBeUndefined();
  });
});
