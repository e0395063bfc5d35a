import { type ShownElement, textOf } from "../shown.ts";
import { messageWidth } from "../style/properties.ts";
import type { TextStyle } from "../style/style.ts";
import { isBox, toBorder, toCorners, toGround, toSpace, toWidth } from "./boxes.ts";
import { type Printer, type Styles, toTextChange, writeElement, writeTag } from "./write.ts";

/** Elements that say something of their text, by what a message calls them, and what clients then do by themselves. */
const meant: ReadonlyMap<string, readonly [tag: string, name: string, value: string]> = new Map([
  ["b", ["strong", "font-weight", "700"]],
  ["strong", ["strong", "font-weight", "700"]],
  ["i", ["em", "font-style", "italic"]],
  ["em", ["em", "font-style", "italic"]],
  ["u", ["u", "text-decoration", "underline"]],
  ["ins", ["u", "text-decoration", "underline"]],
  ["s", ["s", "text-decoration", "line-through"]],
  ["strike", ["s", "text-decoration", "line-through"]],
  ["del", ["s", "text-decoration", "line-through"]],
  ["sub", ["sub", "vertical-align", "sub"]],
  ["sup", ["sup", "vertical-align", "super"]],
]);

/** Longer text than that wraps, whatever its author wished: it would push a message out of its width. */
const longestUnbroken = 32;

/** Prints an element of a line of text. */
export function printInline(node: ShownElement, around: TextStyle, printer: Printer): string {
  const { style, children, attributes } = node;
  const content = printer.flow(children, style.text);
  const [tag, name, value] = meant.get(node.tag) ?? ["span", "", ""];
  const href = attributes.get("href");
  const styles = toInlineStyles(node, around).filter(([one, given]) => one !== name || given !== value);
  if (href !== undefined) {
    // Clients paint links as they like unless told otherwise.
    const line = style.own.get("text-decoration") ?? "underline";
    const told: Styles = [
      ["color", style.text.colour],
      ["text-decoration", line],
    ];
    return writeElement(
      printer,
      "a",
      [["href", href]],
      [...told, ...styles.filter(([one]) => !told.some(([first]) => first === one))],
      content,
    );
  }
  const dir = style.text.rtl === around.rtl ? undefined : style.text.rtl ? "rtl" : "ltr";
  if (tag === "span" && styles.length === 0 && dir === undefined) return content;
  return writeElement(printer, tag, [["dir", dir]], styles, content === "" ? "&nbsp;" : content);
}

function toInlineStyles(node: ShownElement, around: TextStyle): Styles {
  const { own, text, display } = node.style;
  const block = display !== "inline" && display !== "contents";
  const size = (name: string): Styles => {
    const value = own.get(name);
    return block && value !== undefined && value !== "0" ? [[name, value]] : [];
  };
  const decoration = own.get("text-decoration");
  const place = own.get("vertical-align");
  return [
    ...(block ? ([["display", "inline-block"]] as const) : []),
    ...toTextChange(text, around).filter(([name]) => block || name !== "text-align"),
    ...(decoration === undefined || decoration === "none" ? [] : ([["text-decoration", decoration]] as const)),
    ...(place === undefined || place === "baseline" ? [] : ([["vertical-align", place]] as const)),
    ...(text.space === "nowrap" && textOf(node).length <= longestUnbroken ? ([["white-space", "nowrap"]] as const) : []),
    ...size("width"),
    ...(block ? ([["max-width", "100%"]] as const) : []),
    ...size("height"),
    ...(isBox(node.style) ? toSpace("padding", node.style) : []),
    ...toGround(node.style),
    ...toBorder(node.style),
    ...toSpace("margin", node.style),
  ];
}

/** Prints a picture: by its width where one is known, else as wide as there is room. */
export function printImage({ style, attributes }: ShownElement, printer: Printer): string {
  const { own } = style;
  const width = own.get("width");
  const px = width?.endsWith("px") === true ? Math.min(messageWidth, Math.round(Number.parseFloat(width))) : undefined;
  const styles: Styles = [
    ["max-width", "100%"],
    ...(width === undefined || width === "0" ? [] : ([["width", width]] as const)),
    ["height", own.get("height") ?? "auto"],
    ...toCorners(style),
    ...toBorder(style),
    ...toSpace("margin", style),
  ];
  const given = [
    ["src", attributes.get("src")],
    ["alt", attributes.get("alt") ?? ""],
    ["width", px ?? toWidth(width)],
    ["border", 0],
  ] as const;
  return writeTag(printer, "img", given, styles);
}
