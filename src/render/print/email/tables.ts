import type { Shown, ShownElement } from "../shown.ts";
import type { TextStyle } from "../style/style.ts";
import { withMargin } from "./blocks.ts";
import { toBlockWidth, toBox, toSpace, toWidth } from "./boxes.ts";
import { layoutTable } from "./rows.ts";
import { type Printer, type Styles, toCellText, writeElement } from "./write.ts";

const sections: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot"]);

/** Prints a table of a card as one: cells with all that they look like, a caption as text above. */
export function printTable(table: ShownElement, printer: Printer): string {
  const { style } = table;
  const parts = table.children.filter((child) => typeof child !== "string");
  const captions = parts.filter(({ tag }) => tag === "caption").map((caption) => printCaption(caption, printer));
  const rows = parts.flatMap((part) => (sections.has(part.tag) ? part.children : [part])).flatMap((row) => printRow(row, printer));
  const sized = toBlockWidth(style);
  const attributes = [...layoutTable.slice(1), ["width", toWidth(sized.at(-1)?.[1])]] as const;
  const styles: Styles = [...sized, ["border-collapse", "collapse"], ...toBox(style).filter(([name]) => name !== "padding")];
  return withMargin(
    toSpace("margin", style),
    captions.join("") + writeElement(printer, "table", attributes, styles, rows.join("")),
    printer,
  );
}

function printCaption(caption: ShownElement, printer: Printer): string {
  const { text } = caption.style;
  const styles: Styles = [...toCellText(text), ["text-align", text.align], ...toSpace("padding", caption.style)];
  return writeElement(printer, "div", [], styles, printer.flow(caption.children, text));
}

function printRow(row: Shown, printer: Printer): readonly string[] {
  if (typeof row === "string" || row.tag !== "tr") return [];
  const cells = row.children.flatMap((cell) =>
    typeof cell === "string" || (cell.tag !== "td" && cell.tag !== "th") ? [] : [printCell(cell, row, printer)],
  );
  return cells.length === 0 ? [] : [writeElement(printer, "tr", [], [], cells.join(""))];
}

function printCell(cell: ShownElement, row: ShownElement, printer: Printer): string {
  const { style, attributes, tag, children } = cell;
  const { own } = style;
  const text: TextStyle = style.text;
  const width = own.get("width");
  const valign = own.get("vertical-align") ?? row.style.own.get("vertical-align") ?? "top";
  // Rows paint nothing everywhere: their cells do.
  const ground = own.has("background-color") ? undefined : row.style.own.get("background-color");
  const given = [
    ...attributes,
    ["align", text.align],
    ["valign", valign],
    ["width", toWidth(width)],
    ["dir", text.rtl ? "rtl" : undefined],
  ] as const;
  const styles: Styles = [
    ...toCellText(text),
    // Clients write the heads of columns bold unless told otherwise.
    ...(tag === "th" && text.weight === "400" ? ([["font-weight", "400"]] as const) : []),
    ["text-align", text.align],
    ["vertical-align", valign],
    ...(text.space === "nowrap" ? ([["white-space", "nowrap"]] as const) : []),
    ...(width === undefined || width === "0" ? [] : ([["width", width]] as const)),
    ...(ground === undefined || ground === "transparent" ? [] : ([["background-color", ground]] as const)),
    ...toBox(style),
  ];
  return writeElement(printer, tag, given, styles, printer.flow(children, text));
}
