import type { ContextInput } from "../../context/create-context.ts";
import { readDate } from "../../context/format-date.ts";
import { failInput, toPath } from "../../context/input-error.ts";
import { resourceForm } from "../../context/standard-names.ts";
import { suggestName } from "../../diagnostics/suggest.ts";

/** The records of one item: what `createContext` takes, without the resource, which the item says, and klasses, which are everybody's. */
export type ItemRecords = Omit<ContextInput, "resource" | "klasses">;

/** One record of a customer's timeline, as the host has it. */
export interface TimelineItem {
  /** Names the item; no other of the timeline has it. */
  readonly id: string;
  /** What the item is: `conversation`, `message`, `kobject.<klass>`, … */
  readonly resource: string;
  /** When: a `Date`, milliseconds since 1970 or ISO 8601 text; a day alone is its midnight in UTC. Years 1 to 9999. */
  readonly at: Date | number | string;
  /** What the record calls itself, or its klass, when absent. */
  readonly title?: string | undefined;
  /** The name of an icon; that of the view or the klass when absent. */
  readonly icon?: string | undefined;
  /** One line of text; found in the record when absent. Empty: none. */
  readonly summary?: string | undefined;
  /** Open from the start. */
  readonly expanded?: boolean | undefined;
  readonly records: ItemRecords;
}

/** A checked item. */
export interface Entry {
  readonly id: string;
  readonly resource: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly title: string | undefined;
  readonly icon: string | undefined;
  readonly summary: string | undefined;
  readonly expanded: boolean;
  /** The host's own, unchecked: `createContext` checks and copies them where they are shown. */
  readonly records: ItemRecords;
}

const keys: readonly string[] = ["id", "resource", "at", "title", "icon", "summary", "expanded", "records"];
const firstInstant = Date.parse("0001-01-01T00:00:00Z");
const lastInstant = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * Checks an item. A `TypeError` names path, expected and found: `items[3].at: expected …`.
 *
 * @param path What the caller calls the item: `items[3]`.
 */
export function toEntry(item: unknown, path: string): Entry {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return failInput(path, "an item", item);
  const given = item as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(given)) {
    if (keys.includes(key)) continue;
    const meant = suggestName(key, keys);
    throw new TypeError(
      `${toPath(path, [key])}: no key of an item${meant === undefined ? "; data belongs into `records`" : `; did you mean \`${meant}\`?`}`,
    );
  }
  const { id, resource, expanded, records } = given;
  if (typeof id !== "string" || id === "") failInput(`${path}.id`, "a text that names the item", id === "" ? undefined : id);
  if (typeof resource !== "string" || !resourceForm.test(resource))
    failInput(`${path}.resource`, "customer, conversation, company, message, user or kobject.<klass>", resource);
  if (expanded !== undefined && expanded !== null && typeof expanded !== "boolean") failInput(`${path}.expanded`, "a boolean", expanded);
  if (typeof records !== "object" || records === null || Array.isArray(records))
    failInput(`${path}.records`, "a record of records", records);
  return {
    id: id as string,
    resource: resource as string,
    at: toInstant(given.at, `${path}.at`),
    title: toText(given.title, `${path}.title`),
    icon: toText(given.icon, `${path}.icon`),
    summary: toText(given.summary, `${path}.summary`),
    expanded: expanded === true,
    records: records as ItemRecords,
  };
}

function toInstant(at: unknown, path: string): number {
  const instant = typeof at === "string" ? readDate(at)?.milliseconds : at instanceof Date ? at.getTime() : at;
  if (typeof instant === "number" && instant >= firstInstant && instant <= lastInstant) return instant;
  return failInput(path, "a Date, milliseconds or ISO 8601 text, of the years 1 to 9999", at);
}

function toText(value: unknown, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : failInput(path, "a string", value);
}
