import type { PageElement } from "../../../policy/read-html.ts";
import type { Declaration } from "./sheet.ts";

const sizes: readonly string[] = ["10px", "13px", "16px", "18px", "24px", "32px", "48px"];
const cells = ["td", "th"];
const sized = ["td", "th", "table", "img", "hr", "col"];
const aligned = ["td", "th", "tr", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center"];

interface Hint {
  readonly on: readonly string[];
  readonly toStyle: (value: string) => readonly [string, string];
}

/** Attributes of older templates that say how something looks, as declarations: by their names, and the elements that they count on. */
const hints: ReadonlyMap<string, Hint> = new Map<string, Hint>([
  ["align", { on: aligned, toStyle: (value) => ["text-align", value] }],
  ["valign", { on: [...cells, "tr"], toStyle: (value) => ["vertical-align", value] }],
  ["bgcolor", { on: [...cells, "tr", "table"], toStyle: (value) => ["background-color", value] }],
  ["width", { on: sized, toStyle: (value) => ["width", toLength(value)] }],
  ["height", { on: sized, toStyle: (value) => ["height", toLength(value)] }],
  ["nowrap", { on: cells, toStyle: () => ["white-space", "nowrap"] }],
  ["color", { on: ["font"], toStyle: (value) => ["color", value] }],
  ["face", { on: ["font"], toStyle: (value) => ["font-family", value] }],
  ["size", { on: ["font"], toStyle: (value) => ["font-size", sizes[Number(value) - 1] ?? ""] }],
]);

/** Reads what an element's attributes say of its looks. */
export function readAttributeStyles({ tag, attributes }: PageElement): readonly Declaration[] {
  const declarations: Declaration[] = [];
  for (const [attribute, value] of attributes) {
    const hint = hints.get(attribute);
    if (hint?.on.includes(tag) !== true) continue;
    const [name, style] = hint.toStyle(value.trim());
    declarations.push({ name, value: style, important: false });
  }
  return declarations;
}

function toLength(value: string): string {
  return /^\d+$/.test(value) ? `${value}px` : value;
}
