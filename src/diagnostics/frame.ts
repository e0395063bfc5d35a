import { toPlainText, toWidth } from "./plain-text.ts";
import { type Span, toLineStarts } from "./span.ts";

/** Columns of source shown of one line; templates of one line with 170,000 characters exist. */
const frameWidth = 120;
/** Of those, columns kept in front of the place. */
const lead = 60;

/**
 * Formats the code frame of a place: the line before, the line itself, and carets under the place, up to the line's end
 * where the place spans several. Long lines are cut to a window around the place. No line break at the end.
 */
export function formatFrame(source: string, span: Span, label = ""): string {
  const starts = toLineStarts(source);
  const gutter = String(span.line).length;
  const line = readLine(source, starts, span.line);
  const from = Math.max(0, span.column - 1 - lead);
  const rows: string[] = [];
  if (span.line > 1) {
    const previous = readLine(source, starts, span.line - 1);
    rows.push(formatRow(gutter, String(span.line - 1), cut(previous, previous.length > from ? from : 0)));
  }
  rows.push(formatRow(gutter, String(span.line), cut(line, from)));
  const before = cut(line.slice(0, span.column - 1), from);
  const end = span.endLine === span.line ? span.endColumn - 1 : line.length;
  const marked = toPlainText(line.slice(span.column - 1, Math.min(end, from + frameWidth)));
  const carets = "^".repeat(Math.max(1, toWidth(marked)));
  rows.push(formatRow(gutter, "", `${" ".repeat(toWidth(before))}${carets}${label === "" ? "" : ` ${toPlainText(label)}`}`));
  return rows.join("\n");
}

function formatRow(gutter: number, number: string, text: string): string {
  return ` ${number.padStart(gutter)} | ${text}`.trimEnd();
}

function readLine(source: string, starts: readonly number[], line: number): string {
  return source.slice(starts[line - 1] ?? source.length, starts[line] ?? source.length).replace(/[\n\r\u2028\u2029]+$/, "");
}

/** The window of a line that begins at `from`; an ellipsis stands for what is left out. */
function cut(line: string, from: number): string {
  const text = toPlainText(line.slice(from, from + frameWidth));
  return `${from > 0 ? "…" : ""}${text}${line.length > from + frameWidth ? "…" : ""}`;
}
