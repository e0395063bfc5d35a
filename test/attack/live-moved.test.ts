// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";
import { type AttackCase, attackClasses, readAttackCases } from "../support/attack-case.ts";
import { parseTree, textOf } from "../support/canonical.ts";
import { compileCard } from "../support/card.ts";
import { neighbourSource, setNeighbour } from "./live-neighbour.ts";
import { expectHarmless } from "./live-oracles.ts";
import { playLive } from "./live-play.ts";
import { isView, livePlaces, wrapView } from "./live-wrap.ts";

beforeAll(() => {
  setNeighbour(JSON.stringify(compileCard(neighbourSource).template.program));
});

/** These classes in every place; of all others, each case in one place, by turns. */
const everywhere: ReadonlySet<string> = new Set(["vnode-injection", "protocol-hooks", "isolation", "reflect-proxy", "this-and-globals"]);
const places = [...livePlaces.keys()];

const isMovable = ({ template, gen, dataGen, syntax }: AttackCase) =>
  gen === undefined && dataGen === undefined && syntax === "valid" && isView(template);

const cases = attackClasses.flatMap(readAttackCases).filter(isMovable);
const moved = cases.flatMap((one, i) =>
  (everywhere.has(one.class) ? places : [places[i % places.length] as string]).map((place) => ({ one, place })),
);

describe("attacks that are moved into a live card", () => {
  it("are most of those that there are", () => {
    expect(cases.filter((one) => everywhere.has(one.class)).length).toBeGreaterThanOrEqual(45);
    expect(moved.length).toBeGreaterThanOrEqual(550);
  });

  it.each(moved)("$one.id in $place", { timeout: 20_000 }, async ({ one, place }) => {
    const result = compile(wrapView(one.template, place));
    // What the compiler refuses, it refuses anywhere.
    if (!result.ok) return expect(compile(one.template).ok).toBe(false);
    const outcome = await playLive({
      id: one.id,
      program: JSON.stringify(result.template.program),
      data: one.data,
      acts: ["click button", "advance 10", "events", "update"],
      fuel: 100_000,
    });
    expectHarmless(outcome);
    const failed = outcome.codes.some((code) => code.startsWith("run/") || code.startsWith("limit/"));
    if (one.notText !== undefined && !failed) expect(textOf(parseTree(outcome.html.at(-1) ?? ""))).not.toMatch(new RegExp(one.notText));
  });

  it.each(places)("stand beside harmless ones that are shown in %s", async (place) => {
    const program = JSON.stringify(compileCard(wrapView("<b>{[3, 1, 2].sort().join() + customer.name}</b>", place)).template.program);
    const { html, faults } = await playLive({ id: place, program, acts: ["click button", "advance 10"] });
    expect(html.at(-1)).toContain("<b>1,2,3Ada</b>");
    expect(faults).toEqual([]);
  });
});
