import type { Style } from "./style/style.ts";

/** What a reader of a message sees: text, and elements with their styles. What is hidden, or shows nothing, is not among it. */
export type Shown = ShownElement | string;

export interface ShownElement {
  /** The element's name in HTML; `span` for what is generated. */
  readonly tag: string;
  readonly classes: ReadonlySet<string>;
  readonly style: Style;
  readonly children: readonly Shown[];
  /** Attributes that say something beyond looks, judged: see `shownAttributes`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What a drawing of numbers says. */
  readonly chart?: ShownChart;
}

export interface ShownChart {
  /** Marks with their part of the largest, in hundredths; empty where the drawing names none. */
  readonly marks: readonly ChartMark[];
  /** All of it in words. */
  readonly text: string;
}

export interface ChartMark {
  readonly label: string;
  readonly value: string;
  readonly share: number;
}

/** Tells whether an element stands in a line of text. */
export function isInline({ style }: ShownElement): boolean {
  return style.display.startsWith("inline") || style.display === "contents";
}

/** The text of a shown element, blanks as they are; no more of it than is asked for. */
export function textOf(node: Shown, most = 100): string {
  if (typeof node === "string") return node;
  let text = "";
  for (const child of node.children) if ((text += textOf(child, most)).length > most) return text;
  return text;
}
