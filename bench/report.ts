import { formatTable } from "../scripts/readme-tables.ts";
import type { Found } from "./statistics.ts";

/** A cell: a name, a number for orientation, what several processes found. */
export type Cell = string | number | Found | undefined;

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What a reader has to know beside the numbers. */
  readonly note?: string;
}

/** What a part found. */
export interface Report {
  readonly tables: readonly Table[];
  /** Numbers that marks are set for, by what was measured. */
  readonly found: Readonly<Record<string, Found | undefined>>;
}

/** A part of the benchmark, as `npm run bench -- <name>` names it. */
export interface Part {
  readonly name: string;
  readonly title: string;
  run(): Report | Promise<Report>;
}

/** Prints a table as Markdown. */
export function formatReportTable({ title, head, rows, note }: Table): string {
  const table = formatTable(
    head,
    rows.map((row) => row.map(formatCell)),
  );
  return [`### ${title}`, table, ...(note === undefined ? [] : [note])].join("\n\n");
}

/** Prints a number to three digits; what several processes found with the least and the most of them. */
export function formatCell(cell: Cell): string {
  if (cell === undefined) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return formatNumber(cell);
  return `${formatNumber(cell.median)} (${formatNumber(cell.least)}–${formatNumber(cell.most)})`;
}

function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 3;
  return value.toFixed(digits);
}
