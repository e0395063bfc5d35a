import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { InsightsSubject, WorkspaceOptions } from "../../src/html.ts";
import { icons } from "../../src/icons.ts";
import { createKlasses, createViews, type Views } from "../../src/index.ts";

/** One directory `insights-…` of `fixtures/workspace`. */
export interface InsightsCase {
  readonly name: string;
  readonly subject: InsightsSubject;
  readonly options: WorkspaceOptions;
  /** Golden files; `undefined` where there is none yet. */
  readonly html: string | undefined;
  readonly diagnostics: string;
}

const root = `${import.meta.dirname}/../../fixtures/workspace/`;
const shop = `${root}shop/`;
const klasses = createKlasses(JSON.parse(readFileSync(`${shop}klasses.json`, "utf8")));

/** The views of the sample shop: each template is a file of its own. */
function readShopViews(): Views {
  const definitions = JSON.parse(readFileSync(`${shop}kviews.json`, "utf8")) as { readonly name: string }[];
  return createViews(
    definitions.map((one) => ({ ...one, template: readFileSync(`${shop}${one.name.split(".").at(-1)}.kview.jsx`, "utf8") })),
    { klasses },
  );
}

export function readInsightsCases(): readonly InsightsCase[] {
  return readdirSync(root)
    .filter((name) => name.startsWith("insights-"))
    .sort()
    .map(readInsightsCase);
}

export function readInsightsCase(name: string): InsightsCase {
  const path = (file: string) => `${root}${name}/${file}`;
  const read = (file: string) => (existsSync(path(file)) ? readFileSync(path(file), "utf8") : undefined);
  const kviews = read("kviews.json");
  const views = kviews === undefined ? readShopViews() : createViews(JSON.parse(kviews));
  return {
    name,
    subject: JSON.parse(read("subject.json") ?? "{}"),
    options: { views, klasses, icons, ...JSON.parse(read("options.json") ?? "{}") },
    html: read("expected.html"),
    diagnostics: read("expected.diagnostics.txt") ?? "",
  };
}

/** Writes the golden files of a case. They are read by a person before they are committed. */
export function writeInsightsGolden(name: string, html: string, diagnostics: string): void {
  writeFileSync(`${root}${name}/expected.html`, html);
  if (diagnostics !== "") writeFileSync(`${root}${name}/expected.diagnostics.txt`, diagnostics);
}
