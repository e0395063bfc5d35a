import type { StandardType } from "../policy/attribute-kind.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord, type Rec } from "../runtime/record.ts";
import { toTitle } from "./attribute-label.ts";
import { formatDate, formatDayOf } from "./format-date.ts";
import { formatJson } from "./format-json.ts";
import { toMaskedText } from "./masked.ts";
import { findText, toRecordName } from "./record-text.ts";
import { joinTexts, type ValueFormat } from "./value-format.ts";
import { formatPolarity } from "./viewer-words.ts";

/** How the types of standard attributes are shown; `Any` has no format: such a value is shown as it comes. */
export const standardFormats: ReadonlyMap<StandardType, ValueFormat> = new Map<StandardType, ValueFormat>([
  ["Text", { expected: "a string", format: (_, value) => toScalar(value) }],
  ["Word", { expected: "a string", format: (_, value) => (typeof value === "string" ? toWord(value) : undefined) }],
  ["Words", { expected: "an array or a string", format: formatWords }],
  ["Day", { expected: "an ISO 8601 date", format: (realm, value) => (typeof value === "string" ? formatDayOf(realm, value) : undefined) }],
  ["List", { expected: "an array", format: (realm, value) => (Array.isArray(value) ? formatItems(realm, value) : undefined) }],
  ["Addresses", { expected: "an array", format: (realm, value) => formatRecords(realm, value, toAddress) }],
  ["Places", { expected: "an array", format: (realm, value) => formatRecords(realm, value, toPlace, "; ") }],
  ["Sentiment", { expected: "a record with a polarity", format: formatSentiment }],
  ["Counts", { expected: "a record of numbers", format: formatCounts }],
  ["Link", { expected: "a record or an id", format: (realm, value) => toScalar(value) ?? toName(realm, value) }],
  ["Links", { expected: "an array", format: (realm, value) => formatRecords(realm, value, toRecordName) }],
  ["Message", { expected: "a message or a date-time", format: formatMessage }],
]);

/** Ids and order numbers come as numbers too. */
function toScalar(value: unknown): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}

const wordForm = /^[a-z][a-z0-9_-]{0,40}$/;

/** `in` is "In", `social_media` is "Social Media"; what is no word of the platform's stays as it is. */
function toWord(text: string): string {
  return wordForm.test(text) ? toTitle(text) : text;
}

/** `channels` is an array in the API and a plain string in some data (`reference/kview.md`, section 2.4). */
function formatWords(realm: Realm, value: unknown): string | undefined {
  if (typeof value === "string") return toWord(value);
  return Array.isArray(value)
    ? joinTexts(realm, value, (item) => (typeof item === "string" ? toWord(item) : toItem(realm, item)))
    : undefined;
}

/** Formats a list whose items are texts as a rule: one that isn't is shown as JSON. */
export function formatItems(realm: Realm, list: readonly unknown[]): string {
  return joinTexts(realm, list, (item) => toItem(realm, item));
}

function toItem(realm: Realm, item: unknown): string {
  return typeof item === "object" ? formatJson(realm, item) : String(item);
}

/** Formats a list of records, or of texts that stand for them; one alone is a list of one. */
function formatRecords(realm: Realm, value: unknown, toText: (record: Rec) => string | undefined, between?: string): string | undefined {
  if (typeof value !== "string" && !Array.isArray(value) && !isRecord(value)) return undefined;
  const list = Array.isArray(value) ? value : [value];
  return joinTexts(realm, list, (item) => (isRecord(item) ? toText(item) : undefined) ?? toItem(realm, item), between);
}

/** What a record of contact leads to. The type and whether it is verified are for templates that ask. */
function toAddress(record: Rec): string | undefined {
  return findText(record, ["email", "phone", "url", "src", "username", "handle", "externalId", "name", "id"]);
}

const placeKeys: readonly (readonly string[])[] = [
  ["name"],
  ["address", "address1", "street"],
  ["address2"],
  ["address3"],
  ["zipCode", "zip", "postalCode"],
  ["cityName", "city"],
  ["regionName", "region", "state"],
  ["countryName", "country", "countryCode"],
];

function toPlace(record: Rec): string | undefined {
  const parts = placeKeys.map((keys) => findText(record, keys)).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(", ");
}

function toName(realm: Realm, value: unknown): string | undefined {
  return isRecord(value) ? (toRecordName(value) ?? formatJson(realm, value)) : undefined;
}

function formatSentiment(realm: Realm, value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const { polarity } = value;
  if (typeof polarity === "number") return formatPolarity(realm, polarity);
  return toMaskedText(polarity) ?? (typeof polarity === "string" && polarity !== "" ? toWord(polarity) : undefined);
}

const counted = ["open", "snoozed", "done", "all"] as const;

/** `Open 3, Snoozed 1, Done 12, All 16`: what is there of it. */
function formatCounts(_realm: Realm, value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const parts: string[] = [];
  for (const name of counted) {
    const count = toMaskedText(value[name]) ?? value[name];
    if (typeof count === "number" || typeof count === "string") parts.push(`${toTitle(name)} ${count}`);
  }
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** A message in short (`lastMessageIn`): when it was sent. */
function formatMessage(realm: Realm, value: unknown): string | undefined {
  if (typeof value === "string") return formatDate(realm, value);
  if (!isRecord(value)) return undefined;
  const at = findText(value, ["sentAt", "createdAt"]);
  return at === undefined ? formatJson(realm, value) : (formatDate(realm, at) ?? at);
}
