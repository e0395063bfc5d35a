import { readWorkspace } from "../../scripts/demo/workspace.ts";
import { renderInsights, renderTimeline } from "../../src/html.ts";
import { icons } from "../../src/icons.ts";
import { createKlasses, createViews } from "../../src/index.ts";
import { readAll } from "../workspace/timeline-case.ts";
import type { PictureTheme, Scene } from "./scene.ts";

const { definitions, items, subject, now, timeZone, locale, klasses: defined } = readWorkspace();
const klasses = createKlasses(defined);
const views = createViews(definitions, { klasses });
const toOptions = (theme: PictureTheme, idPrefix: string) => ({ views, klasses, icons, now, timeZone, locale, theme, idPrefix });
const css = ".sheet-place { background: var(--background-secondary-color); }";

/** The demo as `npm run demo` prints it, every record open. */
export const demoScenes: readonly Scene[] = [
  {
    name: "demo-timeline",
    html: (theme, id) =>
      readAll(
        renderTimeline(
          items.map((item) => ({ ...item, expanded: true })),
          toOptions(theme, id),
        ),
      ),
    css,
  },
  { name: "demo-insights", html: (theme, id) => renderInsights(subject, toOptions(theme, id)), css },
];
