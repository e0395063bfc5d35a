import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";
import { neighbourSource } from "../attack/live-neighbour.ts";
import { expectHarmless, expectNamed } from "../attack/live-oracles.ts";
import type { LiveOutcome, LivePlay } from "../attack/live-play.ts";
import { isView, livePlaces, wrapView } from "../attack/live-wrap.ts";
import { readAttackCases } from "../support/attack-case.ts";
import { compileCard } from "../support/card.ts";
import { liveClasses, readLiveCases } from "../support/live-attack-case.ts";
import type { LiveAttackApi } from "./live-attack.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";

type Global = { readonly kviewLiveAttack: LiveAttackApi };

const movedClasses = ["vnode-injection", "protocol-hooks", "isolation", "reflect-proxy", "this-and-globals"];
const toProgram = (source: string) => JSON.stringify(compileCard(source).template.program);

/** Plays of the attacks of a class, moved into each place of a live card that can hold them. */
const toMoved = (name: string): readonly LivePlay[] =>
  readAttackCases(name)
    .filter(({ template, gen, dataGen, syntax }) => gen === undefined && dataGen === undefined && syntax === "valid" && isView(template))
    .flatMap(({ id, template, data }) =>
      [...livePlaces.keys()].flatMap((place): LivePlay[] => {
        const result = compile(wrapView(template, place));
        const acts = ["click button", "advance 10", "update"];
        return result.ok ? [{ id: `${id} in ${place}`, program: JSON.stringify(result.template.program), data, acts, fuel: 100_000 }] : [];
      }),
    );

describe.skipIf(!hasChromium)("hostile live cards in Chromium", { timeout: 120_000 }, () => {
  let open: OpenPage;

  beforeAll(async () => {
    open = await openPage("live-attack.ts");
    await open.page.evaluate((json) => (globalThis as unknown as Global).kviewLiveAttack.setNeighbour(json), toProgram(neighbourSource));
  }, 120_000);

  afterAll(() => open?.close());

  const play = (plays: readonly LivePlay[]): Promise<readonly LiveOutcome[]> =>
    open.page.evaluate((all) => (globalThis as unknown as Global).kviewLiveAttack.play(all), plays);

  /** What the page did that only somebody outside of it sees. */
  const expectQuiet = () => {
    // Pictures of the page's own server are the card's to show.
    const requests = open.requests.splice(0).filter((request) => !request.startsWith(`GET image ${open.origin}/`));
    const heard = [...requests, ...[open.navigations, open.dialogs, open.errors].flatMap((list) => list.splice(0))];
    expect(heard, heard.join("; ")).toEqual([]);
  };

  describe.each(liveClasses)("%s", (name) => {
    it.each(readLiveCases(name))("$id: $must", async (one) => {
      const { template, ...rest } = one;
      const [outcome] = await play([{ ...rest, program: toProgram(template) }]);
      expectNamed(one, outcome as LiveOutcome);
      expectHarmless(outcome as LiveOutcome);
      expectQuiet();
    });
  });

  it.each(movedClasses)("%s holds in every place of a live card", async (name) => {
    const plays = toMoved(name);
    const outcomes = await play(plays);
    expect(plays.length).toBeGreaterThanOrEqual(30);
    for (const [i, outcome] of outcomes.entries()) {
      expect(outcome.faults, plays[i]?.id).toEqual([]);
      expectHarmless(outcome);
    }
    expectQuiet();
  });
});
