// Says what survived: each mutant with its place, unless `spared.jsonl` lists it with a reason.
import { readFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const spared = readFileSync(new URL("spared.jsonl", here), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

/** The statuses that count as found, and as missed; what was ignored because it runs while loading counts as neither. */
const found = ["Killed", "Timeout", "RuntimeError"];
const missed = ["Survived", "NoCoverage"];

/** Prints a table of files and the mutants that were missed without a reason. Gives the score in percent, those with a reason left out. */
export function reportSuite(name, file) {
  const { files } = JSON.parse(readFileSync(file, "utf8"));
  const rows = Object.entries(files).map(([path, { mutants, source }]) => {
    const lines = source.split("\n");
    const left = mutants.filter(({ status }) => missed.includes(status)).map((mutant) => toMissed(path, lines, mutant));
    return {
      path,
      found: mutants.filter(({ status }) => found.includes(status)).length,
      spared: left.filter(isSpared).length,
      missed: left.filter((mutant) => !isSpared(mutant)),
    };
  });
  const total = (key) => rows.reduce((sum, row) => sum + (Array.isArray(row[key]) ? row[key].length : row[key]), 0);
  for (const row of rows) {
    for (const { line, mutator, was, is, status } of row.missed)
      console.log(`${row.path}:${line} ${mutator} (${status})\n  - ${was}\n  + ${is}`);
  }
  console.log(`| ${name} | found | missed | spared | score |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const row of rows)
    console.log(`| ${row.path} | ${row.found} | ${row.missed.length} | ${row.spared} | ${toScore(row.found, row.missed.length)} |`);
  console.log(`| all | ${total("found")} | ${total("missed")} | ${total("spared")} | ${toScore(total("found"), total("missed"))} |`);
  return toScore(total("found"), total("missed"));
}

const toScore = (hits, misses) => (hits + misses === 0 ? 100 : Math.round((1000 * hits) / (hits + misses)) / 10);

/** A mutant by what it changes, not by where: lines move. */
function toMissed(file, lines, { location: { start, end }, mutatorName, replacement, status }) {
  const was = lines.slice(start.line - 1, end.line).join("\n");
  const head = was.slice(0, start.column - 1);
  const tail = lines[end.line - 1].slice(end.column - 1);
  const is = head + replacement + tail;
  return { file, line: start.line, mutator: mutatorName, was: shorten(was), is: shorten(is), status };
}

/** Blocks are known by how they begin. */
const shorten = (text) => text.trim().replace(/\s+/g, " ").slice(0, 160);

const isSpared = (mutant) => spared.some(({ file, was, is }) => file === mutant.file && was === mutant.was && is === mutant.is);
