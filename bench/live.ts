import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { chromiumFlags, chromiumPath } from "../scripts/chromium.ts";
import { compile } from "../src/index.ts";
import type { Round } from "./live-page.ts";

// Mounts 1,000 live cards in Chromium, updates each once and takes them down, in rounds: what they leave behind is a leak.

/** Rounds that compile, and fill caches. */
const warmUps = 3;
const rounds = Number(process.argv[2] ?? 3);

/** What the page holds after garbage was collected. */
interface Held {
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
}

async function bundlePage(): Promise<string> {
  const bundle = await rolldown({ input: "bench/live-page.ts", platform: "browser", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output[0].code;
}

const compiled = compile(readFileSync("bench/live-card.kview.jsx", "utf8"));
if (!compiled.ok) throw new Error("the card has errors");
const program = JSON.stringify(compiled.template.program);
const folder = mkdtempSync(join(tmpdir(), "kview-bench-"));
const context = await chromium.launchPersistentContext(folder, {
  executablePath: chromiumPath,
  args: chromiumFlags,
});
try {
  const page = await context.newPage();
  await page.setContent("<!doctype html><title>Host</title>");
  await page.addScriptTag({ content: await bundlePage() });
  const client = await context.newCDPSession(page);
  await client.send("Performance.enable");
  const measure = async (): Promise<Held> => {
    for (let i = 0; i < 3; i++) await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { heap: read("JSHeapUsedSize"), listeners: read("JSEventListeners"), nodes: read("Nodes") };
  };
  const play = () =>
    page.evaluate((text) => (globalThis as unknown as { playRound(text: string): Promise<Round> }).playRound(text), program);
  for (let round = 0; round < warmUps; round++) await play();
  const before = await measure();
  console.log(
    "| round | heap ÷ before | listeners | nodes | update ÷ mount | unmount ÷ mount |\n| ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  console.log(`| before | 1.000 | ${before.listeners} | ${before.nodes} | | |`);
  for (let round = 1; round <= rounds; round++) {
    const { mount, update, unmount } = await play();
    const { heap, listeners, nodes } = await measure();
    const row = [round, (heap / before.heap).toFixed(3), listeners, nodes, (update / mount).toFixed(2), (unmount / mount).toFixed(2)];
    console.log(`| ${row.join(" | ")} |`);
  }
} finally {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
}
