import { toWidth } from "../../../diagnostics/plain-text.ts";
import type { ShownElement } from "../shown.ts";
import { type Block, joinBlocks } from "./lines.ts";

/** Wider than that, columns are no help: mail clients wrap. */
const widest = 78;
/** A cell of more than that is no value, but a part of a page that a table lays out. */
const longestCell = 200;

interface TableRow {
  readonly head: boolean;
  readonly cells: readonly TableCell[];
}

interface TableCell {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly right: boolean;
}

const sections: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot"]);

/**
 * Formats a table: columns side by side where they fit in a line, else parted by bars. A table that lays out a page is read part by part.
 *
 * @param read Gives the blocks of a cell.
 */
export function formatTable(table: ShownElement, read: (cell: ShownElement) => readonly Block[]): readonly string[] {
  const parts = table.children.filter((child) => typeof child !== "string");
  const captions = parts.filter(({ tag }) => tag === "caption").flatMap((caption) => joinBlocks(read(caption)));
  const rows = parts
    .flatMap((part) => (sections.has(part.tag) ? part.children : [part]))
    .flatMap((row) => (typeof row === "string" || row.tag !== "tr" ? [] : [toRow(row, read)]))
    .filter(({ cells }) => cells.some(({ blocks }) => blocks.length > 0));
  const cells = rows.flatMap((row) => row.cells);
  if (cells.some(({ text }) => text.length > longestCell)) return [...captions, ...joinBlocks(cells.flatMap(({ blocks }) => blocks))];
  return [...captions, ...formatRows(rows)];
}

function toRow(row: ShownElement, read: (cell: ShownElement) => readonly Block[]): TableRow {
  const own = row.children.filter((cell) => typeof cell !== "string").filter(({ tag }) => tag === "td" || tag === "th");
  const cells = own.flatMap((cell): TableCell[] => {
    const blocks = read(cell).filter(({ lines }) => lines.length > 0);
    const text = blocks.flatMap(({ lines }) => lines.filter((line) => line !== "")).join(", ");
    const empty = { text: "", blocks: [], right: false };
    const more = Math.min(Number(cell.attributes.get("colspan") ?? "1") || 1, 50) - 1;
    return [{ text, blocks, right: cell.style.text.align === "right" }, ...Array.from({ length: more }, () => empty)];
  });
  return { head: own.length > 0 && own.every(({ tag }) => tag === "th"), cells };
}

function formatRows(rows: readonly TableRow[]): readonly string[] {
  const widths: number[] = [];
  for (const { cells } of rows) {
    cells.forEach(({ text }, i) => {
      widths[i] = Math.max(widths[i] ?? 0, toWidth(text));
    });
  }
  const width = widths.reduce((sum, one) => sum + one + 2, -2);
  const aligned = width <= widest;
  return rows.flatMap(({ head, cells }, i) => {
    const line = aligned
      ? cells.map(({ text, right }, column) => pad(text, widths[column] ?? 0, right)).join("  ")
      : cells.flatMap(({ text }) => (text === "" ? [] : [text])).join(" | ");
    const rule = head && aligned && rows[i + 1]?.head === false ? ["-".repeat(width)] : [];
    return [line.trimEnd(), ...rule];
  });
}

function pad(text: string, width: number, right: boolean): string {
  const room = " ".repeat(Math.max(0, width - toWidth(text)));
  return right ? room + text : text + room;
}
