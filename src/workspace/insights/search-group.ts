import { failInput } from "../../context/input-error.ts";

/** What a search has found: records as the host has them, flat or JSON:API. */
export interface SearchGroup {
  readonly conversations?: readonly unknown[];
  readonly customers?: readonly unknown[];
}

/** A record's attributes; nothing is known of their types. */
export type Attributes = Readonly<Record<string, unknown>>;

const read = ["status", "conversationCounts", "sentiment", "satisfaction", "satisfactionLevel"];

/** Reads what a summary counts. Of ten thousand records nothing else is looked at, and nothing is copied. */
export function readGroup({ conversations, customers }: SearchGroup) {
  return {
    conversations: expectList(conversations, "search.conversations").map(toAttributes),
    customers: expectList(customers, "search.customers").map(toAttributes),
  };
}

function expectList(list: unknown, path: string): readonly unknown[] {
  if (list === undefined || list === null) return [];
  return Array.isArray(list) ? list : failInput(path, "an array of records", list);
}

/** Own attributes only: a polluted prototype adds no status. */
function toAttributes(record: unknown): Attributes {
  const held = toOwn(record, ["attributes"]).attributes;
  return toOwn(typeof held === "object" && held !== null ? held : record, read);
}

function toOwn(value: unknown, names: readonly string[]): Attributes {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(names.filter((name) => Object.hasOwn(value, name)).map((name) => [name, (value as Attributes)[name]]));
}
