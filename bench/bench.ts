import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { playRole } from "./fresh.ts";
import { readMachine } from "./machine.ts";
import { marks } from "./marks.ts";
import { compiling, measureCompiling } from "./parts/compile.ts";
import { dom } from "./parts/dom.ts";
import { measureCards, measureElements, measureHeld } from "./parts/growth.ts";
import { html, measureHtml } from "./parts/html.ts";
import { measureMemory, memory } from "./parts/memory.ts";
import { measureTemplates } from "./parts/templates.ts";
import { checkPeers } from "./peer-packages.ts";
import type { Part, Report } from "./report.ts";
import { formatSummary, type Summary } from "./summary.ts";

// How fast it all is beside others: `npm run bench`, or `npm run bench -- html compile` for parts. Ten minutes at most on a quiet machine.

const parts: readonly Part[] = [html, compiling, memory, dom];

/** What this script does in processes of its own. */
const roles = {
  "measure-html": measureHtml,
  "measure-templates": measureTemplates,
  "measure-compiling": measureCompiling,
  "measure-memory": measureMemory,
  "measure-cards": measureCards,
  "measure-held": measureHeld,
  "measure-elements": measureElements,
};

async function run(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0)
    throw new Error(`no part of the benchmark: ${unknown.join(", ")}; there are ${parts.map(({ name }) => name).join(", ")}`);
  checkPeers();
  const machine = readMachine();
  const begin = performance.now();
  const reports: (Report & { readonly title: string })[] = [];
  for (const part of parts) {
    if (asked.length > 0 && !asked.includes(part.name)) continue;
    console.error(`${part.name} …`);
    reports.push({ title: part.title, ...(await part.run()) });
  }
  const minutes = (performance.now() - begin) / 60_000;
  const summary: Summary = { machine, loadAfter: loadavg()[0] ?? Number.NaN, minutes, parts: reports };
  const text = formatSummary(summary, marks);
  mkdirSync(".out", { recursive: true });
  writeFileSync(".out/bench.md", `${text}\n`);
  writeFileSync(".out/bench.json", `${JSON.stringify(summary, undefined, 1)}\n`);
  console.log(text);
}

if (!(await playRole(roles))) await run(process.argv.slice(2));
