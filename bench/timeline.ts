import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RenderOptions, renderTimeline, renderToString, type TimelineItem, type TimelineOptions } from "../src/html.ts";
import { icons } from "../src/icons.ts";
import { createContext } from "../src/index.ts";
import { flatten } from "./consume.ts";
import { playRole, runFresh } from "./fresh.ts";
import { median } from "./statistics.ts";
import { createBenchItem, createBenchViews } from "./timeline-items.ts";

// Streams a timeline of mixed items to a file: memory above the data, growth of the time for a card with their number, and what the
// timeline costs beside rendering its cards one by one. Each number comes from a process of its own.

const views = createBenchViews();
const cardOptions: RenderOptions = { timeZone: "Europe/Stockholm", now: "2026-10-14T09:30:00Z" };
const onDiagnostic: NonNullable<TimelineOptions["onDiagnostic"]> = ({ severity, message }, { item }) => {
  if (severity === "error") throw new Error(`${item}: ${message}`);
};
const options: TimelineOptions = { ...cardOptions, views, icons, onDiagnostic };
const mebi = 1024 * 1024;

interface Run {
  readonly micros: number;
  readonly dataHeap: number;
  readonly heap: number;
  readonly rss: number;
  readonly bytes: number;
  readonly longest: number;
}

function* generate(count: number): Generator<TimelineItem> {
  for (let n = 0; n < count; n++) yield createBenchItem(n);
}

/** Streams to a file that takes its time, as a socket does, and watches memory and turns of the event loop. */
async function stream(count: number, held: boolean): Promise<Run> {
  for await (const _ of renderTimeline(generate(4_000), options));
  const empty = measure().heapUsed;
  const items = held ? Array.from({ length: count }, (_, n) => createBenchItem(n)) : generate(count);
  const { heapUsed, rss } = measure();
  const folder = mkdtempSync(join(tmpdir(), "kview-bench-"));
  const file = join(folder, "timeline.html");
  try {
    const out = createWriteStream(file);
    const peak = { heap: 0, rss: 0 };
    const watch = watchTurns();
    const spent = watchProcessor();
    for await (const chunk of renderTimeline(items, options)) {
      if (!out.write(chunk)) await once(out, "drain");
      const now = process.memoryUsage();
      peak.heap = Math.max(peak.heap, now.heapUsed - heapUsed);
      peak.rss = Math.max(peak.rss, now.rss - rss);
    }
    const micros = spent() / count;
    out.end();
    await once(out, "close");
    return { micros, dataHeap: heapUsed - empty, ...peak, bytes: statSync(file).size, longest: watch() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Gives what says how many microseconds the processor worked for us since: others on the machine do not count. */
function watchProcessor(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
}

/** Memory after garbage was collected. */
function measure(): NodeJS.MemoryUsage {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage();
}

/** Watches how long others have to wait for their turn. Gives what ends it and says the longest wait, in milliseconds of the processor. */
function watchTurns(): () => number {
  let longest = 0;
  let spent = watchProcessor();
  let on = true;
  const turn = () => {
    longest = Math.max(longest, spent());
    spent = watchProcessor();
    if (on) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    on = false;
    return longest / 1_000;
  };
}

/** Times the timeline and a loop over its cards in turns, without a file. */
async function compare(count: number): Promise<{ readonly timeline: number; readonly loop: number; readonly cards: number }> {
  const items = Array.from({ length: count }, (_, n) => createBenchItem(n));
  const works: Readonly<Record<"timeline" | "loop" | "cards", () => Promise<number> | number>> = {
    timeline: async () => {
      let length = 0;
      for await (const chunk of renderTimeline(items, options)) length += flatten(chunk);
      return length;
    },
    loop: () => loop(items),
    cards: () => renderBags(items),
  };
  const samples = { timeline: [] as number[], loop: [] as number[], cards: [] as number[] };
  for (let round = 0; round < 10; round++)
    for (const name of ["timeline", "loop", "cards"] as const) {
      const spent = watchProcessor();
      if ((await works[name]()) === 0) throw new Error("nothing was rendered");
      // The first rounds warm up.
      if (round > 1) samples[name].push(spent() / count);
    }
  return { timeline: median(samples.timeline), loop: median(samples.loop), cards: median(samples.cards) };
}

function loop(items: readonly TimelineItem[]): number {
  let length = 0;
  items.forEach(({ resource, records }, n) => {
    for (const view of views.for(resource, "expanded-timeline")) {
      const result = view.template();
      if (result.ok)
        length += flatten(
          renderToString(result.template, createContext({ ...records, resource }), { ...cardOptions, idPrefix: `kv-${n}` }),
        );
    }
  });
  return length;
}

let bags: readonly ReturnType<typeof createContext>[] = [];

/** The cards alone, of bags that are there already. */
function renderBags(items: readonly TimelineItem[]): number {
  if (bags.length !== items.length) bags = items.map(({ resource, records }) => createContext({ ...records, resource }));
  let length = 0;
  for (let n = 0; n < bags.length; n++) {
    const result = views.for((items[n] as TimelineItem).resource, "expanded-timeline")[0]?.template();
    if (result?.ok)
      length += flatten(renderToString(result.template, bags[n] as (typeof bags)[number], { ...cardOptions, idPrefix: `kv-${n}` }));
  }
  return length;
}

function printReport(): void {
  console.log(
    "Mixed items of 20 templates, bodies in the HTML, streamed to a file. Peaks are above what the process holds with its data; " +
      "times are the processor's.\n",
  );
  console.log("| items | data | HTML | data's heap | peak heap above | peak RSS above | longest turn | a card ÷ at 1,000 |");
  console.log("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  const bases = new Map<string, number>();
  for (const count of [1_000, 10_000, 100_000]) {
    for (const data of ["made as they are read", "an array"]) {
      const run = runFresh<Run>("stream", [String(count), data === "an array" ? "held" : "made"], ["--expose-gc"]);
      const base = bases.get(data) ?? run.micros;
      bases.set(data, base);
      const row = [
        count.toLocaleString("en-US"),
        data,
        `${(run.bytes / mebi).toFixed(1)} MB`,
        data === "an array" ? `${(run.dataHeap / mebi).toFixed(0)} MB` : "–",
        `${(run.heap / mebi).toFixed(0)} MB`,
        `${(run.rss / mebi).toFixed(0)} MB`,
        `${run.longest.toFixed(0)} ms`,
        (run.micros / base).toFixed(2),
      ];
      console.log(`| ${row.join(" | ")} |`);
    }
  }
  const { timeline, loop, cards } = runFresh<Awaited<ReturnType<typeof compare>>>("compare", ["4000"], ["--expose-gc"]);
  console.log(`\n| 4,000 items, without a file | time ÷ timeline |\n| --- | ---: |`);
  console.log(`| renderTimeline | 1.00 |\n| a loop of createContext and renderToString | ${(loop / timeline).toFixed(2)} |`);
  console.log(`| a loop of renderToString alone | ${(cards / timeline).toFixed(2)} |`);
  console.log(`\nFor orientation, on this machine: ${timeline.toFixed(0)} µs an item.`);
}

const roles = {
  stream: (count: string, data: string) => stream(Number(count), data === "held"),
  compare: (count: string) => compare(Number(count)),
};
if (!(await playRole(roles))) printReport();
