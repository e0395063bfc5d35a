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

const customPrefix = "kobject.";

/** Types of custom attributes that say something by themselves. */
const tellingKinds: ReadonlySet<string | undefined> = new Set(["Str", "Txt", "Tree"]);

/** Says what a collapsed item shows. @param record The record that it is, where somebody has read it already. */
export function toHead(entry: Entry, settings: WorkspaceSettings, formatter: Formatter, record = readRecord(entry)): Head {
  // The body shows the same values, and tells what is odd about them.
  formatter.enter(entry.resource, { item: entry.id }, true);
  const klass = toKlassLabel(entry.resource, settings);
  const found = findTitle(record);
  const time = formatter.time(entry.at);
  const title = toLine(entry.title, longestTitle) ?? found ?? klass;
  return {
    icon: findIcon(entry, record, settings, formatter),
    title,
    time,
    iso: new Date(entry.at).toISOString(),
    instant: `${formatter.date(entry.at)} ${time}`,
    // An empty summary is the host's word that there is none.
    summary: (entry.summary === undefined ? findSummary(record, title, formatter) : toLine(entry.summary, longestSummary)) ?? "",
    klass,
  };
}

/** Names a klass for a reader: a standard one by the host's words, a custom one by its own name without its app's before it. */
export function toKlassLabel(resource: string, { words, views }: Pick<WorkspaceSettings, "words" | "views">): string {
  // What is no custom klass is one of the five.
  if (!resource.startsWith(customPrefix)) return words[resource as Exclude<RecordName, "kobject">];
  const name = resource.slice(customPrefix.length);
  // A klass is named `<app>-<klass>`, a view `kustomer.app.<app>.<view>` (reference/kview.md, sections 6 and 1).
  const app = views.for(resource, "expanded-timeline")[0]?.name.split(".").at(-2);
  const own = app !== undefined && name.startsWith(`${app}-`) ? name.slice(app.length + 1) : name;
  return toTitle(own.slice(0, longestTitle)) || name;
}

/** The text that a search for items looks into. */
export function toSearchText({ title, summary, klass }: Pick<Head, "title" | "summary" | "klass">, locale: string): string {
  return `${title}\n${summary}\n${klass}`.toLocaleLowerCase(locale);
}

function findTitle(record: Rec | undefined): string | undefined {
  if (record === undefined) return undefined;
  // What stands beside the mask of a whole record is never read.
  const masked = toLine(toMaskedText(record), longestTitle);
  if (masked !== undefined) return masked;
  for (const key of titleKeys) {
    const text = toLine(record[key], longestTitle);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Finds what is worth saying besides the title. */
function findSummary(record: Rec | undefined, title: string, formatter: Formatter): string | undefined {
  if (record === undefined || toMaskedText(record) !== undefined) return undefined;
  const tell = (value: unknown, attribute: string): readonly string[] => {
    // Only what is of the promised type is told: the card reports what isn't. A mask says nothing of a record.
    if (typeof value !== "string" && !Array.isArray(value)) return [];
    const text = toLine(formatter.text(value, attribute), longestSummary);
    // A cut title holds the beginning of a longer text: that is no news either.
    return text === undefined || title.includes(text) || (title.endsWith("…") && text.startsWith(title.slice(0, -1))) ? [] : [text];
  };
  for (const keys of summaryKeys) {
    const texts = keys.flatMap((key) => tell(record[key], key));
    if (texts.length > 0) return texts.join(" · ");
  }
  const { custom } = record;
  if (!isRecord(custom) || toMaskedText(custom) !== undefined) return undefined;
  for (const name of Object.keys(custom)) {
    const [text] = tellingKinds.has(toAttributeKind(name)) ? tell(custom[name], `custom.${name}`) : [];
    if (text !== undefined) return text;
  }
  return undefined;
}

function findIcon(entry: Entry, record: Rec | undefined, { icons, klasses, views }: WorkspaceSettings, formatter: Formatter): string {
  if (icons === undefined) return neutralIcon;
  const { resource } = entry;
  // A klass that nobody knows is drawn as its record says, or like any custom object.
  const standardIcon = klasses.kobject.icon ?? "";
  const name = entry.icon ?? views.for(resource, "expanded-timeline")[0]?.icon ?? klasses.get(resource)?.icon;
  const path = name === undefined ? (findOwnIcon(record, icons) ?? icons.get(standardIcon)) : icons.get(name);
  if (path === undefined && name !== undefined) formatter.tellOnce(report("jsx/unknown-icon", undefined, { name }));
  return path ?? neutralIcon;
}

/** What a custom object says of its icon. */
function findOwnIcon(record: Rec | undefined, icons: ReadonlyMap<string, string>): string | undefined {
  const own = record === undefined || toMaskedText(record) !== undefined ? undefined : record.icon;
  return typeof own === "string" ? icons.get(own) : undefined;
}
