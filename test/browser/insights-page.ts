import { type InsightsSubject, type MountedInsights, mountInsights } from "../../src/dom.ts";
import { icons } from "../../src/icons.ts";
import { createViews } from "../../src/index.ts";

/** A panel to show. Given as JSON. */
export interface PagePanel {
  readonly kviews: readonly unknown[];
  readonly klasses: unknown;
  readonly subject: InsightsSubject;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What the test calls. */
export interface InsightsPageApi {
  show(panel: string): void;
  update(subject: string): void;
  unmount(): void;
  /** What was told, as `view code`. */
  readonly told: string[];
}

const told: string[] = [];
const place = document.querySelector("#place") as HTMLElement;
let panel: MountedInsights | undefined;

(globalThis as unknown as { insights: InsightsPageApi }).insights = {
  show(json) {
    const { kviews, klasses, subject, options } = JSON.parse(json) as PagePanel;
    panel?.unmount();
    const onDiagnostic = ({ code }: { readonly code: string }, { view }: { readonly view?: string }) => told.push(`${view} ${code}`);
    panel = mountInsights(place, subject, { ...options, views: createViews(kviews), klasses, icons, onDiagnostic });
  },
  update: (json) => panel?.update(JSON.parse(json) as InsightsSubject),
  unmount: () => panel?.unmount(),
  told,
};
