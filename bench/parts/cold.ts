import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { compile } from "../../src/index.ts";
import { toCanonical } from "../../test/support/canonical.ts";
import { renderByHand } from "../engines/order-by-hand.ts";
import { shuffle } from "../interleave.ts";
import { createOrder } from "../order-data.ts";
import type { Report } from "../report.ts";
import { type Measurement, median, summarise } from "../statistics.ts";

/** Processes of each way to start, in turns. */
const rounds = 15;
const file = "bench/order-card.kview.jsx";
const ways = ["kview", "kview, stored program", "naive"] as const;
type Way = (typeof ways)[number];

/** Milliseconds of each start: what is loaded, the first card compiled and rendered, both. */
type Starts = Readonly<Record<Way, readonly Measurement[]>>;

/** Starts fresh processes in turns, each with its first order card, from what `npm run build` made. */
export function measureColdStarts(): Starts {
  const starts: Record<Way, Measurement[]> = { kview: [], "kview, stored program": [], naive: [] };
  const records = createOrder(1);
  const expected = toCanonical(renderByHand(records));
  const result = compile(readFileSync(file, "utf8"));
  const stored = { program: result.ok ? result.template.program : undefined, records };
  for (let round = -1; round < rounds; round++) {
    for (const way of shuffle([...ways])) {
      const given = JSON.stringify(way === "kview, stored program" ? stored : records);
      const { status, stdout } = spawnSync(process.execPath, ["bench/cold-start.js", way, file, given], {
        encoding: "utf8",
        env: { ...process.env, NODE_ENV: "production" },
        stdio: ["ignore", "pipe", "inherit"],
      });
      if (status !== 0) throw new Error(`the cold start of ${way} ended with ${status}`);
      const { html, ...start } = JSON.parse(stdout) as {
        readonly html: string;
        readonly load: number;
        readonly first: number;
        readonly total: number;
      };
      if (toCanonical(html) !== expected) throw new Error(`${way} gives another card`);
      // The first round reads files that no cache has.
      if (round >= 0) starts[way].push(start);
    }
  }
  return starts;
}

/** Sums cold starts up: time as a multiple of sucrase and Preact, round by round. */
export function cold(starts: Starts): Report {
  const ratio = (way: Way, what: string) =>
    summarise(starts[way].map((start, round) => (start[what] ?? Number.NaN) / (starts.naive[round]?.[what] ?? Number.NaN)));
  const time = (way: Way, what: string) => median(starts[way].map((start) => start[what] ?? Number.NaN));
  const rows = ways.map((way) => [
    way === "naive" ? "sucrase + new Function + preact-render-to-string" : way,
    ...(way === "naive" ? [undefined, undefined] : [ratio(way, "first"), ratio(way, "total")]),
    time(way, "load"),
    time(way, "first"),
  ]);
  const head = [
    "cold start, order card",
    "compile and first card ÷ sucrase + Preact",
    "with loading ÷ sucrase + Preact",
    "ms to load",
    "ms to the first card",
  ];
  return {
    tables: [
      {
        title: "Cold start",
        head,
        rows,
        note: `Time of the processor; median of ${rounds} fresh processes each, with the least and the most.`,
      },
    ],
    found: { "cold: kview ÷ naive": ratio("kview", "first"), "cold, with loading: kview ÷ naive": ratio("kview", "total") },
  };
}
