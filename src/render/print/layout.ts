import { isInline, type Shown, type ShownElement, textOf } from "./shown.ts";
import { messageWidth } from "./style/properties.ts";
import type { Style } from "./style/style.ts";
import { findToken } from "./style/tokens.ts";

/** One part of a row. */
export interface Cell {
  readonly node: Shown;
  /** Its wish, in hundredths of the row or in px. */
  readonly width: string | undefined;
  /** Takes what the others leave. */
  readonly grows: boolean;
}

/** How an element lays out what it holds. */
export type Layout =
  /** One part below the other. */
  | { readonly kind: "column"; readonly gap: string }
  /** Small parts in lines that wrap. */
  | { readonly kind: "wrap"; readonly gap: string }
  /** Rows of parts side by side. */
  | {
      readonly kind: "rows";
      readonly rows: readonly (readonly Cell[])[];
      readonly gap: string;
      readonly rowGap: string;
      readonly fixed: boolean;
    };

/** Parts of a grid in a message: more side by side are too narrow to read. */
const mostColumns = 6;
const units = 16;

/** Reads the layout of an element; `undefined` for ordinary flow. */
export function readLayout({ style, children, classes }: ShownElement): Layout | undefined {
  const { display, own } = style;
  const gap = own.get("column-gap") ?? "0";
  const rowGap = own.get("row-gap") ?? "0";
  const parts = children.filter((node) => typeof node !== "string" || node.trim() !== "");
  if (display === "grid") {
    const columns = readColumns(own.get("grid-template-columns"), parts.length);
    if (columns.length < 2) return { kind: "column", gap: rowGap };
    return { kind: "rows", rows: toGridRows(parts, columns), gap, rowGap, fixed: true };
  }
  if (display !== "flex" && display !== "table-row") return undefined;
  const direction = own.get("flex-direction") ?? "row";
  if (direction.startsWith("column")) return { kind: "column", gap: rowGap };
  const ordered = direction === "row-reverse" ? parts.toReversed() : parts;
  if (classes.has("kv-grid")) return { kind: "rows", rows: toUnitRows(ordered), gap, rowGap, fixed: true };
  const cells = ordered.map(toCell);
  if (own.get("flex-wrap")?.startsWith("wrap") === true) {
    if (!cells.every(({ width, grows }) => grows || width?.endsWith("%") === true)) return { kind: "wrap", gap };
    return { kind: "rows", rows: toWrappedRows(cells), gap, rowGap, fixed: true };
  }
  return { kind: "rows", rows: [cells], gap, rowGap, fixed: false };
}

function toCell(node: Shown): Cell {
  if (typeof node === "string") return { node, width: undefined, grows: false };
  const { own } = node.style;
  const grows = Number(own.get("flex-grow") ?? "0") > 0;
  const basis = own.get("flex-basis") ?? own.get("width");
  const most = own.get("max-width");
  const wish = basis === undefined || basis === "0" || basis === "100%" ? undefined : toNarrow(basis);
  // A part of the row that is never wider than so many px: the smaller of the two in a whole message.
  const capped = wish?.endsWith("%") === true && most?.endsWith("px") === true;
  const share = capped ? Math.min(Number.parseFloat(wish ?? ""), Math.ceil((Number.parseFloat(most ?? "") / messageWidth) * 100) + 6) : 0;
  return { node, width: grows ? undefined : capped ? `${share}%` : wish, grows };
}

/** A part of a row that is wider than half a message is a share of it: on a telephone there is no room for so many px. */
function toNarrow(width: string): string {
  const px = width.endsWith("px") ? Number.parseFloat(width) : 0;
  return px > messageWidth / 2 ? `${Math.round((px / messageWidth) * 100)}%` : width;
}

/** The theme's grid: sixteen units a row; a part without a size shares what is left. */
function toUnitRows(parts: readonly Shown[]): readonly (readonly Cell[])[] {
  const rows: { readonly nodes: { readonly node: Shown; readonly size: number }[]; used: number }[] = [];
  for (const node of parts) {
    const size = typeof node === "string" ? 0 : readUnits(node.style);
    const last = rows.at(-1);
    const fits = last !== undefined && last.used + Math.max(size, 1) <= units && last.nodes.length < mostColumns;
    const row = fits ? last : { nodes: [], used: 0 };
    if (!fits) rows.push(row);
    row.nodes.push({ node, size });
    row.used += Math.max(size, 1);
  }
  return rows.map(({ nodes }) => {
    const sized = nodes.reduce((sum, { size }) => sum + size, 0);
    const open = nodes.filter(({ size }) => size === 0).length;
    const cells = nodes.map(({ node, size }): Cell => ({ node, width: toShare(size === 0 ? (units - sized) / open : size), grows: false }));
    return open > 0 || sized >= units ? cells : [...cells, { node: "", width: toShare(units - sized), grows: false }];
  });
}

function readUnits({ tokens, own }: Style): number {
  const value = Number(findToken("--kv-units", tokens));
  return own.has("flex-grow") && Number.isInteger(value) && value > 0 && value <= units ? value : 0;
}

function toShare(size: number): string {
  return `${Math.floor((size / units) * 1_000) / 10}%`;
}

function toWrappedRows(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let used = 0;
  for (const cell of cells) {
    const share = cell.width === undefined ? 1 : Number.parseFloat(cell.width);
    if (rows.length === 0 || used + share > 100.5 || (rows.at(-1)?.length ?? 0) >= mostColumns) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(cell);
    used += share;
  }
  return rows;
}

function toGridRows(parts: readonly Shown[], columns: readonly string[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  parts.forEach((node, i) => {
    const place = i % columns.length;
    if (place === 0) rows.push([]);
    rows.at(-1)?.push({ node, width: columns[place], grows: false });
  });
  const last = rows.at(-1);
  while (last !== undefined && last.length < columns.length) last.push({ node: "", width: columns[last.length], grows: false });
  return rows;
}

const repeated = /^repeat\(\s*([\w-]+)\s*,\s*(.+)\)$/;
const minimum = /^minmax\(\s*(\d+)px\b.*\)$/;

/** Reads `grid-template-columns` as widths: fractions of what fixed columns leave, as many columns as have room. */
function readColumns(template: string | undefined, parts: number): readonly string[] {
  const [, times, track = ""] = repeated.exec(template ?? "") ?? [];
  const least = Number(minimum.exec(track)?.[1] ?? messageWidth);
  const fit = Math.min(mostColumns, parts, Math.max(1, Math.floor(messageWidth / least)));
  const tracks =
    times === undefined
      ? (template?.match(/(?:[^\s()]|\([^()]*\))+/g) ?? [])
      : Array.from({ length: Number.isNaN(Number(times)) ? fit : Math.min(Number(times), 16) }, () => track);
  if (tracks.length > mostColumns) return [];
  const fractions = tracks.map((one) => (/px$/.test(one) ? 0 : Number.parseFloat(/^[\d.]+fr$/.exec(one)?.[0] ?? "1")));
  const sum = fractions.reduce((a, b) => a + b, 0) || 1;
  const fixed = tracks.reduce((px, one) => px + (/^\d+px$/.test(one) ? Number.parseFloat(one) : 0), 0);
  const left = Math.max(0, 100 - (fixed / messageWidth) * 100);
  return tracks.map((one, i) => (/^\d+px$/.test(one) ? one : `${Math.floor(((fractions[i] ?? 1) / sum) * left * 10) / 10}%`));
}

/** Tells whether a node is so short that it should not wrap. */
export function isShort(node: Shown): boolean {
  if (typeof node !== "string" && !isInline(node) && node.children.some((child) => typeof child !== "string" && !isInline(child)))
    return false;
  return textOf(node).trim().length <= 24;
}
