import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatDocument } from "../src/cli/document.ts";
import { type RenderedView, renderTimelineViews, timeZone } from "./timeline.ts";

const folder = ".out/demo";
const dates = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone });

mkdirSync(folder, { recursive: true });
const css = `${readFileSync("src/components/theme.css", "utf8")}\n${readFileSync("scripts/demo.css", "utf8")}`;
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

function formatCard({ title, at, html }: RenderedView): string {
  const date = at === undefined ? "" : `<time class="kv-card-time" datetime="${at}">${dates.format(new Date(at))}</time>`;
  const icon = `<span class="kv-card-icon" aria-hidden="true">${title.charAt(0)}</span>`;
  const header = `<header class="kv-card-header">${icon}<h2 class="kv-card-title">${title}</h2>${date}</header>`;
  return `<article class="kv-card">${header}<div class="kv-card-body">\n${html}\n</div></article>`;
}
