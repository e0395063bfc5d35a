import { parseArgs } from "node:util";
import { writeFixture } from "../test/fuzz/fixtures.ts";
import { openPage } from "../test/fuzz/open-page.ts";
import { runTarget } from "../test/fuzz/run-target.ts";
import { targets } from "../test/fuzz/targets.ts";

/*
 * `npm run fuzz -- --minutes 30`: makes inputs of every kind (`test/fuzz/targets.ts`) and checks what has to hold for each. `--seed N` repeats a
 * run, `--target name` (also several) runs one, `--cases N` counts cases in place of minutes. Ends with 1 at a failure, after it was made small
 * and written as a fixture, which `test/fuzz/found.test.ts` runs from then on.
 */

// Dates of programs are local dates: the engine that they are compared with has to be in our default zone.
process.env.TZ = "UTC";
openPage();

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    minutes: { type: "string", default: "2" },
    cases: { type: "string" },
    target: { type: "string", multiple: true },
  },
});
const seed = Number(values.seed ?? Date.now() % 0x7fffffff);
const chosen = targets.filter(({ name }) => values.target === undefined || values.target.includes(name));
const seconds = Number(values.minutes) * 60;
const cases = values.cases === undefined ? undefined : Number(values.cases);
if (![seed, seconds, cases ?? 0].every(Number.isFinite) || chosen.length === 0) {
  console.error(`fuzz: --seed, --minutes and --cases are numbers; --target is one of ${targets.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

console.log(`seed ${seed}, ${cases === undefined ? `${values.minutes} minutes` : `${cases} cases a target`}`);
const weights = chosen.reduce((sum, { weight }) => sum + weight, 0);
let total = 0;
let failures = 0;
for (const target of chosen) {
  const bounds = cases === undefined ? { seconds: (seconds * target.weight) / weights } : { cases };
  const run = await runTarget(target, { seed, ...bounds });
  total += run.cases;
  const rate = Math.round(run.cases / run.seconds);
  console.log(
    `${run.failure === undefined ? "ok  " : "FAIL"} ${target.name.padEnd(13)} ${String(run.cases).padStart(7)} cases ${String(rate).padStart(6)}/s  ${target.about}`,
  );
  if (run.failure === undefined) continue;
  failures += 1;
  console.log(`     ${run.failure.error.message.slice(0, 2_000).replaceAll("\n", "\n     ")}`);
  console.log(`     written as ${writeFixture(target, run.failure.input)}`);
}
console.log(`fuzz: ${total} cases, ${failures === 0 ? "no failure" : `${failures} of ${chosen.length} targets failed`} (seed ${seed})`);
process.exitCode = failures === 0 ? 0 : 1;
