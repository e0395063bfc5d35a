import { type AttributeKind, type AttributeType, toAttributeKind } from "../policy/attribute-kind.ts";
import { charge } from "../runtime/budget.ts";
import { toText } from "../runtime/coerce.ts";
import { Opaque } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord } from "../runtime/record.ts";
import { reportAt } from "../runtime/report.ts";
import { View } from "../runtime/view.ts";
import { toTitle } from "./attribute-label.ts";
import { formatDate } from "./format-date.ts";
import { formatJson } from "./format-json.ts";
import { formatItems, standardFormats } from "./format-standard.ts";
import { describeValue } from "./input-error.ts";
import { toMaskedText } from "./masked.ts";
import { standardKlasses } from "./standard-klasses.ts";
import type { ValueFormat } from "./value-format.ts";
import { formatFlag } from "./viewer-words.ts";
import { formatInstant } from "./zoned-time.ts";

const asText = (_realm: Realm, value: unknown) => (typeof value === "string" ? value : undefined);

/** How each type that a suffix names is shown (`reference/kview.md`, section 2.4). */
const suffixFormats: ReadonlyMap<AttributeKind, ValueFormat> = new Map<AttributeKind, ValueFormat>([
  ["Str", { expected: "a string", format: asText }],
  ["Txt", { expected: "a string", format: asText }],
  ["Num", { expected: "a number", format: (_, value) => (typeof value === "number" ? String(value) : undefined) }],
  ["At", { expected: "an ISO 8601 date-time", format: formatAt }],
  ["Bool", { expected: "a boolean", format: (realm, value) => (typeof value === "boolean" ? formatFlag(realm, value) : undefined) }],
  ["Url", { expected: "a string", format: asText }],
  ["Id", { expected: "a string", format: asText }],
  ["Tree", { expected: "a string", format: (_, value) => (typeof value === "string" ? formatTree(value) : undefined) }],
  ["Obj", { expected: "an object or array", format: (realm, value) => (typeof value === "object" ? formatJson(realm, value) : undefined) }],
]);

const formats: ReadonlyMap<AttributeType, ValueFormat> = new Map<AttributeType, ValueFormat>([...suffixFormats, ...standardFormats]);

/** What is declared of an attribute: by its klass first, else by the suffix of its name. */
function findType(realm: Realm, field: unknown, klass: unknown): AttributeType | undefined {
  if (typeof field !== "string") return undefined;
  return (realm.klasses ?? standardKlasses).type(typeof klass === "string" ? klass : realm.resource, field) ?? toAttributeKind(field);
}

/**
 * Formats the value of an attribute as its klass or the suffix of its name says: text, or the value itself where it is markup.
 * No value is no text; a masked one its presentation; a value of the wrong type is shown as it is and reported once.
 *
 * @param klass As a resource names it (`kobject.acme-order`); the view's own when it is no string.
 */
export function formatValue(realm: Realm, value: unknown, field: unknown, klass?: unknown): unknown {
  return value === undefined || value === null ? "" : formatAs(realm, value, field, findType(realm, field, klass));
}

/** The same, for an attribute whose type is known. */
export function formatAs(realm: Realm, value: unknown, field: unknown, type: AttributeType | undefined): unknown {
  if (value === undefined || value === null) return "";
  const format = type === undefined ? undefined : formats.get(type);
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
      return formatFlag(realm, value);
    case "object":
      break;
    default:
      return "";
  }
  if (holdsView(realm, value)) return value;
  const masked = toMaskedText(value);
  if (masked !== undefined) return masked;
  if (Array.isArray(value)) return isListOfText(value) ? formatItems(realm, value) : formatJson(realm, value);
  if (isRecord(value)) return formatJson(realm, value);
  return value instanceof Opaque ? (formatAt(realm, value) ?? toText(realm, value)) : "";
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
