import { readFileSync } from "node:fs";
import { compile } from "../src/index.ts";
import { bundlePage, readHeld, withPage } from "./chromium-page.ts";
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

const compiled = compile(readFileSync("bench/live-card.kview.jsx", "utf8"));
if (!compiled.ok) throw new Error("the card has errors");
const program = JSON.stringify(compiled.template.program);
await withPage(await bundlePage("bench/live-page.ts"), async (page, client) => {
  const measure = async (): Promise<Held> => {
    const read = await readHeld(client);
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
});
