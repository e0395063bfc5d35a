import type { Bag } from "../../context/bag.ts";
import { flatten } from "../../context/flatten.ts";
import { toMaskedText } from "../../context/masked.ts";
import { importValue } from "../../runtime/import.ts";
import { isRecord, type Rec } from "../../runtime/record.ts";
import type { Entry } from "./item.ts";

/** Names, among an item's records, the one that the item is. */
function toRecordKey(resource: string): keyof Entry["records"] {
  return (resource.startsWith("kobject.") ? "kobject" : resource) as keyof Entry["records"];
}

/** Finds the record that an item is in the bag of its cards. */
export function findRecord({ resource }: Entry, { names }: Bag): Rec | undefined {
  const record = names[toRecordKey(resource)];
  return isRecord(record) ? record : undefined;
}

/**
 * Reads the record that an item is, flat, for what stands around its card. Only this one is copied, not what else the card is given.
 * `undefined` where there is none, or none that a card could take.
 */
export function readRecord({ resource, records }: Entry): Rec | undefined {
  try {
    const key = toRecordKey(resource);
    const record = Object.hasOwn(records, key) ? importValue(records[key], key) : undefined;
    return isRecord(record) ? flatten(record, resource).flat : undefined;
  } catch {
    // `createContext` says what is wrong with it, where the card is shown.
    return undefined;
  }
}

/** The text of a value that a reader may see: itself, or what is presented in its place. Blanks and line breaks become single blanks. */
export function toLine(value: unknown, longest: number): string | undefined {
  const text = typeof value === "number" ? String(value) : (toMaskedText(value) ?? value);
  if (typeof text !== "string") return undefined;
  // Cut first: a message may be megabytes long. Most texts are one line already.
  const start = text.length > longest * 4 ? text.slice(0, longest * 4) : text;
  const line = (untidy.test(start) ? start.replace(/[\s\p{Cc}]+/gu, " ") : start).trim();
  if (line === "") return undefined;
  // By units, but not through a pair of them.
  return line.length > longest
    ? `${line
        .slice(0, longest - 1)
        .replace(/[\ud800-\udbff]$/, "")
        .trimEnd()}…`
    : line;
}

const untidy = /[^\S ]| {2}|\p{Cc}/u;
