import { toTitle } from "../../../context/attribute-label.ts";
import { toMaskedText } from "../../../context/masked.ts";
import { toRecordName } from "../../../context/record-text.ts";
import { importValue } from "../../../runtime/import.ts";
import { isRecord } from "../../../runtime/record.ts";
import { isSingle, type PickerKind } from "./editor-kind.ts";

/** Something that is chosen in a picker. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** As the record holds it, or will. */
  readonly value: unknown;
}

/** Reads what an attribute holds as choices; `undefined` for what a picker can't edit. A masked one is among these. */
export function toChoices(kind: PickerKind, value: unknown): readonly Choice[] | undefined {
  if (value === undefined || value === null || value === "") return [];
  if (kind === "tree") return typeof value === "string" ? [{ id: value, name: toLeafLabel(value), value }] : undefined;
  const choices: Choice[] = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    const choice = toChoice(item);
    if (choice === undefined) return undefined;
    choices.push(choice);
  }
  return choices;
}

/** As rows show it: the last level, in words. */
function toLeafLabel(path: string): string {
  const leaf = path.slice(path.lastIndexOf(".") + 1);
  return leaf.includes(" ") ? leaf : toTitle(leaf) || path;
}

/** A name, or a record. */
function toChoice(item: unknown): Choice | undefined {
  if (typeof item === "string") return item === "" ? undefined : { id: item, name: item, value: item };
  const record = importValue(item, "value");
  if (!isRecord(record) || toMaskedText(record) !== undefined) return undefined;
  const name = toRecordName(record);
  if (name === undefined) return undefined;
  return { id: typeof record.id === "string" ? record.id : name, name, value: item };
}

/** Gives what the record is to hold. */
export function toPicked(kind: PickerKind, choices: readonly Choice[]): unknown {
  return isSingle(kind) ? (choices[0]?.value ?? null) : choices.map(({ value }) => value);
}

/** Gives the names of what a list of users or teams holds, as text. */
export function printChoices(kind: PickerKind, value: unknown): string {
  return (toChoices(kind, value) ?? []).map(({ name }) => name).join(", ");
}
