import type { ChartMark, ShownElement } from "../shown.ts";
import type { TextStyle } from "../style/style.ts";
import { findToken } from "../style/tokens.ts";
import { layoutTable } from "./rows.ts";
import { type Printer, type Styles, toCellText, writeElement } from "./write.ts";

/** More bars than that are a long list: they are told in words. */
const mostBars = 24;

/** Prints a chart as rows of label, bar and number; what has no marks, or too many, in words. */
export function printChart({ chart, style }: ShownElement, printer: Printer): string {
  if (chart === undefined) return "";
  const { text, tokens } = style;
  const hint = findToken("--font-secondary-color", tokens) ?? text.colour;
  const { marks } = chart;
  if (marks.length === 0 || marks.length > mostBars) {
    return writeElement(printer, "div", [], [["color", hint]], printer.flow([chart.text], text));
  }
  const colour = findToken("--kv-mark", tokens) ?? findToken("--kv-link", tokens) ?? text.colour;
  const rows = marks.map((mark) => printMark(mark, { ...text, colour: hint }, text, colour, printer));
  return writeElement(printer, "table", [...layoutTable.slice(1), ["width", "100%"]], [["width", "100%"]], rows.join(""));
}

function printMark({ label, value, share }: ChartMark, quiet: TextStyle, text: TextStyle, colour: string, printer: Printer): string {
  const nowrap: Styles = [["white-space", "nowrap"]];
  const [start, end] = text.rtl ? (["right", "left"] as const) : (["left", "right"] as const);
  const name = writeElement(
    printer,
    "td",
    [["align", start]],
    [...toCellText(quiet), ...nowrap, ["padding", "2px 0"]],
    printer.flow([label], quiet),
  );
  const low: Styles = [
    ["height", "8px"],
    ["font-size", "0"],
    ["line-height", "0"],
  ];
  const bar = writeElement(printer, "td", [["height", 8]], [["background-color", colour], ["border-radius", "2px"], ...low], "&nbsp;");
  const width = `${share}%`;
  const drawing = writeElement(
    printer,
    "table",
    [...layoutTable, ["width", width]],
    [["width", width]],
    writeElement(printer, "tr", [], [], bar),
  );
  const middle = writeElement(
    printer,
    "td",
    [
      ["width", "100%"],
      ["valign", "middle"],
    ],
    [
      ["padding", "2px 10px"],
      ["width", "100%"],
    ],
    drawing,
  );
  const number = writeElement(
    printer,
    "td",
    [["align", end]],
    [...toCellText(text), ...nowrap, ["padding", "2px 0"]],
    printer.flow([value], text),
  );
  return writeElement(printer, "tr", [], [], name + middle + number);
}
