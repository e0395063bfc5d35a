import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { chromiumFlags, chromiumPath } from "../scripts/chromium.ts";
import { compile } from "../src/index.ts";
import type { BlocksBench, Round } from "./blocks-page.ts";

// Mounts a thousand cards in Chromium, shows other data in every tenth and takes them down: kview, `cloneNode` by hand and Preact in
// turn, in shuffled rounds. Medians of script time, as ratios to what is written by hand.

const count = Number(process.argv[2] ?? 1_000);
const rounds = Number(process.argv[3] ?? 15);
const profiled = process.argv[4];
const warmUps = 5;
const names = (process.argv[5] ?? "vanilla,kview,preact,vanilla live,kview live,preact live").split(",");

const button = `const More = () => { const [open, setOpen] = React.useState(false);
  return <button onClick={() => setOpen(!open)}>{open ? "Close" : "Open"}</button>; };`;

function toProgram(source: string): string {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error("the card has errors");
  return JSON.stringify(compiled.template.program);
}

async function bundlePage(): Promise<string> {
  const bundle = await rolldown({ input: "bench/blocks-page.ts", platform: "browser", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output[0].code;
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;
const shuffle = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

const source = readFileSync("bench/order-card.kview.jsx", "utf8");
const inert = toProgram(source);
const live = toProgram(`${button}\n${source.replace("</Container>", "<More /></Container>")}`);
const folder = mkdtempSync(join(tmpdir(), "kview-bench-"));
const context = await chromium.launchPersistentContext(folder, { executablePath: chromiumPath, args: chromiumFlags });
try {
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.setContent("<!doctype html><title>Host</title>");
  await page.addScriptTag({ content: await bundlePage() });
  const play = (order: readonly string[]) =>
    page.evaluate(
      ([many, first, second, list]) => (globalThis as unknown as { blocksBench: BlocksBench }).blocksBench.play(many, first, second, list),
      [count, inert, live, order] as const,
    );
  for (let round = 0; round < warmUps; round++) await play(shuffle(names));
  if (profiled !== undefined && profiled !== "") {
    const client = await context.newCDPSession(page);
    await client.send("Profiler.enable");
    await client.send("Profiler.setSamplingInterval", { interval: 100 });
    await client.send("Profiler.start");
    for (let round = 0; round < rounds; round++) await play([profiled]);
    const { profile } = await client.send("Profiler.stop");
    writeFileSync(".out/blocks.cpuprofile", JSON.stringify(profile));
  } else {
    const results: Record<string, Round>[] = [];
    for (let round = 0; round < rounds; round++) results.push(await play(shuffle(names)));
    console.log("| what | mount | update | remove | mount ÷ | update ÷ | remove ÷ |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (const name of names) {
      const base = name.endsWith(" live") ? "vanilla live" : "vanilla";
      const of = (which: string, step: keyof Round) => median(results.map((result) => result[which]?.[step] ?? Number.NaN));
      const steps = ["mount", "update", "remove"] as const;
      const cells = [
        ...steps.map((step) => of(name, step).toFixed(1)),
        ...steps.map((step) => (of(name, step) / of(base, step)).toFixed(2)),
      ];
      console.log(`| ${[name, ...cells].join(" | ")} |`);
    }
  }
} finally {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
}
