import { readFileSync } from "node:fs";
import { createContext } from "../../src/index.ts";
import { cards } from "../cards/cards.ts";
import { consumeCards } from "../consume.ts";
import { loaders, type OwnName } from "../engines/own.ts";
import { runSeveral } from "../fresh.ts";
import { interleave, type Work } from "../interleave.ts";
import type { Table } from "../report.ts";
import { type Measurement, summariseNumber, summariseRatio } from "../statistics.ts";

const processes = 3;
const records = 100;
const own = Object.keys(loaders) as OwnName[];

/** Times each template of the timeline by itself: microseconds a card by `<engine> <template>`. */
export function measureTemplates(): Measurement {
  const found: Record<string, number> = {};
  for (const { name, create, byHand } of cards) {
    const source = readFileSync(`bench/cards/${name}.kview.jsx`, "utf8");
    const all = Array.from({ length: records }, (_, n) => create(n));
    const bags = all.map((one) => createContext({ resource: "kobject.card", ...one }));
    const works = new Map<string, Work>([["hand", consumeCards((n) => byHand(all[n % records] as (typeof all)[number]))]]);
    for (const engine of own) {
      const render = loaders[engine](source);
      works.set(
        engine,
        consumeCards((n) => render(bags[n % records] as (typeof bags)[number])),
      );
    }
    for (const [engine, micros] of interleave(works, { warmup: 400, span: 200 }).micros) found[`${engine} ${name}`] = micros;
  }
  return found;
}

/** Says which templates of the timeline are far from what is written by hand. */
export function reportTemplates(): Table {
  const runs = runSeveral<Measurement>(processes, "measure-templates");
  const rows = cards.map(({ name }) => [
    name,
    ...own.map((engine) => summariseRatio(runs, `hand ${name}`, `${engine} ${name}`)),
    summariseNumber(runs, `hand ${name}`)?.median,
  ]);
  return {
    title: "Templates of the timeline, each by itself",
    head: ["template", ...own.map((engine) => `${engine}, speed ÷ by hand`), "µs by hand"],
    rows,
  };
}
