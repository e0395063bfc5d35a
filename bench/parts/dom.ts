import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "playwright-core";
import { compile } from "../../src/index.ts";
import { toCanonical } from "../../test/support/canonical.ts";
import { bundlePage, readHeld, withPage } from "../chromium-page.ts";
import type { EngineName, Kind } from "../dom/engine.ts";
import type { DomBench, DomTask } from "../dom/page.ts";
import type { Part, Report } from "../report.ts";
import { type Measurement, summariseNumber, summariseRatio } from "../statistics.ts";

const processes = 3;

const titles: Readonly<Record<EngineName, string>> = {
  vanilla: "vanilla, `cloneNode` and patches by hand",
  kview: "kview, a card mounted each",
  preact: "Preact by hand, cards memoised",
  "preact-plain": "Preact by hand",
  react: "React 19 by hand, cards memoised",
};

const operations = ["mount", "update", "append", "remove", "mount many", "heap"] as const;
const heads = ["mount 1,000", "update every tenth", "append 1,000", "remove all", "mount 10,000", "heap of 1,000"];

/** Engines that share a page, few at a time. */
const groups: readonly (readonly [kind: Kind, template: string, engines: readonly (readonly EngineName[])[]])[] = [
  [
    "inert",
    "bench/order-card.kview.jsx",
    [
      ["vanilla", "kview"],
      ["vanilla", "preact", "preact-plain"],
      ["vanilla", "react"],
    ],
  ],
  [
    "live",
    "bench/dom/live-order.kview.jsx",
    [
      ["vanilla", "kview", "preact"],
      ["vanilla", "react"],
    ],
  ],
];

const sizes = { count: 1_000, many: 10_000, warmups: 2, longRounds: 1, span: 2_000, least: 3 };

async function call<Name extends keyof DomBench>(
  page: Page,
  name: Name,
  ...args: Parameters<DomBench[Name]>
): Promise<Awaited<ReturnType<DomBench[Name]>>> {
  const run = ([method, given]: [string, readonly unknown[]]) =>
    (globalThis as unknown as { domBench: Record<string, (...all: readonly unknown[]) => unknown> }).domBench[method]?.(...given);
  return (await page.evaluate(run, [name, args] as [string, readonly unknown[]])) as Awaited<ReturnType<DomBench[Name]>>;
}

/** What a card is to a reader: a prefix of ours, and elements' marks, aside. */
async function checkSame(page: Page, task: DomTask): Promise<void> {
  const seen = new Map<string, readonly string[]>();
  for (const engine of task.engines)
    seen.set(
      engine,
      (await call(page, "show", task, engine)).map((html) => toCanonical(html)),
    );
  const [first, ...others] = [...seen];
  for (const [name, cards] of others)
    cards.forEach((card, step) => {
      if (card !== first?.[1][step]) throw new Error(`${name} shows others than ${first?.[0]}:\n${card}\n${first?.[1][step]}`);
    });
}

async function measurePage(page: Page, client: CDPSession, task: DomTask): Promise<Measurement> {
  await checkSame(page, task);
  const times = await call(page, "measure", task);
  const heaps: Record<string, number> = {};
  for (const engine of task.engines) {
    const before = (await readHeld(client))("JSHeapUsedSize");
    await call(page, "hold", task, engine);
    heaps[`${engine} heap`] = ((await readHeld(client))("JSHeapUsedSize") - before) / task.count;
    await call(page, "release");
  }
  return { ...times, ...heaps };
}

/** Script time in Chromium, as a multiple of vanilla; nothing is laid out. */
export const dom: Part = {
  name: "dom",
  title: "DOM",
  run: async () => {
    const script = await bundlePage("bench/dom/page.ts");
    const reports: Report[] = [];
    for (const [kind, template, pages] of groups) {
      const result = compile(readFileSync(template, "utf8"));
      if (!result.ok) throw new Error("a card of the benchmark does not compile");
      const program = JSON.stringify(result.template.program);
      const runs: Measurement[] = [];
      for (const engines of pages)
        for (let process = 0; process < processes; process++) {
          console.error(`dom: ${kind}, ${engines.join(", ")}`);
          runs.push(await withPage(script, (page, client) => measurePage(page, client, { kind, engines, program, ...sizes })));
        }
      reports.push(report(kind, pages.flat(), runs));
    }
    return { tables: reports.flatMap(({ tables }) => tables), found: Object.assign({}, ...reports.map(({ found }) => found)) };
  },
};

function report(kind: Kind, names: readonly EngineName[], runs: readonly Measurement[]): Report {
  const shown = [...new Set(names)];
  const ratio = (a: EngineName, b: EngineName, operation: string) => summariseRatio(runs, `${a} ${operation}`, `${b} ${operation}`);
  const rows = shown.map((name) => [
    titles[name],
    ...operations.map((operation) => (name === "vanilla" ? undefined : ratio(name, "vanilla", operation))),
  ]);
  const orientation = operations.map((operation) => summariseNumber(runs, `vanilla ${operation}`)?.median);
  const pairs = shown.flatMap((a) => shown.map((b) => [a, b] as const)).filter(([a, b]) => a !== b);
  const found = pairs.flatMap(([a, b]) =>
    operations.map((operation) => [`dom, ${kind}: ${operation}, ${a} ÷ ${b}`, ratio(a, b, operation)]),
  );
  const note = "Script time ÷ vanilla, and JavaScript heap ÷ vanilla. The last row: vanilla, microseconds a card, and bytes a card.";
  return {
    tables: [
      {
        title: kind === "inert" ? "Inert cards in Chromium" : "Cards with a live button each in Chromium",
        head: ["engine", ...heads],
        rows: [...rows, ["vanilla by itself", ...orientation]],
        note,
      },
    ],
    found: Object.fromEntries(found),
  };
}
