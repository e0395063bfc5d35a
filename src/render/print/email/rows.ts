import type { Cell, Layout } from "../layout.ts";
import { isShort } from "../layout.ts";
import { isInline, type Shown, type ShownElement } from "../shown.ts";
import type { Style, TextStyle } from "../style/style.ts";
import { isBox, toBox, toSpace, toWidth } from "./boxes.ts";
import { type Printer, type Styles, toCellText, writeElement } from "./write.ts";

/** What tables that lay out are alike in: readers of the screen pass them by. */
export const layoutTable = [
  ["role", "presentation"],
  ["cellpadding", 0],
  ["cellspacing", 0],
  ["border", 0],
] as const;

const alignments: ReadonlyMap<string, string> = new Map([
  ["flex-start", "top"],
  ["start", "top"],
  ["center", "middle"],
  ["flex-end", "bottom"],
  ["end", "bottom"],
  ["baseline", "top"],
]);

/** Elements that a cell can't stand in for: they are something by themselves. */
const itself: ReadonlySet<string> = new Set(["table", "ul", "ol", "img", "hr", "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "a"]);

type Rows = Layout & { readonly kind: "rows" };

/** Room above and below. */
interface Room {
  readonly top: string;
  readonly bottom: string;
}

/**
 * Prints what an element lays out side by side, as a table of one row each.
 *
 * @param room What the rows as a whole have above and below.
 */
export function printRows(layout: Rows, style: Style, printer: Printer, room: Room = { top: "0", bottom: "0" }): string {
  const last = layout.rows.length - 1;
  return layout.rows
    .map((cells, i) =>
      printRow(cells, layout, { top: i === 0 ? room.top : layout.rowGap, bottom: i === last ? room.bottom : "0" }, style, printer),
    )
    .join("");
}

/** The room of an element that has nothing of a box but that: its cells can have it. */
export function toRoom(style: Style): Room | undefined {
  const { own } = style;
  const [top = "0", right = "0", bottom = "0", left = "0"] = ["top", "right", "bottom", "left"].map(
    (side) => own.get(`padding-${side}`) ?? "0",
  );
  return right === "0" && left === "0" && toBox(style).every(([name]) => name === "padding") ? { top, bottom } : undefined;
}

function printRow(cells: readonly Cell[], layout: Rows, room: Room, style: Style, printer: Printer): string {
  const { own, text } = style;
  const justify = own.get("justify-content") ?? "normal";
  const spread = justify.startsWith("space") && cells.length > 1;
  const grows = cells.some((cell) => cell.grows);
  const full = grows || spread || layout.fixed || cells.some(({ width }) => width?.endsWith("%") === true);
  const valign = alignments.get(own.get("align-items") ?? "") ?? "top";
  const [start, end] = text.rtl ? (["right", "left"] as const) : (["left", "right"] as const);
  // A cell that takes all leaves the others as narrow as they can be: only where those can't be broken.
  const rest = cells.every((cell) => cell.grows || (cell.width === undefined && isShort(cell.node))) ? "100%" : undefined;
  const content = cells.map((cell, i) => {
    const spaced: Styles = [["padding", toGap(room, i === 0 ? "0" : layout.gap, text.rtl)]];
    const align = spread ? (i === 0 ? start : i === cells.length - 1 ? end : "center") : undefined;
    const even = grows && cells.every((one) => one.grows) ? `${Math.floor(1_000 / cells.length) / 10}%` : undefined;
    const width = cell.width ?? (cell.grows ? (even ?? rest) : undefined);
    const unbroken = !layout.fixed && !cell.grows && width === undefined && isShort(cell.node);
    return printCell(cell.node, { spaced, align, valign, width, unbroken }, text, printer);
  });
  const tableStyles: Styles = [
    ...(full ? ([["width", "100%"]] as const) : []),
    ...(layout.fixed ? ([["table-layout", "fixed"]] as const) : []),
  ];
  const table = [...layoutTable, ["width", full ? "100%" : undefined]] as const;
  const row = writeElement(printer, "table", table, tableStyles, writeElement(printer, "tr", [], [], content.join("")));
  const place = full ? undefined : justify === "center" ? "center" : justify === "flex-end" || justify === "end" ? end : undefined;
  return place === undefined ? row : writeElement(printer, "div", [["align", place]], [], row);
}

function toGap({ top, bottom }: Room, side: string, rtl: boolean): string {
  return rtl ? `${top} ${side} ${bottom} 0` : `${top} 0 ${bottom} ${side}`;
}

interface Place {
  readonly spaced: Styles;
  readonly align: string | undefined;
  readonly valign: string;
  readonly width: string | undefined;
  readonly unbroken: boolean;
}

function printCell(node: Shown, { spaced, align, valign, width, unbroken }: Place, text: TextStyle, printer: Printer): string {
  const inside = typeof node !== "string" && isPlain(node) ? node : undefined;
  const own = inside?.style.text ?? text;
  const towards = align ?? (own.align === (own.rtl ? "right" : "left") ? undefined : own.align);
  const attributes = [
    ["align", towards],
    ["valign", valign],
    ["width", toWidth(width)],
  ] as const;
  const styles: Styles = [
    ...toCellText(own),
    ["vertical-align", valign],
    ...(towards === undefined ? [] : ([["text-align", towards]] as const)),
    ...(width === undefined ? [] : ([["width", width]] as const)),
    ...(unbroken ? ([["white-space", "nowrap"]] as const) : []),
    ...spaced.filter(([, value]) => value !== "0 0 0 0"),
  ];
  const around = align === undefined ? own : { ...own, align };
  return writeElement(printer, "td", attributes, styles, printer.flow(inside?.children ?? [node], around));
}

/** Tells whether a cell can be the element: an ordinary block without a box of its own. */
function isPlain(node: ShownElement): boolean {
  const { style, tag, chart } = node;
  if (isInline(node) || itself.has(tag) || chart !== undefined || style.display !== "block") return false;
  return toBox(style).length === 0 && toSpace("margin", style).length === 0 && !isBox(style) && !style.own.has("height");
}
