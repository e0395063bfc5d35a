import { checkSame } from "../check-same.ts";
import { flatten, type Render } from "../consume.ts";
import { engines } from "../engines/engines.ts";
import { runSeveral } from "../fresh.ts";
import { shuffle } from "../interleave.ts";
import type { Part } from "../report.ts";
import { type Measurement, median, summariseNumber, summariseRatio } from "../statistics.ts";
import type { WorkName } from "../works.ts";
import { growth } from "./growth.ts";

const processes = 3;

/** A young generation so large that a sample fits many times: what is allocated is counted before any of it is collected. */
const flags = ["--max-semi-space-size=256", "--min-semi-space-size=256"];

const measured: readonly (readonly [work: WorkName, title: string])[] = [
  ["order", "Memory allocated for an order card"],
  ["timeline", "Memory allocated for a card of the timeline"],
];
const names = ["hand", "closures", "module", "preact", "naive"];

const warmup = 3_000;
const rounds = 60;
/** Cards of one sample. */
const cards = 200;

/** Measures bytes allocated for a card. Nothing is collected by force; samples in which the collector ran by itself are left out. */
export function measureMemory(work: WorkName): Measurement {
  const renders = new Map(
    engines.flatMap(({ name, renders: made }) => {
      const create = made[work];
      return names.includes(name) && create !== undefined ? [[name, create()] as const] : [];
    }),
  );
  checkSame(work, renders, 20);
  for (const render of renders.values()) renderMany(render, warmup);
  const samples = new Map([...renders.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, render] of shuffle([...renders])) {
      const before = process.memoryUsage().heapUsed;
      renderMany(render, cards);
      const bytes = (process.memoryUsage().heapUsed - before) / cards;
      if (bytes > 0) samples.get(name)?.push(bytes);
    }
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, median(values)]));
}

function renderMany(render: Render, count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += flatten(render(n));
  return sum;
}

/** Bytes allocated for a card; and time and memory of a card as there are more of them, or more in it. */
export const memory: Part = {
  name: "memory",
  title: "Memory and growth",
  run: () => {
    const reports = measured.map(([work, title]) => {
      const runs = runSeveral<Measurement>(processes, "measure-memory", [work], flags);
      const shown = engines.filter(({ name }) => runs.some((run) => run[name] !== undefined));
      const ratio = (name: string) => (name === "hand" ? undefined : summariseRatio(runs, name, "hand"));
      const rows = shown.map(({ name, title: engine }) => [engine, ratio(name), summariseNumber(runs, name)?.median]);
      const found = Object.fromEntries(shown.map(({ name }) => [`memory, ${work}: ${name} ÷ hand`, ratio(name)]));
      return { tables: [{ title, head: ["engine", "bytes ÷ by hand", "bytes"], rows }], found };
    });
    const grown = growth();
    return {
      tables: [...reports.flatMap(({ tables }) => tables), ...grown.tables],
      found: Object.assign({}, ...reports.map(({ found }) => found), grown.found),
    };
  },
};
