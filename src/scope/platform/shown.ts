import { formatValue, holdsView } from "../../context/format-value.ts";
import { toMaskedText } from "../../context/masked.ts";
import { toRecordName } from "../../context/record-text.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";

/** A value as the text of an attribute: what it shows as; `undefined` for nothing and for markup. */
export function toWord(realm: Realm, value: unknown): string | undefined {
  if (value === undefined || value === null || holdsView(realm, value)) return undefined;
  const text = isRecord(value) && toMaskedText(value) === undefined ? toRecordName(value) : formatValue(realm, value, undefined);
  return typeof text === "string" && text !== "" ? text : undefined;
}
