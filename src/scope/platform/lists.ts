import { toAttributeLabel } from "../../context/attribute-label.ts";
import { formatValue, holdsView } from "../../context/format-value.ts";
import { toMaskedText } from "../../context/masked.ts";
import { toRecordName } from "../../context/record-text.ts";
import { standardKlasses } from "../../context/standard-klasses.ts";
import { toAttributeKind } from "../../policy/attribute-kind.ts";
import { chargeArray } from "../../runtime/budget.ts";
import type { Implementation } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord, type Rec, toRecord } from "../../runtime/record.ts";
import { toWord } from "./shown.ts";

/** The items of a list as they are shown; one value is a list of one, nothing a list of none. */
export const items: Implementation = (realm, _self, [value]) => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [toItem(realm, value)];
  chargeArray(realm, value.length);
  return value.filter((item) => item !== undefined && item !== null).map((item) => toItem(realm, item));
};

function toItem(realm: Realm, item: unknown): unknown {
  const name = isRecord(item) && toMaskedText(item) === undefined ? toRecordName(item) : undefined;
  return name ?? formatValue(realm, item, undefined);
}

interface Column {
  readonly key: string;
  readonly label: unknown;
  readonly align: string;
}

/** How many columns a table has at most; a panel is no spreadsheet. */
const mostColumns = 40;

/**
 * What a table shows: `head` of `{ label, align }`, `body` of rows of `{ value, align }`. Columns are names of attributes or records of
 * `key`, `label` and `align`; without any they are the attributes of the first row. Rows are records or lists.
 */
export const table: Implementation = (realm, _self, [columns, rows]) => {
  const list = Array.isArray(rows) ? rows : [];
  const first = list.find((row) => isRecord(row) && toMaskedText(row) === undefined);
  const named = Array.isArray(columns) ? columns.slice(0, mostColumns) : Object.keys(first ?? {}).slice(0, mostColumns);
  const plan = named.map((column, index) => toColumn(realm, column, index));
  chargeArray(realm, list.length * (plan.length + 1));
  const shown = list.filter((row) => Array.isArray(row) || isRecord(row));
  const body = shown.map((row) => plan.map((column, index) => toCell(realm, readCell(row, column.key, index), column)));
  const head = plan.map(({ label, align }) =>
    toRecord([
      ["label", label],
      ["align", align],
    ]),
  );
  return toRecord([
    ["head", head],
    ["body", body],
    ["masked", toMaskedText(rows) ?? (first === undefined ? toMaskedText(list[0]) : undefined)],
  ]);
};

function toColumn(realm: Realm, column: unknown, index: number): Column {
  const given: Rec | undefined = isRecord(column) && toMaskedText(column) === undefined ? column : undefined;
  const key = toWord(realm, given === undefined ? column : (given.key ?? given.field)) ?? String(index);
  const last = key.slice(key.lastIndexOf(".") + 1);
  const align = given?.align === "start" || given?.align === "center" || given?.align === "end" ? given.align : undefined;
  const label =
    given?.label ??
    (realm.klasses ?? standardKlasses).displayName(realm.resource, last) ??
    (given === undefined || given.key !== undefined ? toAttributeLabel(key) : "");
  return { key, label, align: align ?? (toAttributeKind(last) === "Num" ? "end" : "start") };
}

function readCell(row: unknown, key: string, index: number): unknown {
  if (Array.isArray(row)) return row[index];
  // A mask covers a whole row, and whatever a path would lead to behind it.
  if (toMaskedText(row) !== undefined) return index === 0 ? row : undefined;
  let value: unknown = row;
  for (const part of isRecord(row) && key in row ? [key] : key.split(".", 8)) {
    if (toMaskedText(value) !== undefined) break;
    value = isRecord(value) ? value[part] : undefined;
  }
  return value;
}

function toCell(realm: Realm, value: unknown, { key, align }: Column): Rec {
  const shown = holdsView(realm, value) ? value : formatValue(realm, value, key);
  return toRecord([
    ["value", shown],
    ["align", align],
  ]);
}

/** How many tabs fit. */
const mostTabs = 12;

/** Tabs as `label` and `content`; masked ones are one that shows the mask. Labels are texts, since a group is named after them. */
export const tabs: Implementation = (realm, _self, [value]) => {
  const list = (Array.isArray(value) ? value : [value]).slice(0, mostTabs).filter((tab) => isRecord(tab));
  return list.map((tab, index) => {
    const masked = toMaskedText(tab);
    const label = masked ?? toWord(realm, tab.label ?? tab.title) ?? String(index + 1);
    return toRecord([
      ["label", label],
      ["content", masked ?? (holdsView(realm, tab.content) ? tab.content : formatValue(realm, tab.content, undefined))],
    ]);
  });
};
