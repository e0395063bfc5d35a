import { formatTable } from "../scripts/readme-tables.ts";
import type { Machine } from "./machine.ts";
import { judgeMark, type Mark } from "./marks.ts";
import { formatCell, formatReportTable, type Report } from "./report.ts";

/** What a run of the benchmark comes to. */
export interface Summary {
  readonly machine: Machine;
  /** Load when it ended. */
  readonly loadAfter: number;
  readonly minutes: number;
  readonly parts: readonly (Report & { readonly title: string })[];
}

/** Formats a run as Markdown: what it ran on, the tables of its parts, what is judged. */
export function formatSummary({ machine, loadAfter, minutes, parts }: Summary, marks: readonly Mark[]): string {
  const { node, processor, cores, memoryGb, chromium, load, peers } = machine;
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  return [
    "# Benchmark",
    `Node ${node}, ${chromium}, ${cores} × ${processor}, ${memoryGb} GB; load ${load.toFixed(1)} before and ${loadAfter.toFixed(1)} after ${minutes.toFixed(1)} minutes. ${versions.join(", ")}.`,
    "Engines are timed in turns within a process, a ratio is taken within each process: the median of several fresh processes, with the least and the most of them.",
    ...parts.flatMap(({ title, tables }) => [`## ${title}`, ...tables.map(formatReportTable)]),
    "## What is judged",
    formatMarks(Object.assign({}, ...parts.map(({ found }) => found)), marks),
  ].join("\n\n");
}

/** Formats the marks that were measured, or could have been. */
export function formatMarks(found: Report["found"], marks: readonly Mark[]): string {
  const rows = marks.map((mark) => {
    const reached = judgeMark(mark, found[mark.found]);
    return [
      mark.measure,
      "least" in mark ? `≥ ${mark.least}` : `≤ ${mark.most}`,
      formatCell(found[mark.found]),
      reached === undefined ? "not measured" : reached ? "yes" : "no",
    ];
  });
  return formatTable(["measure", "must reach", "found", "reached"], rows);
}
