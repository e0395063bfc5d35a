import { escapeText } from "../../../runtime/escape.ts";
import { isInline, type Shown, type ShownElement } from "../shown.ts";
import { messageWidth } from "../style/properties.ts";
import type { TextStyle } from "../style/style.ts";
import { findToken } from "../style/tokens.ts";
import { printBlock } from "./blocks.ts";
import { printChart } from "./charts.ts";
import { printImage, printInline } from "./inline.ts";
import { printList } from "./lists.ts";
import { layoutTable } from "./rows.ts";
import { printTable } from "./tables.ts";
import { type Printer, toCellText, writeElement, writeText } from "./write.ts";

/**
 * Prints a card as a message: one table with all of its styles on its elements.
 *
 * @param count Counts what is written; throws when it is too much.
 */
export function printEmail(card: ShownElement, locale: string, count: Printer["count"]): string {
  const printer: Printer = { flow: (nodes, text) => nodes.map((node) => printNode(node, text, printer)).join(""), count };
  const { text, tokens } = card.style;
  const content = printer.flow(card.children, text).trim();
  if (content === "") return "";
  const ground = findToken("--background-primary-color", tokens) ?? "#ffffff";
  const styles = [...toCellText(text), ["text-align", text.align], ["background-color", ground], ["word-break", "break-word"]] as const;
  const cell = writeElement(
    printer,
    "td",
    [
      ["align", text.align],
      ["valign", "top"],
    ],
    [...styles, ["padding", "15px"]],
    content,
  );
  const width = [
    ["width", "100%"],
    ["max-width", `${messageWidth}px`],
    ["background-color", ground],
  ] as const;
  const language = [
    ["lang", locale],
    ["dir", text.rtl ? "rtl" : "ltr"],
  ] as const;
  return writeElement(
    printer,
    "table",
    [...layoutTable, ...language, ["width", messageWidth]],
    width,
    writeElement(printer, "tr", [], [], cell),
  ).trim();
}

function printNode(node: Shown, text: TextStyle, printer: Printer): string {
  if (typeof node === "string") return writeText(printer, node, text.space);
  if (node.chart !== undefined) return node.style.display === "inline" ? escapeText(node.chart.text) : printChart(node, printer);
  switch (node.tag) {
    case "br":
      return "<br>";
    case "img":
      return node.attributes.has("src") ? printImage(node, printer) : printInline(node, text, printer);
    case "table":
      return printTable(node, printer);
    case "ul":
    case "ol":
    case "menu":
    case "dir":
      return printList(node, text, printer);
    default:
      return isInline(node) ? printInline(node, text, printer) : printBlock(node, text, printer);
  }
}
