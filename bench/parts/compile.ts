import { readFileSync } from "node:fs";
import { parse as parseBabel } from "@babel/parser";
import { parserOptions } from "../../src/compile/1-parse/parser-options.ts";
import { compile } from "../../src/index.ts";
import { cards } from "../cards/cards.ts";
import { runSeveral } from "../fresh.ts";
import { interleave, type Work } from "../interleave.ts";
import type { Part } from "../report.ts";
import { type Measurement, summariseNumber, summariseRatio } from "../statistics.ts";
import { cold, measureColdStarts } from "./cold.ts";

const processes = 5;

const fileOf = (card: string) => `bench/cards/${card}.kview.jsx`;

/** What is compiled, and the files of one piece of work. */
const sources: readonly (readonly [name: string, files: readonly string[]])[] = [
  ["60 lines", [fileOf("shipment")]],
  ["order card", ["bench/order-card.kview.jsx"]],
  ["20 templates", cards.map(({ name }) => fileOf(name))],
  ["largest", ["fixtures/wild/a-order-dashboard/template.kview.jsx"]],
];

/** Times compiling against parsing alone, with the options that compiling parses with. No source is seen twice. */
export function measureCompiling(name: string): Measurement {
  const texts = (sources.find(([one]) => one === name)?.[1] ?? []).map((file) => readFileSync(file, "utf8"));
  let count = 0;
  const each =
    (act: (source: string) => number): Work =>
    (times) => {
      let sum = 0;
      for (let i = 0; i < times; i++) for (const text of texts) sum += act(`${text}\n// ${count++}`);
      return sum;
    };
  const { micros } = interleave(
    new Map<string, Work>([
      ["parse", each((source) => parseBabel(source, parserOptions).program.body.length)],
      ["compile", each((source) => Number(compile(source).ok))],
    ]),
    { warmup: 1_200, span: 2_000 },
  );
  return Object.fromEntries(micros);
}

/** Time of compiling, as a multiple of parsing alone; and of a first card in a process of its own. */
export const compiling: Part = {
  name: "compile",
  title: "Compiling",
  run: () => {
    const runs = new Map(sources.map(([name]) => [name, runSeveral<Measurement>(processes, "measure-compiling", [name])]));
    const starts = cold(measureColdStarts());
    const found = Object.fromEntries([...runs].map(([name, run]) => [`${name}: compile ÷ parse`, summariseRatio(run, "compile", "parse")]));
    const rows = [...runs].map(([name, run]) => [
      name,
      found[`${name}: compile ÷ parse`],
      summariseNumber(run, "compile")?.median,
      summariseNumber(run, "parse")?.median,
    ]);
    return {
      tables: [{ title: "Compile", head: ["template", "time ÷ `@babel/parser` alone", "µs", "µs of the parser"], rows }, ...starts.tables],
      found: { ...found, ...starts.found },
    };
  },
};
