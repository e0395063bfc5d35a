import type { PageElement } from "../../policy/read-html.ts";
import { readText } from "./controls.ts";
import type { ChartMark, ShownChart } from "./shown.ts";

/**
 * Reads what a drawing says: the marks of a chart of ours by their titles and sizes, or else the words that it has for those who don't see
 * it. `undefined` for decoration.
 */
export function readDrawing(svg: PageElement): ShownChart | undefined {
  const text = (svg.attributes.get("aria-label") ?? "").trim();
  if (!svg.classes.has("kv-chart-drawing")) return text === "" ? undefined : { marks: [], text };
  const marks = svg.elements.filter(({ tag }) => tag === "rect").map(toMark);
  const title = svg.parent?.elements.find(({ classes }) => classes.has("kv-chart-title"));
  const name = `${title === undefined ? "Chart" : readText(title)}: `;
  return { marks: scale(marks), text: text.startsWith(name) ? text.slice(name.length) : text };
}

function toMark(bar: PageElement): ChartMark {
  const title = bar.elements.find(({ tag }) => tag === "title");
  const text = title === undefined ? "" : readText(title);
  const colon = text.lastIndexOf(": ");
  return {
    label: colon === -1 ? "" : text.slice(0, colon),
    value: text.slice(colon === -1 ? 0 : colon + 2),
    // A drawing may be anybody's, and have any height.
    share: Math.min(100, Math.max(0, Number.parseFloat(bar.attributes.get("height") ?? "") || 0)),
  };
}

function scale(marks: readonly ChartMark[]): readonly ChartMark[] {
  const most = marks.reduce((largest, { share }) => Math.max(largest, share), 1);
  return marks.map((mark) => ({ ...mark, share: Math.max(1, Math.round((mark.share / most) * 100)) }));
}
