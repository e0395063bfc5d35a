import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileCard } from "../support/card.ts";
import { createOracleRealm } from "../support/oracle/realm.ts";
import { findUnexpected } from "./expect-step.ts";
import { createKViewStage } from "./kview-stage.ts";
import { play } from "./play.ts";
import { createReactStage } from "./react-stage.ts";
import type { InteractionCase } from "./read-cases.ts";
import type { StepOutcome } from "./run-steps.ts";
import type { Stage } from "./stage.ts";
import { toReactCode } from "./to-react-code.ts";

const realm = createOracleRealm();

/** What React can't show, and does not know how to be asked about. */
const stay = (event: globalThis.Event) => event.preventDefault();
// Our cards tell the time in UTC unless the host says otherwise; the oracle by the machine's zone.
process.env.TZ = "UTC";

/** Plays cases by us and by React: both do what the steps expect, and show the same after each. */
export function comparePlays(cases: readonly InteractionCase[]): void {
  beforeAll(() => window.addEventListener("error", stay));
  afterAll(() => window.removeEventListener("error", stay));

  describe.each(cases)("$name", { timeout: 60_000 }, (one) => {
    const theirs = once(() => playReact(one));
    const ours = once(() => playKView(one));

    if (one.options.oracle !== false) {
      it("does in React what its steps expect", async () => {
        expect(findFaults(await theirs())).toEqual([]);
      });
    }

    it("does what its steps expect", async () => {
      expect(findFaults(await ours())).toEqual([]);
    });

    if (one.options.oracle !== false) {
      it("shows what React shows, after each step", async () => {
        const trees = (await ours()).map(({ tree }) => tree);
        for (const [index, { step, tree }] of (await theirs()).entries()) expect(`${step}\n${trees[index]}`).toBe(`${step}\n${tree}`);
      });
    }
  });
}

/** Plays at the first test that asks. */
function once<T>(run: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= run());
}

function playReact({ source, data, host, steps }: InteractionCase): Promise<readonly StepOutcome[]> {
  return play((element) => createReactStage({ code: toReactCode(source), data, host, realm }, element), steps);
}

async function playKView({ source, data, host, steps }: InteractionCase): Promise<readonly StepOutcome[]> {
  let stage: Stage | undefined;
  const create = (element: HTMLElement) => (stage = createKViewStage({ template: compileCard(source).template, data, host }, element));
  const outcomes = await play(create, steps);
  const unexpected = stage === undefined ? [] : findUnexpected(stage, steps);
  return [...outcomes, ...unexpected.map((fault) => ({ step: "reported, and not expected", tree: "", fault }))];
}

function findFaults(outcomes: readonly StepOutcome[]): readonly string[] {
  return outcomes.flatMap(({ step, fault, tree }) => (fault === undefined ? [] : [`${step}: ${fault}\n${tree}`]));
}
