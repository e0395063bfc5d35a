import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatDocument } from "../src/cli/document.ts";
import { formatCard } from "./card-frame.ts";
import { readTheme } from "./theme.js";
import { type RenderedView, renderTimelineViews } from "./timeline.ts";

const folder = ".out/demo";

mkdirSync(folder, { recursive: true });
const css = `${readTheme()}\n${readFileSync("scripts/demo.css", "utf8")}`;
console.log("A sample customer timeline, rendered from fixtures/timeline:");
for (const theme of ["light", "dark"] as const) {
  const views = renderTimelineViews(theme);
  const file = `${folder}/timeline-${theme}.html`;
  writeFileSync(file, `${formatDocument({ title: "Marta Lindqvist", theme, locale: "en-US", css, body: formatPage(views) })}\n`);
  console.log(`  ${theme.padEnd(5)}  ${resolve(file)}  (${views.length} views)`);
}

function formatPage(views: readonly RenderedView[]): string {
  const panel = views.filter(({ context }) => context !== "expanded-timeline");
  const timeline = views.filter(({ context }) => context === "expanded-timeline");
  return `<div class="demo">
<main>
<h1>Marta Lindqvist</h1>
<ol class="kv-timeline">
${timeline.map((view) => `<li class="kv-timeline-item">${formatCard(view)}</li>`).join("\n")}
</ol>
</main>
<aside>
${panel.map(formatCard).join("\n")}
</aside>
</div>`;
}
