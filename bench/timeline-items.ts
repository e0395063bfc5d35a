import { readFileSync } from "node:fs";
import type { TimelineItem } from "../src/html.ts";
import { createViews } from "../src/index.ts";

/** Cards of every kind that the fixtures have, as an app's developer writes them. */
const folders = [
  ...[
    "appointment",
    "details",
    "flight",
    "hotel",
    "invoice",
    "loyalty",
    "order",
    "refund",
    "review",
    "shipment",
    "subscription",
    "survey",
  ].map((name) => `timeline/${name}`),
  ...["conversation", "flight", "hotel", "invoice", "loyalty", "order", "shipment", "timeline-of-events"].map(
    (name) => `render/card-${name}`,
  ),
];

type Data = Readonly<Record<string, unknown>>;

const samples = folders.map((folder) => ({
  klass: `bench-${folder.replace("/", "-")}`,
  template: readFileSync(`fixtures/${folder}/template.kview.jsx`, "utf8"),
  data: JSON.parse(readFileSync(`fixtures/${folder}/data.json`, "utf8")) as Data,
}));

/** Views of 20 templates, each of a klass of its own. */
export function createBenchViews(): ReturnType<typeof createViews> {
  return createViews(
    samples.map(({ klass, template }) => ({
      name: `kustomer.app.bench.${klass}`,
      resource: `kobject.${klass}`,
      context: "expanded-timeline",
      template,
      meta: { icon: "basket" },
    })),
  );
}

const newest = Date.parse("2026-10-14T09:00:00Z");
/** About five records an hour. */
const apart = 700_000;

/** Makes the n-th item: records of its own, as a database would give them, varied by the number. */
export function createBenchItem(n: number): TimelineItem {
  const { klass, data } = samples[n % samples.length] as (typeof samples)[number];
  const { resource: _, ...records } = vary(data, n) as Data;
  const kobject = { title: `${klass} ${n}`, ...(records.kobject as object | undefined), externalId: String(100_000 + n) };
  return {
    id: `item-${n}`,
    resource: `kobject.${klass}`,
    at: newest - n * apart,
    expanded: n % 50 === 0,
    records: { ...records, kobject },
  };
}

/** Copies data; titles and amounts differ from item to item. */
function vary(value: unknown, n: number, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => vary(item, n, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, vary(inner, n, name)]));
  if (typeof value === "number" && /price|total|amount|points/i.test(key)) return Math.round(value * 100 + (n % 9_973)) / 100;
  return typeof value === "string" && /title|preview|note|description/i.test(key) ? `${value} (${n})` : value;
}
