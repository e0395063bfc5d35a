import { renderInsights } from "../../src/html.ts";
import { readInsightsCase } from "../workspace/insights-case.ts";
import type { Scene } from "./scene.ts";

function toScene(name: string, more: Partial<Scene> = {}): Scene {
  const { subject, options } = readInsightsCase(name);
  return {
    name,
    html: (theme, idPrefix) => renderInsights(subject, { ...options, theme, idPrefix }),
    css: ".sheet-place { padding: 0; }",
    ...more,
  };
}

/** The insights panel beside each kind of subject. */
export const insightsScenes: readonly Scene[] = [
  toScene("insights-customer"),
  toScene("insights-conversation"),
  toScene("insights-kobject"),
  toScene("insights-search"),
  toScene("insights-failing", { widths: [280] }),
  toScene("insights-customer", { name: "insights-right-to-left", dir: "rtl", widths: [280], themes: ["light"] }),
  toScene("insights-customer", { name: "insights-paper", look: { media: "print" }, widths: [480], themes: ["dark"] }),
  toScene("insights-search", { name: "insights-forced-colors", look: { forcedColors: "active" }, widths: [280], themes: ["dark"] }),
];
