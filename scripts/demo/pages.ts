import { rolldown } from "rolldown";
import { formatDocument } from "../../src/cli/document.ts";
import { renderInsights, renderTimeline } from "../../src/html.ts";
import { icons } from "../../src/icons.ts";
import { createKlasses, createViews } from "../../src/index.ts";
import type { Workspace } from "./workspace.ts";

/** What a page of the demo is made of. */
interface PageParts {
  readonly theme: "light" | "dark";
  /** Text of the style sheet. */
  readonly css: string;
}

/** Prints the workspace as a server would: one page, without script. */
export async function formatPrintedPage(workspace: Workspace, { theme, css }: PageParts): Promise<string> {
  const { title, definitions, items, subject, now, timeZone, locale } = workspace;
  const klasses = createKlasses(workspace.klasses);
  const views = createViews(definitions, { klasses });
  const options = { views, klasses, icons, now, timeZone, locale };
  let timeline = "";
  for await (const html of renderTimeline(items, { ...options, idPrefix: "timeline" })) timeline += html;
  const insights = renderInsights(subject, { ...options, idPrefix: "insights" });
  const body = `<div class="demo">
<header class="demo-head"><h1>${title}</h1></header>
<main class="demo-timeline">${timeline}</main>
<div class="demo-insights">${insights}</div>
</div>`;
  return formatDocument({ title, theme, locale, css, body });
}

/** Prints the page that mounts the workspace, by the script beside it. */
export function formatLivePage(workspace: Workspace, css: string, script: string): string {
  return `<!doctype html>
<html lang="${workspace.locale}" data-theme="device">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${workspace.title}</title>
<style>
${css}
</style>
</head>
<body>
<div class="demo demo-live">
<header class="demo-head"><h1>${workspace.title}</h1>
<label>Theme <select id="theme"><option value="device">Device</option><option value="light">Light</option><option value="dark">Dark</option></select></label></header>
<main class="demo-timeline" id="timeline"></main>
<div class="demo-insights" id="insights"></div>
</div>
<script type="application/json" id="workspace">${JSON.stringify(workspace).replaceAll("<", "\\u003c")}</script>
<script src="${script}"></script>
</body>
</html>`;
}

/** Bundles the live page's script, the compiler with it: one file that a page opened from disk may load. */
export async function bundleLivePage(): Promise<string> {
  const build = await rolldown({ input: "scripts/demo/live-page.ts", platform: "browser", logLevel: "silent" });
  const { output } = await build.generate({ format: "iife", minify: true });
  await build.close();
  return output[0].code;
}
