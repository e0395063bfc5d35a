import { type Layout, readLayout } from "../layout.ts";
import { isInline, type Shown, type ShownElement, textOf } from "../shown.ts";
import type { TextStyle } from "../style/style.ts";
import { isBox, toBlockWidth, toBox, toSpace, toWidth } from "./boxes.ts";
import { layoutTable, printRows, toRoom } from "./rows.ts";
import { type Printer, type Styles, toCellText, toTextChange, writeElement } from "./write.ts";

/** Blocks that clients know by more than their looks; each comes with margins that have to be taken away. */
const meant: ReadonlySet<string> = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"]);
/** Lower boxes than that hold no text: a bar. */
const bar = 12;

/** Prints a block: a cell where it has a ground, lines or padding, else an element. */
export function printBlock(node: ShownElement, around: TextStyle, printer: Printer): string {
  const { style } = node;
  const margin = toSpace("margin", style);
  const layout = readLayout(node);
  const room = layout?.kind === "rows" ? toRoom(style) : undefined;
  if (layout?.kind === "rows" && room !== undefined && isBox(style))
    return withMargin(margin, printRows(layout, style, printer, room), printer);
  const content = printContent(node, layout, printer);
  if (isBox(style)) return withMargin(margin, printBox(node, content, printer), printer);
  const tag = meant.has(node.tag) && node.children.every((child) => typeof child === "string" || isInline(child)) ? node.tag : "div";
  const { text } = style;
  const change: Styles = tag.startsWith("h") ? toCellText(text) : toTextChange(text, around);
  const sized = toBlockWidth(style).filter(([name, value]) => name === "max-width" || value !== "100%");
  const dir = text.rtl === around.rtl ? undefined : text.rtl ? "rtl" : "ltr";
  const align = text.align === around.align ? [] : ([["text-align", text.align]] as const);
  const styles: Styles = [
    ...(tag === "div" || margin.length > 0 ? margin : ([["margin", "0"]] as const)),
    ...change.filter(([name]) => name !== "text-align"),
    ...align,
    ...toDecoration(node),
    ...sized,
  ];
  // A block that says nothing is not worth its tags, as long as it does not keep lines apart.
  if (tag === "div" && styles.length === 0 && dir === undefined && holdsBlocks(node)) return content;
  return writeElement(printer, tag, [["dir", dir]], styles, content);
}

function holdsBlocks({ children, style }: ShownElement): boolean {
  if (style.display === "flex" || style.display === "grid") return true;
  return children.every((child) => (typeof child === "string" ? child.trim() === "" : !isInline(child)));
}

/** Prints what a block holds, in the layout that it says. */
function printContent(node: ShownElement, layout: Layout | undefined, printer: Printer): string {
  const { text } = node.style;
  switch (layout?.kind) {
    case "rows":
      return printRows(layout, node.style, printer);
    case "column":
      return printColumn(node.children, layout.gap, text, printer);
    case "wrap":
      return printWrapped(node.children, layout.gap, text, printer);
    default:
      return printer.flow(node.children, text);
  }
}

function printColumn(nodes: readonly Shown[], gap: string, text: TextStyle, printer: Printer): string {
  const parts = nodes.filter((node) => typeof node !== "string" || node.trim() !== "");
  return parts
    .map((node, i) => {
      const one =
        typeof node !== "string" && !isInline(node)
          ? printer.flow([node], text)
          : writeElement(printer, "div", [], [], printer.flow([node], text));
      return i === 0 || gap === "0" ? one : `${writeElement(printer, "div", [], toBar(gap), "&nbsp;")}${one}`;
    })
    .join("");
}

/** Parts that stand in a line as words do, with room behind each. */
function printWrapped(nodes: readonly Shown[], gap: string, text: TextStyle, printer: Printer): string {
  const parts = nodes.filter((node) => typeof node !== "string" || node.trim() !== "");
  const behind = text.rtl ? `0 0 ${gap} ${gap}` : `0 ${gap} ${gap} 0`;
  const line = parts.map((node) =>
    writeElement(
      printer,
      "span",
      [],
      [
        ["display", "inline-block"],
        ["margin", behind],
        ["vertical-align", "top"],
      ],
      printer.flow([node], text),
    ),
  );
  return line.join(" ");
}

function printBox(node: ShownElement, content: string, printer: Printer): string {
  const { style } = node;
  const { own, text } = style;
  const height = own.get("height");
  const bare = content.trim() === "";
  const low = height === undefined ? bare : Number.parseFloat(height) <= bar && textOf(node).trim() === "";
  const sized = toBlockWidth(style);
  const dir = text.rtl ? "rtl" : undefined;
  const cell: Styles = [
    ...(low ? [] : toCellText(text)),
    ...(text.align === "left" ? [] : ([["text-align", text.align]] as const)),
    ...toBox(style),
    ...(low ? toBar(height ?? "0") : height === undefined || height === "0" ? [] : ([["height", height]] as const)),
    ...toDecoration(node),
  ];
  const attributes = [
    ["dir", dir],
    ["height", low ? toWidth(height) : undefined],
    ["align", text.align === "left" ? undefined : text.align],
  ] as const;
  const td = writeElement(printer, "td", attributes, cell, bare ? "&nbsp;" : content);
  const table = [...layoutTable, ["width", toWidth(sized.at(-1)?.[1])]] as const;
  const styles: Styles = [...sized, ["border-collapse", "separate"]];
  return writeElement(printer, "table", table, styles, writeElement(printer, "tr", [], [], td));
}

/** What keeps a cell as low as a bar: otherwise a line of text is the least height. */
function toBar(height: string): Styles {
  return [
    ["height", height],
    ["font-size", "0"],
    ["line-height", "0"],
  ];
}

function toDecoration({ style }: ShownElement): Styles {
  const line = style.own.get("text-decoration");
  return line === undefined || line === "none" ? [] : [["text-decoration", line]];
}

/** Tables have no margins in Outlook: what stands around them has. */
export function withMargin(margin: Styles, content: string, printer: Printer): string {
  return margin.length === 0 ? content : writeElement(printer, "div", [], margin, content);
}
