import { escapeText } from "../../../runtime/escape.ts";
import type { Shown } from "../shown.ts";
import { type TextStyle, textProperties } from "../style/style.ts";
import { messageElements, messageProperties } from "./message.ts";

/** What the parts of the printer hand to one another. */
export interface Printer {
  /** Prints nodes one after the other; `text` is how text around them looks. */
  readonly flow: (nodes: readonly Shown[], text: TextStyle) => string;
  /** Counts what is about to be written; a `LimitError` when it is too much. */
  readonly count: (length: number) => void;
}

/** Declarations to write, in their order. */
export type Styles = ReadonlyArray<readonly [name: string, value: string]>;
export type Attributes = ReadonlyArray<readonly [name: string, value: string | number | undefined]>;

/** Writes an element. What no table of messages lists is not written. */
export function writeElement(printer: Printer, tag: string, attributes: Attributes, styles: Styles, content: string): string {
  const open = writeTag(printer, tag, attributes, styles);
  return open === "" ? content : `${open}${content}</${tag}>${lineEnds.has(tag) ? "\n" : ""}`;
}

/** Writes an element that holds nothing, or the start of one. */
export function writeTag(printer: Printer, tag: string, attributes: Attributes, styles: Styles): string {
  const known = messageElements.get(tag);
  if (known === undefined) return "";
  let open = `<${tag}`;
  for (const [name, value] of attributes) if (value !== undefined && known.has(name)) open += ` ${name}="${escapeText(String(value))}"`;
  const style = styles.flatMap(([name, value]) => (messageProperties.has(name) ? [`${name}:${value}`] : [])).join(";");
  if (style !== "" && known.has("style")) open += ` style="${escapeText(style)}"`;
  printer.count(open.length);
  return `${open}>`;
}

/** Lines stay short: mail servers cut long ones. */
const lineEnds: ReadonlySet<string> = new Set(["table", "tr", "td", "th", "div", "p", "ul", "ol", "li", "blockquote"]);

/** Writes text as the style says: line breaks that count become elements, since not every client keeps them. */
export function writeText(printer: Printer, text: string, space: string): string {
  printer.count(text.length);
  if (space === "normal" || space === "nowrap") return escapeText(text.replace(/[ \t\n\f\r]+/g, " "));
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const keepsBlanks = space !== "pre-line";
  return lines
    .map((line) => (keepsBlanks ? line.replace(/\t/g, "    ").replace(/^ | (?= )/g, "\u00a0") : line.replace(/[ \t\f]+/g, " ")))
    .map(escapeText)
    .join("<br>");
}

const defaults: ReadonlyMap<string, string> = new Map([
  ["font-weight", "400"],
  ["font-style", "normal"],
  ["text-transform", "none"],
  ["letter-spacing", "0"],
]);
/** The properties that text carries in a message; the others are written where they count. */
const carried = ["font-family", "font-size", "line-height", "color", "font-weight", "font-style", "text-transform", "letter-spacing"];

/** All of a text's style: cells get it whole, since clients hand nothing down into tables. */
export function toCellText(text: TextStyle): Styles {
  return carried.map((name) => [name, readText(name, text)] as const).filter(([name, value]) => defaults.get(name) !== value);
}

/** What is different from the text around. */
export function toTextChange(text: TextStyle, around: TextStyle): Styles {
  return [...carried, "text-align"]
    .filter((name) => readText(name, text) !== readText(name, around))
    .map((name) => [name, readText(name, text)] as const);
}

function readText(name: string, text: TextStyle): string {
  if (name === "font-size") return `${text.size}px`;
  const key = textProperties.get(name);
  return key === undefined ? "" : text[key];
}
