import { type AttributeKind, toAttributeKind } from "../policy/attribute-kind.ts";
import { charge, chargeArray, chargeString } from "../runtime/budget.ts";
import { toText } from "../runtime/coerce.ts";
import { Opaque } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord } from "../runtime/record.ts";
import { reportAt } from "../runtime/report.ts";
import { View } from "../runtime/view.ts";
import { toTitle } from "./attribute-label.ts";
import { formatDate } from "./format-date.ts";
import { formatJson } from "./format-json.ts";
import { describeValue } from "./input-error.ts";
import { toMaskedText } from "./masked.ts";
import { formatInstant } from "./zoned-time.ts";

interface KindFormat {
  /** What a value of the kind is, for the report of one that isn't. */
  readonly expected: string;
  /** Gives the text, `undefined` for a value of another type. */
  readonly format: (realm: Realm, value: unknown) => string | undefined;
}

const asText = (_realm: Realm, value: unknown) => (typeof value === "string" ? value : undefined);

/** How each type of attribute is shown (`reference/kview.md`, section 2.4). */
const formats: ReadonlyMap<AttributeKind, KindFormat> = new Map<AttributeKind, KindFormat>([
  ["Str", { expected: "a string", format: asText }],
  ["Txt", { expected: "a string", format: asText }],
  ["Num", { expected: "a number", format: (_, value) => (typeof value === "number" ? String(value) : undefined) }],
  ["At", { expected: "an ISO 8601 date-time", format: formatAt }],
  ["Bool", { expected: "a boolean", format: (_, value) => (typeof value === "boolean" ? formatFlag(value) : undefined) }],
  ["Url", { expected: "a string", format: asText }],
  ["Id", { expected: "a string", format: asText }],
  ["Tree", { expected: "a string", format: (_, value) => (typeof value === "string" ? formatTree(value) : undefined) }],
  ["Obj", { expected: "an object or array", format: (realm, value) => (typeof value === "object" ? formatJson(realm, value) : undefined) }],
]);

/**
 * Formats the value of an attribute as the suffix of its name says: text, or the value itself where it is markup. No
 * value is no text; a masked one its presentation; a value of the wrong type is shown as it is and reported once.
 */
export function formatValue(realm: Realm, value: unknown, field: unknown): unknown {
  if (value === undefined || value === null) return "";
  const kind = toAttributeKind(field);
  const format = kind === undefined ? undefined : formats.get(kind);
  if (format === undefined) return formatPlain(realm, value);
  if (typeof value === "object") {
    if (holdsView(realm, value)) return value;
    const masked = toMaskedText(value);
    if (masked !== undefined) return masked;
  }
  if (value === "") return "";
  const text = format.format(realm, value);
  if (text !== undefined) return text;
  reportOnce(realm, String(field), format.expected, value);
  return formatPlain(realm, value);
}

/** Formats a value of no declared type. */
function formatPlain(realm: Realm, value: unknown): unknown {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return String(value);
    case "boolean":
      return formatFlag(value);
    case "object":
      break;
    default:
      return "";
  }
  if (holdsView(realm, value)) return value;
  const masked = toMaskedText(value);
  if (masked !== undefined) return masked;
  if (Array.isArray(value)) return isListOfText(value) ? joinList(realm, value) : formatJson(realm, value);
  if (isRecord(value)) return formatJson(realm, value);
  return value instanceof Opaque ? (formatAt(realm, value) ?? toText(realm, value)) : "";
}

function formatFlag(value: boolean): string {
  return value ? "Yes" : "No";
}

/** ISO text, or a date or moment that the template made. */
function formatAt(realm: Realm, value: unknown): string | undefined {
  if (typeof value === "string") return formatDate(realm, value);
  if (!(value instanceof Opaque) || (value.type.name !== "Date" && value.type.name !== "Moment")) return undefined;
  const milliseconds = value.type.primitive?.(realm, value.state, "number");
  return typeof milliseconds === "number" && Number.isFinite(milliseconds) ? formatInstant(realm, milliseconds) : undefined;
}

/** The leaf of a dotted path: `returns.damaged_goods` is "Damaged Goods". A leaf that is written out stays as it is. */
function formatTree(path: string): string {
  const leaf = path.slice(path.lastIndexOf(".") + 1);
  return leaf === "" ? path : leaf.includes(" ") ? leaf : toTitle(leaf);
}

/** Tells whether a value is markup, alone or in a list. Lists nest a few levels at most: a template's may hold itself. */
export function holdsView(realm: Realm, value: unknown, depth = 0): boolean {
  if (!Array.isArray(value)) return value instanceof View;
  charge(realm, value.length);
  return depth < 5 && value.some((item) => holdsView(realm, item, depth + 1));
}

function isListOfText(list: readonly unknown[]): boolean {
  return list.every((item) => typeof item !== "object" || item === null || toMaskedText(item) !== undefined);
}

function joinList(realm: Realm, list: readonly unknown[]): string {
  chargeArray(realm, list.length);
  const parts: string[] = [];
  let length = 0;
  for (const item of list) {
    if (item === null || item === undefined || item === "") continue;
    const part = toMaskedText(item) ?? String(item);
    length += part.length + 2;
    chargeString(realm, length);
    parts.push(part);
  }
  return parts.join(", ");
}

const reportedKey = "context/reported-values";

function reportOnce(realm: Realm, field: string, expected: string, value: unknown): void {
  let reported = realm.store.get(reportedKey) as Set<string> | undefined;
  if (reported === undefined) realm.store.set(reportedKey, (reported = new Set()));
  const name = field.length > 60 ? `${field.slice(0, 57)}…` : field;
  // A template can make up names; a host reads a hundred reports of one card no better than fifty.
  if (reported.has(name) || reported.size >= 50) return;
  reported.add(name);
  reportAt(realm, "context/value", realm.at, { name, expected, found: describeValue(value) });
}
