import { toMaskedText } from "../../context/masked.ts";
import { toWebAddress } from "../../context/web-address.ts";
import { judgeUrl } from "../../policy/urls.ts";
import { isRecord, type Rec } from "../../runtime/record.ts";
import type { Formatter } from "../formatter.ts";
import type { WorkspaceSettings } from "../options.ts";
import { type Piece, toPiece } from "../piece.ts";
import type { Entry } from "./item.ts";
import { readRecord } from "./record.ts";

/** What a record without a view shows of its standard attributes. */
interface Shown {
  /** Shown as running text, in front. */
  readonly text?: string;
  readonly fields: readonly string[];
}

const dates = ["createdAt", "updatedAt"] as const;

const shown: ReadonlyMap<string, Shown> = new Map<string, Shown>([
  ["customer", { fields: ["name", "emails", "phones", "company", "locations", "tags", "signedUpAt", "lastActivityAt"] }],
  [
    "conversation",
    { text: "preview", fields: ["name", "status", "channels", "priority", "messageCount", "assignedUsers", "assignedTeams", "tags"] },
  ],
  ["company", { fields: ["name", "tags", ...dates] }],
  ["message", { text: "preview", fields: ["direction", "channel"] }],
  ["user", { fields: ["name", "email", "userType", "teams"] }],
  ["kobject", { text: "description", fields: ["externalId", "tags"] }],
]);

const nothing: Shown = { fields: [] };
const mostFields = 60;
const longestText = 10_000;

/**
 * The body of an item that no view is for: its text, and its attributes as label and value.
 *
 * @param record The record that it is, where somebody has read it already.
 */
export function toPlainBody(entry: Entry, settings: WorkspaceSettings, formatter: Formatter, record = readRecord(entry)): Piece {
  formatter.enter(entry.resource, { item: entry.id });
  const children: Piece[] = [];
  // A record that is masked as a whole shows its presentation in the head; beside a mask nothing is read.
  if (record !== undefined && toMaskedText(record) === undefined) {
    const isKObject = entry.resource.startsWith("kobject.");
    const { text, fields } = shown.get(isKObject ? "kobject" : entry.resource) ?? nothing;
    const told = text === undefined ? "" : toText(record[text], text, formatter);
    if (told !== "") children.push(toPiece("p", { class: "kv-item-text" }, told));
    const rows = [
      ...fields.map((name) => [name, record[name]] as const),
      ...readCustom(record, entry.resource, settings),
      ...(isKObject ? dates.map((name) => [name, record[name]] as const) : []),
    ];
    const pieces = rows.flatMap(([name, value]) => toField(name, value, settings, formatter) ?? []).slice(0, mostFields);
    if (pieces.length > 0) children.push(toPiece("div", { class: "kv-item-fields" }, ...pieces));
  }
  if (children.length === 0) children.push(toPiece("p", { class: "kv-item-nothing" }, settings.words.noDetails));
  return toPiece("div", { class: "kv-item-plain" }, ...children);
}

/** Custom attributes: those that the klass names in its order, then the others. */
function readCustom(record: Rec, resource: string, { klasses }: WorkspaceSettings): readonly (readonly [string, unknown])[] {
  const { custom } = record;
  if (!isRecord(custom) || toMaskedText(custom) !== undefined) return [];
  const known = (klasses.get(resource)?.attributes ?? []).filter(({ standard }) => !standard).map(({ name }) => name);
  return [...new Set([...known, ...Object.keys(custom)])].slice(0, mostFields).map((name) => [`custom.${name}`, custom[name]] as const);
}

function toField(name: string, value: unknown, { card }: WorkspaceSettings, formatter: Formatter): Piece | undefined {
  const text = toText(value, name, formatter);
  if (text === "") return undefined;
  const address = toWebAddress(value, name);
  const href = address === undefined ? undefined : judgeUrl(address, "link", card.policy);
  const link = { class: "kv-link", href, target: "_blank", rel: "noopener noreferrer" };
  return toPiece(
    "div",
    { class: "kv-field" },
    toPiece("div", { class: "kv-field-label" }, formatter.label(name)),
    toPiece("div", { class: "kv-field-value kv-formatted" }, href === undefined ? text : toPiece("a", link, text)),
  );
}

function toText(value: unknown, name: string, formatter: Formatter): string {
  const text = value === undefined || value === null ? "" : formatter.text(value, name).trim();
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}
