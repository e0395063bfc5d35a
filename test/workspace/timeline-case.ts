import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { TimelineItem, TimelineOptions } from "../../src/html.ts";
import { icons } from "../../src/icons.ts";
import { createViews } from "../../src/index.ts";

/** One directory `timeline-…` of `fixtures/workspace`. */
export interface TimelineCase {
  readonly name: string;
  readonly items: readonly TimelineItem[];
  readonly options: TimelineOptions;
  /** Golden files; `undefined` where there is none yet. */
  readonly html: string | undefined;
  readonly diagnostics: string;
}

const root = `${import.meta.dirname}/../../fixtures/workspace/`;

export function readTimelineCases(): readonly TimelineCase[] {
  return readdirSync(root)
    .filter((name) => name.startsWith("timeline-"))
    .sort()
    .map((name) => {
      const path = (file: string) => `${root}${name}/${file}`;
      const read = (file: string) => (existsSync(path(file)) ? readFileSync(path(file), "utf8") : undefined);
      return {
        name,
        items: JSON.parse(read("items.json") ?? "[]"),
        options: { views: createViews(JSON.parse(read("kviews.json") ?? "[]")), icons, ...JSON.parse(read("options.json") ?? "{}") },
        html: read("expected.html"),
        diagnostics: read("expected.diagnostics.txt") ?? "",
      };
    });
}

/** Writes the golden files of a case. They are read by a person before they are committed. */
export function writeTimelineGolden(name: string, html: string, diagnostics: string): void {
  writeFileSync(`${root}${name}/expected.html`, html);
  if (diagnostics !== "") writeFileSync(`${root}${name}/expected.diagnostics.txt`, diagnostics);
}

/** Reads all of a stream. */
export async function readAll(chunks: AsyncIterable<string>): Promise<string> {
  let html = "";
  for await (const chunk of chunks) html += chunk;
  return html;
}

/** HTML with a line for each day, item and part of an item, for people to read. */
export function toLines(html: string): string {
  return `${html.replace(/<(?=article|summary|div class="(kv-timeline-day|kv-item-body|kv-item-card|kv-field")|p class|\/section)/g, "\n<")}\n`;
}
