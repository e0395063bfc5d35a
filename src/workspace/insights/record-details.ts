import { toTitle } from "../../context/attribute-label.ts";
import { toMaskedText } from "../../context/masked.ts";
import type { RecordName } from "../../context/standard-names.ts";
import { toAttributeKind } from "../../policy/attribute-kind.ts";
import { isRecord, type Rec } from "../../runtime/record.ts";
import type { WorkspaceSettings } from "../options.ts";
import { toLine } from "../timeline/record.ts";
import type { WorkspaceWords } from "../words.ts";
import { type DetailsAttribute, detailsTables, type ShownAs, type Status, statusTones } from "./details-tables.ts";

/** One row of details, as `record-details.kview.jsx` reads it. */
interface DetailsRow {
  readonly name: string;
  readonly as?: ShownAs | undefined;
  readonly label?: string | undefined;
  readonly isCustom: boolean;
}

/** What `record-details.kview.jsx` shows: plain data, handed to it as `details`. */
export interface RecordDetails {
  readonly record: RecordName;
  readonly klass: string;
  readonly level: number;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly isPerson: boolean;
  readonly image: string | undefined;
  readonly icon: string;
  readonly status: { readonly label: string; readonly tone: string } | undefined;
  readonly rows: readonly DetailsRow[];
  readonly more: readonly DetailsRow[];
}

/** Of which record details are told, and with what. */
export interface DetailsInput {
  readonly name: RecordName;
  /** The record's klass: `customer`, `kobject.acme-order`. */
  readonly resource: string;
  /** What a reader calls the klass. */
  readonly klass: string;
  /** The record as its bag has it. */
  readonly record: Rec;
  readonly settings: WorkspaceSettings;
  /** Path data of the record's icon. */
  readonly icon: string;
  /** Of the heading. */
  readonly level: number;
  /** Whether rows are the panel's own; without them an app's view stands below. */
  readonly hasRows: boolean;
}

/** A record of data from outside may have thousands of attributes; a reader goes through a few dozen. */
const mostRows = 100;

/** Tells what the panel shows of a record by itself. Values stay where they are: the view reads them, masked ones too, from its bag. */
export function toRecordDetails(input: DetailsInput): RecordDetails {
  const { name, resource, record, klass, settings, icon, level } = input;
  const { isPerson } = detailsTables[name];
  const title = findTitle(record) ?? klass;
  return {
    record: name,
    klass: resource,
    level,
    title,
    subtitle: title === klass ? undefined : klass,
    isPerson,
    image: typeof record.avatarUrl === "string" ? record.avatarUrl : undefined,
    icon,
    status: name === "conversation" ? toStatus(record.status, settings.words) : undefined,
    ...(input.hasRows && toMaskedText(record) === undefined ? toRows(input) : { rows: [], more: [] }),
  };
}

const longestTitle = 160;
const titleKeys = ["displayName", "name", "title", "subject", "preview"] as const;

/** What stands beside the mask of a masked record is never read. */
function findTitle(record: Rec): string | undefined {
  const masked = toLine(toMaskedText(record), longestTitle);
  if (masked !== undefined) return masked;
  for (const key of titleKeys) {
    const text = toLine(record[key], longestTitle);
    if (text !== undefined) return text;
  }
  const [first] = Array.isArray(record.emails) ? record.emails : [record.email];
  return toLine(isRecord(first) && toMaskedText(first) === undefined ? first.email : first, longestTitle);
}

function toStatus(status: unknown, words: WorkspaceWords): RecordDetails["status"] {
  const masked = toMaskedText(status);
  if (masked !== undefined) return { label: masked, tone: "neutral" };
  if (typeof status !== "string" || status === "") return undefined;
  return Object.hasOwn(statusTones, status)
    ? { label: words[status as Status], tone: statusTones[status as Status] }
    : { label: toTitle(status.slice(0, 40)), tone: "neutral" };
}

function toRows(input: DetailsInput): Pick<RecordDetails, "rows" | "more"> {
  const { record, name, resource, settings } = input;
  const { first, last, customFirst } = detailsTables[name];
  const toRow = ({ name, as }: DetailsAttribute): DetailsRow => ({
    name,
    as,
    label: settings.klasses.displayName(resource, name),
    isCustom: false,
  });
  const known = (list: readonly DetailsAttribute[]) => list.filter((one) => one.always || hasValue(record[one.name])).map(toRow);
  const custom = findCustom(input).map((name): DetailsRow => ({ name, isCustom: true }));
  return {
    rows: [...known(first), ...custom.slice(0, customFirst)],
    more: [...custom.slice(customFirst), ...known(last)],
  };
}

/** Custom attributes that have values: in the klass's order, then those that the klass does not know. JSON is left to views. */
function findCustom({ record, resource, settings: { klasses } }: DetailsInput): readonly string[] {
  const { custom } = record;
  if (!isRecord(custom) || toMaskedText(custom) !== undefined) return [];
  const defined = (klasses.get(resource)?.attributes ?? []).filter(({ standard }) => !standard).map(({ name }) => name);
  const names = new Set([...defined, ...Object.keys(custom)]);
  const shown = [...names].filter((name) => hasValue(custom[name]) && (klasses.type(resource, name) ?? toAttributeKind(name)) !== "Obj");
  return shown.slice(0, mostRows);
}

function hasValue(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isRecord(value) || Object.keys(value).length > 0;
}
