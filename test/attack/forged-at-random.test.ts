import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, createContext, loadTemplate } from "../../src/index.ts";
import { runString } from "../support/card.ts";
import { snapshotPrototypes } from "./oracles.ts";
import { findUnsafe } from "./safe-html.ts";

type Json = Record<string, unknown>;

const runs = Number(process.env.KVIEW_FUZZ_RUNS ?? 1_500);
const root = `${import.meta.dirname}/../../fixtures`;

const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => /^(program|render)\b.*\.jsx?$/.test(path))
  .filter((_path, index) => index % 6 === 0);

const names = "__proto__ constructor raw window React props then onclick style id href dangerouslySetInnerHTML script iframe $0".split(" ");

/** Numbers below a bound, the same ones in every run. */
function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function nodesOf(value: unknown): readonly Json[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return typeof (value as Json).kind === "string" ? [value as Json, ...inner] : inner;
}

/** Changes a program as somebody would who knows its form: other names and numbers, nodes of others, other places of variables. */
function forge(program: Json, donors: readonly Json[], dice: (below: number) => number): void {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const nodes = nodesOf(program.script);
  for (let left = 1 + dice(2); left > 0; left--) {
    const node = pick(nodes);
    const key = pick(Object.keys(node).filter((name) => name !== "span"));
    const value = node[key];
    const kin = dice(4) === 0 ? donors : donors.filter(({ kind }) => kind === node.kind);
    const donor = structuredClone(pick(kin.length === 0 ? donors : kin));
    if (dice(5) === 0) {
      const binding = pick(program.bindings as readonly Json[]);
      if (binding !== undefined)
        Object.assign(binding, pick([{ slot: dice(6) }, { owner: dice(6) }, { checked: binding.checked !== true }]));
      if (dice(3) === 0) program.frames = (program.frames as number[]).map((size) => (dice(2) === 0 ? size : dice(8)));
    } else if (typeof value === "string") node[key] = pick(names);
    else if (typeof value === "number") node[key] = pick([0, 1, 2, 3, 9, -1, 1e9, 0.5]);
    else if (typeof value === "boolean") node[key] = !value;
    else if (Array.isArray(value)) value.push(donor);
    else node[key] = donor.kind === node.kind ? donor[key] : donor;
  }
}

describe("programs forged at random", () => {
  it("are refused by a TypeError when they are loaded, or give a card like any other", { timeout: 60_000 }, () => {
    const expectUnchanged = snapshotPrototypes();
    const programs = sources.flatMap((path) => {
      const result = compile(readFileSync(`${root}/${path}`, "utf8"));
      return result.ok ? [JSON.stringify(result.template.program)] : [];
    });
    const dice = createDice(20_261_120);
    const donors = programs.flatMap((text) => nodesOf((JSON.parse(text) as Json).script).slice(0, 40));
    const bag = createContext({ resource: "customer", customer: { id: "1", name: "Ada", list: [3, 1, 2] } });
    let shown = 0;
    for (let run = 0; run < runs; run++) {
      const program = JSON.parse(programs[dice(programs.length)] as string) as Json;
      forge(program, donors, dice);
      let template: ReturnType<typeof loadTemplate>;
      try {
        template = loadTemplate(program);
      } catch (error) {
        expect(error, `run ${run}`).toBeInstanceOf(TypeError);
        continue;
      }
      shown++;
      const { html } = runString(template, bag, { limits: { fuel: 50_000 } });
      expect(findUnsafe(html), `run ${run}`).toEqual([]);
    }
    expectUnchanged();
    expect(shown).toBeGreaterThan(runs / 4);
  });
});
