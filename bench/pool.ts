import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { renderToString } from "../src/html.ts";
import { type ContextInput, compile, createContext, type Template } from "../src/index.ts";
import { createLaunch } from "../src/pool/launch.ts";
import { toPoolSettings } from "../src/pool/options.ts";
import { ProcessPool } from "../src/pool/process-pool.ts";
import { shuffle } from "./interleave.ts";
import { createOrder } from "./order-data.ts";

// What a pool of two processes costs beside a loop in this one, and what it gains where cards are large: `npm run bench:pool`.

const warmup = 2;
const rounds = 20;
const batchSizes = [1, 8, 32, 128];
const child = resolve("dist/pool/child.js");

interface Card {
  readonly name: string;
  readonly template: Template;
  readonly toData: (n: number) => ContextInput;
  /** Cards of one round. */
  readonly count: number;
}

function toTemplate(source: string): Template {
  const result = compile(source);
  if (!result.ok) throw new Error("a card of the benchmark does not compile");
  return result.template;
}

const cards: readonly Card[] = [
  {
    name: "order card",
    template: toTemplate(readFileSync("bench/order-card.kview.jsx", "utf8")),
    toData: (n) => ({ resource: "kobject.order", ...createOrder(n) }),
    count: 2_000,
  },
  {
    name: "a year of days, counted and formatted",
    template: toTemplate(`
      const days = _.range(365).map((n) => moment(kobject.custom.startAt).add(n, "days"));
      const weeks = _.groupBy(days, (day) => day.format("w"));
      <div>{_.map(weeks, (week, name) => <p>{name}: {week.map((day) => day.format("ddd D MMM")).join(", ")}</p>)}</div>
    `),
    toData: (n) => ({ resource: "kobject.plan", kobject: { custom: { startAt: new Date(86_400_000 * n).toISOString() } } }),
    count: 6,
  },
];

/** Renders a round in this process and gives what was rendered, so that nothing may be left out. */
function renderHere({ template, toData, count }: Card): number {
  let length = 0;
  for (let n = 0; n < count; n++) length += renderToString(template, createContext(toData(n))).length;
  return length;
}

async function renderInPool(pool: ProcessPool, { template, toData, count }: Card): Promise<number> {
  let length = 0;
  function* give() {
    for (let n = 0; n < count; n++) yield { template, data: toData(n) };
  }
  for await (const result of pool.renderAll(give())) {
    if (!result.ok) throw new Error(`a card failed: ${result.reason}`);
    length += result.html.length;
  }
  return length;
}

/** The fastest round: three processes share the cores with whatever else runs, and what that takes from them is not theirs. */
async function measure(card: Card, pools: ReadonlyMap<number, ProcessPool>): Promise<ReadonlyMap<number, number>> {
  const works = new Map<number, () => number | Promise<number>>([[0, () => renderHere(card)]]);
  for (const [batchSize, pool] of pools) works.set(batchSize, () => renderInPool(pool, card));
  const expected = renderHere(card);
  const samples = new Map([...works.keys()].map((key) => [key, [] as number[]]));
  for (let round = -warmup; round < rounds; round++) {
    for (const [key, work] of shuffle([...works])) {
      const start = performance.now();
      if ((await work()) !== expected) throw new Error("the cards differ");
      if (round >= 0) samples.get(key)?.push(((performance.now() - start) * 1_000) / card.count);
    }
  }
  return new Map([...samples].map(([key, values]) => [key, Math.min(...values)]));
}

const pools = new Map(
  batchSizes.map((batchSize) => {
    const settings = toPoolSettings({ size: 2, batchSize });
    return [batchSize, new ProcessPool(settings, createLaunch(settings, child))];
  }),
);
console.log(`Node ${process.version}; the fastest of ${rounds} rounds, in turns and shuffled; a pool of 2 processes.`);
console.log("Cards a second, as a multiple of a loop in one process that makes the bag and renders.\n");
console.log(`| card | ${batchSizes.map((size) => `batches of ${size}`).join(" | ")} |\n| --- |${batchSizes.map(() => " ---: |").join("")}`);
for (const card of cards) {
  const micros = await measure(card, pools);
  const here = micros.get(0) ?? Number.NaN;
  console.log(`| ${card.name} | ${batchSizes.map((size) => (here / (micros.get(size) ?? Number.NaN)).toFixed(2)).join(" | ")} |`);
  console.log(
    `<!-- for orientation: ${here.toFixed(1)} µs a card here, ${(micros.get(32) ?? Number.NaN).toFixed(1)} µs in batches of 32 -->`,
  );
}
await Promise.all([...pools.values()].map((pool) => pool.close()));
