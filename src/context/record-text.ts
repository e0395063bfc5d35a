import { isRecord, type Rec } from "../runtime/record.ts";
import { toMaskedText } from "./masked.ts";

/** Gives the first of some attributes that has a text, or is masked. */
export function findText(record: Rec, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = toMaskedText(record[key]) ?? record[key];
    if (typeof value === "string" && value !== "") return value;
  }
  return undefined;
}

/** Names a record, flat or JSON:API, as a reader would. What stands beside the mask of a masked one is never read. */
export function toRecordName(record: Rec): string | undefined {
  const masked = toMaskedText(record) ?? toMaskedText(record.attributes);
  if (masked !== undefined) return masked;
  const source = isRecord(record.attributes) ? record.attributes : record;
  return findText(source, ["displayName", "name", "title", "email"]) ?? findText(record, ["id"]);
}
