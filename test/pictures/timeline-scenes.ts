import { renderTimeline } from "../../src/html.ts";
import { readAll, readTimelineCases } from "../workspace/timeline-case.ts";
import type { Scene } from "./scene.ts";

const cases = new Map(readTimelineCases().map((one) => [one.name, one]));

/** @param open Ids of items that stand open; all when absent. */
function toScene(name: string, { open, ...more }: Partial<Scene> & { readonly open?: readonly string[] } = {}): Scene {
  const one = cases.get(name);
  if (one === undefined) throw new Error(`there is no case ${name}`);
  const items = one.items.map((item) => ({ ...item, expanded: open?.includes(item.id) ?? true }));
  return {
    name,
    html: (theme, idPrefix) => readAll(renderTimeline(items, { ...one.options, theme, idPrefix })),
    css: ".sheet-place { background: var(--background-secondary-color); }",
    ...more,
  };
}

/** The timeline as a server writes it. */
export const timelineScenes: readonly Scene[] = [
  toScene("timeline-mixed", { open: ["message-1", "order-17"] }),
  toScene("timeline-failing", { widths: [280] }),
  toScene("timeline-elsewhere", { dir: "rtl", widths: [280, 480], themes: ["light"], open: [] }),
  toScene("timeline-mixed", { name: "timeline-paper", look: { media: "print" }, open: [], widths: [480], themes: ["dark"] }),
  toScene("timeline-mixed", {
    name: "timeline-forced-colors",
    look: { forcedColors: "active" },
    open: ["rental-1"],
    widths: [480],
    themes: ["dark"],
  }),
];
