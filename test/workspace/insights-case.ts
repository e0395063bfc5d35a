import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { InsightsSubject, WorkspaceOptions } from "../../src/html.ts";
import { icons } from "../../src/icons.ts";
import { createKlasses, createViews } from "../../src/index.ts";

/** One directory `insights-…` of `fixtures/workspace`. */
export interface InsightsCase {
  readonly name: string;
  readonly subject: InsightsSubject;
  readonly options: WorkspaceOptions;
  /** What the options are made of, for a page that makes its own: plain data. */
  readonly definitions: {
    readonly kviews: readonly unknown[];
    readonly klasses: unknown;
    readonly options: Readonly<Record<string, unknown>>;
  };
  /** Golden files; `undefined` where there is none yet. */
  readonly html: string | undefined;
  readonly diagnostics: string;
}

const root = `${import.meta.dirname}/../../fixtures/workspace/`;
const shop = `${root}shop/`;
const shopKlasses: unknown = JSON.parse(readFileSync(`${shop}klasses.json`, "utf8"));
const klasses = createKlasses(shopKlasses);

/** The views of the sample shop: each template is a file of its own. */
function readShopViews(): readonly unknown[] {
  const definitions = JSON.parse(readFileSync(`${shop}kviews.json`, "utf8")) as { readonly name: string }[];
  return definitions.map((one) => ({ ...one, template: readFileSync(`${shop}${one.name.split(".").at(-1)}.kview.jsx`, "utf8") }));
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
  const given = read("kviews.json");
  const kviews = given === undefined ? readShopViews() : (JSON.parse(given) as readonly unknown[]);
  const options = JSON.parse(read("options.json") ?? "{}");
  return {
    name,
    subject: JSON.parse(read("subject.json") ?? "{}"),
    options: { views: createViews(kviews, { klasses }), klasses, icons, ...options },
    definitions: { kviews, klasses: shopKlasses, options },
    html: read("expected.html"),
    diagnostics: read("expected.diagnostics.txt") ?? "",
  };
}

/** Writes the golden files of a case. They are read by a person before they are committed. */
export function writeInsightsGolden(name: string, html: string, diagnostics: string): void {
  writeFileSync(`${root}${name}/expected.html`, html);
  if (diagnostics !== "") writeFileSync(`${root}${name}/expected.diagnostics.txt`, diagnostics);
}
