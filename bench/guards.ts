import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Plugin, rolldown } from "rolldown";
import { consumeCards } from "./consume.ts";
import { type Engine, engines } from "./engines/engines.ts";
import { playRole, runSeveral } from "./fresh.ts";
import { interleave, type Work } from "./interleave.ts";
import { checkPeers } from "./peer-packages.ts";
import { formatCell } from "./report.ts";
import { type Measurement, summariseRatio } from "./statistics.ts";

// What the guards of a render cost: the engine as it is beside a copy of it that has none, for this measurement alone (`npm run bench:guards`).

const processes = 5;

const empty = (code: string) => code.replace(/(export function \w+\([^)]*\): void \{)[\s\S]*?\n\}/g, "$1}");

/** Modules, and how their guards are taken out of them: no budget is charged, no output counted, no address judged. */
const guards: readonly (readonly [module: string, unguard: (code: string) => string])[] = [
  ["/src/runtime/budget.ts", empty],
  ["/src/render/output-limits.ts", empty],
  ["/src/policy/urls.ts", (code) => code.replace(/(export function judgeUrl\([^)]*\)[^{]*\{)/, "$1 return text;")],
];

const withoutGuards: Plugin = {
  name: "without guards",
  load(id) {
    const found = guards.find(([module]) => id.endsWith(module));
    if (found === undefined) return undefined;
    const code = readFileSync(id, "utf8");
    const without = found[1](code);
    if (without === code) throw new Error(`${id} has no guard that is known here`);
    return { code: without, moduleType: "ts" };
  },
};

type Card = { renderCard(n: number): string };

async function build(name: string, plugins: readonly Plugin[]): Promise<void> {
  const bundle = await rolldown({
    input: "bench/guarded-card.ts",
    platform: "node",
    external: /^(?!\.{0,2}\/)(?!.*\.ts$)/,
    plugins: [...plugins],
    logLevel: "silent",
  });
  await bundle.write({ file: `.out/scripts/${name}.mjs`, format: "esm", codeSplitting: false });
  await bundle.close();
}

async function measure(): Promise<Measurement> {
  const load = async (name: string) => (await import(pathToFileURL(resolve(`.out/scripts/${name}.mjs`)).href)) as Card;
  const [guarded, bare] = [await load("guarded"), await load("unguarded")];
  for (let n = 0; n < 200; n++) if (guarded.renderCard(n) !== bare.renderCard(n)) throw new Error("the cards differ");
  const peer = (name: string) => (engines.find((engine) => engine.name === name) as Engine).renders.order?.() ?? (() => "");
  const works = { guarded: guarded.renderCard, bare: bare.renderCard, hand: peer("hand"), preact: peer("preact") };
  const { micros } = interleave(new Map(Object.entries(works).map(([name, render]): [string, Work] => [name, consumeCards(render)])), {
    warmup: 1_500,
    span: 4_000,
  });
  return Object.fromEntries(micros);
}

async function report(): Promise<void> {
  checkPeers();
  await build("guarded", []);
  await build("unguarded", [withoutGuards]);
  const runs = runSeveral<Measurement>(processes, "measure");
  const ratio = (a: string, b: string) => formatCell(summariseRatio(runs, a, b));
  console.log("| time to render an order card | ratio |\n| --- | ---: |");
  console.log(`| with guards, of the same engine without | ${ratio("guarded", "bare")} |`);
  console.log(`| with guards, of Preact without a sandbox | ${ratio("guarded", "preact")} |`);
  console.log(`| with guards, of concatenation by hand | ${ratio("guarded", "hand")} |`);
}

if (!(await playRole({ measure }))) await report();
