// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from "vitest";
import { compileCard } from "../support/card.ts";
import { type LiveCase, liveClasses, readLiveCases } from "../support/live-attack-case.ts";
import { neighbourSource, setNeighbour } from "./live-neighbour.ts";
import { expectHarmless, expectNamed } from "./live-oracles.ts";
import { playLive } from "./live-play.ts";

const play = ({ template, ...one }: LiveCase) => playLive({ ...one, program: JSON.stringify(compileCard(template).template.program) });

beforeAll(() => {
  setNeighbour(JSON.stringify(compileCard(neighbourSource).template.program));
  globalThis.reportError ??= () => {};
});

describe.each(liveClasses)("%s", (name) => {
  for (const one of readLiveCases(name)) {
    if (one.browser) continue;
    it(`${one.id}: ${one.must}`, { timeout: 20_000 }, async () => {
      const outcome = await play(one);
      expectNamed(one, outcome);
      expectHarmless(outcome);
      if (one.kind === "benign")
        expect(outcome.codes.filter((code) => /^(limit|run)\/(?!handler)/.test(code) && one.fuel === undefined)).toEqual([]);
    });
  }
});

describe("the collection", () => {
  const cases = liveClasses.flatMap(readLiveCases);

  it("holds every case once, and legitimate uses next to each class", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.filter(({ kind }) => kind === "attack").length).toBeGreaterThanOrEqual(190);
    for (const name of liveClasses) {
      const benign = readLiveCases(name).filter(({ kind }) => kind === "benign");
      expect(benign.length, name).toBeGreaterThanOrEqual(3);
      expect(benign.every(({ text, logs, html, calls }) => (text ?? logs ?? html ?? calls) !== undefined)).toBe(true);
    }
  });
});
