import { spawnSync } from "node:child_process";
import { median } from "./interleave.ts";
import { type Measurement, measureCompiling, measureRendering } from "./measure.ts";

const processes = 5;

/** Runs one measurement in processes of its own and gives the median of each number's medians. */
function measureFresh(what: "rendering" | "compiling"): (name: string) => number {
  const runs = Array.from({ length: processes }, () => {
    const { status, stdout } = spawnSync(process.execPath, [process.argv[1] ?? "", what], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) process.exit(status ?? 1);
    return JSON.parse(stdout) as Measurement;
  });
  return (name) => median(runs.map((run) => run[name] ?? Number.NaN));
}

function printReport(): void {
  const rendering = measureFresh("rendering");
  const compiling = measureFresh("compiling");
  const rows: readonly (readonly [string, string, string, string])[] = [
    ["rendering", "of hand-written concatenation", toRatio(rendering("hand"), rendering("kview")), "≥ 0.5"],
    ["rendering", "of preact-render-to-string", toRatio(rendering("preact"), rendering("kview")), "≥ 2.5"],
    ["compiling", "of @babel/parser alone (time)", toRatio(compiling("compile"), compiling("parse")), "≤ 4"],
  ];
  console.log(`Order card: 10 fields, 5 line items, a pill, a link; ${rendering("bytes")} characters of HTML.`);
  console.log(`Node ${process.version}; median of ${processes} fresh processes, each the median of interleaved, shuffled rounds.\n`);
  console.log("| what | measured as a multiple | ratio | asked for |\n| --- | --- | ---: | ---: |");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
  console.log(
    `\nFor orientation, on this machine: by hand ${toMicros(rendering("hand"))}, kview ${toMicros(rendering("kview"))}, preact ${toMicros(rendering("preact"))} a card; ` +
      `compile ${toMicros(compiling("compile"))}, parse ${toMicros(compiling("parse"))}; first compile and render of a process ${toMicros(rendering("cold"))}.`,
  );
}

function toRatio(a: number, b: number): string {
  return (a / b).toFixed(2);
}

function toMicros(micros: number): string {
  return `${micros.toFixed(1)} µs`;
}

switch (process.argv[2]) {
  case "rendering":
    console.log(JSON.stringify(measureRendering()));
    break;
  case "compiling":
    console.log(JSON.stringify(measureCompiling()));
    break;
  default:
    printReport();
}
