import { toTitle } from "../../context/attribute-label.ts";
import { toMaskedText } from "../../context/masked.ts";
import type { RecordName } from "../../context/standard-names.ts";
import { report } from "../../diagnostics/report.ts";
import { toAttributeKind } from "../../policy/attribute-kind.ts";
import { neutralIcon } from "../../policy/neutral-icon.ts";
import { isRecord, type Rec } from "../../runtime/record.ts";
import type { Formatter } from "../formatter.ts";
import type { WorkspaceSettings } from "../options.ts";
import type { Entry } from "./item.ts";
import { readRecord, toLine } from "./record.ts";

/** What a collapsed item says. All of it is text to show: masked values as they are presented. */
export interface Head {
  /** Path data of the icon, for a view box of 24 by 24. */
  readonly icon: string;
  readonly title: string;
  /** The time of day: `3:04 PM`. */
  readonly time: string;
  /** The same for machines. */
  readonly iso: string;
  /** Day and time in full. */
  readonly instant: string;
  /** One line; empty where there is nothing to say. */
  readonly summary: string;
  /** What kind of record it is: `Order`. */
  readonly klass: string;
}

const longestTitle = 160;
const longestSummary = 240;

const titleKeys = ["title", "name", "displayName", "subject", "preview"] as const;

/** What is looked for as a summary, in this order; what stands together is shown together. */
const summaryKeys: readonly (readonly string[])[] = [
  ["description"],
  ["preview"],
  ["subject"],
  ["status"],
  ["direction", "channel"],
  ["email"],
  ["emails"],
];

/** Types of custom attributes that say something by themselves. */
const tellingKinds: ReadonlySet<string | undefined> = new Set(["Str", "Txt", "Tree"]);

/** Says what a collapsed item shows. */
export function toHead(entry: Entry, settings: WorkspaceSettings, formatter: Formatter): Head {
  formatter.enter(entry.resource, { item: entry.id });
  const record = readRecord(entry);
  const klass = toKlassLabel(entry.resource, settings);
  const found = findTitle(record);
  return {
    icon: findIcon(entry, record, settings),
    title: toLine(entry.title, longestTitle) ?? found?.text ?? klass,
    time: formatter.time(entry.at),
    iso: new Date(entry.at).toISOString(),
    instant: formatter.instant(entry.at),
    // An empty summary is the host's word that there is none.
    summary: (entry.summary === undefined ? findSummary(record, found?.key, formatter) : toLine(entry.summary, longestSummary)) ?? "",
    klass,
  };
}

/** Names a klass for a reader, by the host's words, its view, or its own name. */
export function toKlassLabel(resource: string, { words, views }: Pick<WorkspaceSettings, "words" | "views">): string {
  const bare = resource.replace(/^kobject\./, "");
  // What is no custom klass is one of the five.
  if (bare === resource) return words[bare as Exclude<RecordName, "kobject">];
  return views.for(resource, "expanded-timeline")[0]?.displayName ?? toTitle(bare.slice(0, longestTitle));
}

/** The text that a search for items looks into. */
export function toSearchText({ title, summary, klass }: Pick<Head, "title" | "summary" | "klass">, locale: string): string {
  return `${title}\n${summary}\n${klass}`.toLocaleLowerCase(locale);
}

function findTitle(record: Rec | undefined): { readonly text: string; readonly key: string | undefined } | undefined {
  if (record === undefined) return undefined;
  // What stands beside the mask of a whole record is never read.
  const masked = toLine(toMaskedText(record), longestTitle);
  if (masked !== undefined) return { text: masked, key: undefined };
  for (const key of titleKeys) {
    const text = toLine(record[key], longestTitle);
    if (text !== undefined) return { text, key };
  }
  return undefined;
}

function findSummary(record: Rec | undefined, titleKey: string | undefined, formatter: Formatter): string | undefined {
  if (record === undefined || toMaskedText(record) !== undefined) return undefined;
  for (const keys of summaryKeys) {
    const texts = keys.flatMap((key) => (key === titleKey || isNothing(record[key]) ? [] : (toTold(record[key], key, formatter) ?? [])));
    if (texts.length > 0) return texts.join(" · ");
  }
  const { custom } = record;
  if (!isRecord(custom) || toMaskedText(custom) !== undefined) return undefined;
  for (const name of Object.keys(custom)) {
    if (!tellingKinds.has(toAttributeKind(name)) || isNothing(custom[name])) continue;
    const text = toTold(custom[name], `custom.${name}`, formatter);
    if (text !== undefined) return text;
  }
  return undefined;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Only what is of the promised type is told; the card reports what isn't. */
function toTold(value: unknown, attribute: string, formatter: Formatter): string | undefined {
  if (typeof value !== "string" && !Array.isArray(value) && toMaskedText(value) === undefined) return undefined;
  return toLine(formatter.text(value, attribute), longestSummary);
}

function findIcon(entry: Entry, record: Rec | undefined, { icons, klasses, views, tell }: WorkspaceSettings): string {
  if (icons === undefined) return neutralIcon;
  const { resource, id } = entry;
  const own = typeof record?.icon === "string" && resource.startsWith("kobject.") && icons.has(record.icon) ? record.icon : undefined;
  const standard = resource.startsWith("kobject.") ? klasses.kobject.icon : undefined;
  const name = entry.icon ?? views.for(resource, "expanded-timeline")[0]?.icon ?? klasses.get(resource)?.icon ?? own ?? standard;
  const path = name === undefined ? undefined : icons.get(name);
  if (path === undefined && name !== undefined) tell(report("jsx/unknown-icon", undefined, { name }), { item: id });
  return path ?? neutralIcon;
}
