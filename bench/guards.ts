import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Plugin, rolldown } from "rolldown";
import { renderByHand } from "./hand-written.ts";
import { interleave, median, type Work } from "./interleave.ts";
import { createOrder } from "./order-data.ts";
import { renderByPreact } from "./preact-card.ts";

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

async function measure(): Promise<void> {
  const load = async (name: string) => (await import(pathToFileURL(resolve(`.out/scripts/${name}.mjs`)).href)) as Card;
  const [guarded, bare] = [await load("guarded"), await load("unguarded")];
  const orders = Array.from({ length: 200 }, (_, n) => createOrder(n));
  const order = (n: number) => orders[n % orders.length] as (typeof orders)[number];
  for (let n = 0; n < orders.length; n++) if (guarded.renderCard(n) !== bare.renderCard(n)) throw new Error("the cards differ");
  const toWork = (make: (n: number) => string): Work => {
    let n = 0;
    return (times) => {
      let sum = 0;
      for (let i = 0; i < times; i++) {
        const text = make(n++);
        sum += text.length + text.charCodeAt(text.length >> 1);
      }
      return sum;
    };
  };
  const { micros } = interleave(
    new Map<string, Work>([
      ["guarded", toWork(guarded.renderCard)],
      ["bare", toWork(bare.renderCard)],
      ["hand", toWork((n) => renderByHand(order(n)))],
      ["preact", toWork((n) => renderByPreact(order(n)))],
    ]),
    // Short turns: what else the machine does falls into few of them.
    { warmup: 400, rounds: 600, times: 40 },
  );
  console.log(JSON.stringify(Object.fromEntries(micros)));
}

async function report(): Promise<void> {
  await build("guarded", []);
  await build("unguarded", [withoutGuards]);
  const runs = Array.from({ length: processes }, () => {
    const { status, stdout } = spawnSync(process.execPath, [process.argv[1] ?? "", "measure"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) process.exit(status ?? 1);
    return JSON.parse(stdout) as Readonly<Record<string, number>>;
  });
  const ratio = (a: string, b: string) => median(runs.map((run) => (run[a] ?? Number.NaN) / (run[b] ?? Number.NaN))).toFixed(2);
  console.log("| time to render an order card | ratio |\n| --- | ---: |");
  console.log(`| with guards, of the same engine without | ${ratio("guarded", "bare")} |`);
  console.log(`| with guards, of Preact without a sandbox | ${ratio("guarded", "preact")} |`);
  console.log(`| with guards, of concatenation by hand | ${ratio("guarded", "hand")} |`);
}

if (process.argv[2] === "measure") await measure();
else await report();
