import { renderExample } from "../../scripts/render-example.ts";
import type { Component } from "../../src/components/define-component.ts";
import { standardComponents } from "../../src/components/standard.ts";
import { demoScenes } from "./demo-scenes.ts";
import { insightsScenes } from "./insights-scenes.ts";
import type { PictureTheme, Scene } from "./scene.ts";
import { timelineScenes } from "./timeline-scenes.ts";

const css = ".sheet-place > p { height: 12px; margin: 0; } .sheet-place > p:first-child { height: 0; }";

/** Examples of the catalogue, one below the other. */
function renderExamples({ name, examples }: Component, theme: PictureTheme, id: string): string {
  return examples.map((source, index) => `<p></p>${renderExample(`${id}-${name}-${index}`, source, theme)}`).join("");
}

const components = standardComponents.map((component): Scene => {
  const name = component.name.replace(/\B[A-Z]/g, "-$&").toLowerCase();
  return { name: `component-${name}`, html: (theme, id) => renderExamples(component, theme, id), css };
});

const renderAll = (theme: PictureTheme, id: string) => standardComponents.map((component) => renderExamples(component, theme, id)).join("");

/** All components as other readers have them. */
const readers: readonly Scene[] = [
  { name: "reader-right-to-left", html: renderAll, css, dir: "rtl", widths: [280], themes: ["light"] },
  { name: "reader-forced-colors", html: renderAll, css, look: { forcedColors: "active" }, widths: [280], themes: ["dark"] },
  { name: "reader-paper", html: renderAll, css, look: { media: "print" }, widths: [480], themes: ["dark"] },
];

/**
 * All golden pictures. To add one: a scene here, `npm run pictures -- -t <name>`, and a look at `fixtures/pictures/<name>.png`
 * before it is committed.
 */
export const scenes: readonly Scene[] = [...components, ...readers, ...insightsScenes, ...timelineScenes, ...demoScenes];
