import type { ShownElement } from "../shown.ts";
import type { TextStyle } from "../style/style.ts";
import { toBorder, toGround, toSpace } from "./boxes.ts";
import { type Printer, type Styles, toTextChange, writeElement } from "./write.ts";

/** Prints a list as one, or as blocks where its author took the marks away. */
export function printList(list: ShownElement, around: TextStyle, printer: Printer): string {
  const { style, children, tag, attributes } = list;
  const { text } = style;
  const marked = text.list !== "none";
  const items = children.flatMap((item) => (typeof item === "string" ? [] : [printItem(item, marked, text, printer)])).join("");
  const space = toSpace("margin", style);
  const styles: Styles = [
    ...(space.length > 0 ? space : ([["margin", "0"]] as const)),
    ...(marked
      ? ([
          ["padding", text.rtl ? "0 20px 0 0" : "0 0 0 20px"],
          ["list-style-type", text.list],
        ] as const)
      : toSpace("padding", style)),
    ...toTextChange(text, around),
    ...toGround(style),
    ...toBorder(style),
  ];
  const name = marked ? (tag === "ol" ? "ol" : "ul") : "div";
  return writeElement(printer, name, [...attributes], styles, items);
}

function printItem(item: ShownElement, marked: boolean, around: TextStyle, printer: Printer): string {
  if (item.tag !== "li" || !marked) {
    const one = printer.flow(item.children, item.style.text);
    return writeElement(printer, "div", [], toItemStyles(item, around), one);
  }
  return writeElement(printer, "li", [...item.attributes], toItemStyles(item, around), printer.flow(item.children, item.style.text));
}

function toItemStyles({ style }: ShownElement, around: TextStyle): Styles {
  return [
    ...toSpace("margin", style),
    ...toSpace("padding", style),
    ...toTextChange(style.text, around),
    ...toGround(style),
    ...toBorder(style),
  ];
}
