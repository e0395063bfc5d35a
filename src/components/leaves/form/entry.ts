import { type Choice, toChoices, toPicked } from "../editor/choices.ts";
import { isPicker, type PickerKind } from "../editor/editor-kind.ts";
import { type Entered, fits, readDraft, toDraft } from "../editor/editor-values.ts";
import type { LeafCard } from "../leaf-card.ts";
import type { FormKind } from "./form-kind.ts";
import { words } from "./words.ts";

/** What an agent has entered: a text, or what was picked. */
export interface Entry {
  readonly draft: string;
  readonly choices: readonly Choice[];
}

/** Gives what a row begins with. A value of another type than the attribute's is shown as a text, which then is wrong. */
export function toEntry(kind: FormKind, value: unknown, card: LeafCard): Entry {
  if (isPicker(kind)) return { draft: "", choices: toChoices(kind, value) ?? [] };
  return { draft: print(kind, value, card), choices: [] };
}

function print(kind: Exclude<FormKind, PickerKind>, value: unknown, card: LeafCard): string {
  if (value === undefined || value === null) return "";
  if (kind === "json") return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
  if (kind === "list")
    return (Array.isArray(value) ? value : [value]).map((item) => (typeof item === "object" ? "" : String(item))).join(", ");
  if (fits(kind, value)) return toDraft(kind, value, card);
  return typeof value === "object" ? "" : String(value);
}

/** Reads what was entered, as records hold it; nothing is `null`. */
export function readEntry(kind: FormKind, { draft, choices }: Entry, isRequired: boolean, card: LeafCard): Entered {
  const entered = read(kind, draft, choices, card);
  if (!("value" in entered)) return entered;
  const { value } = entered;
  const isNothing = value === null || (kind !== "json" && Array.isArray(value) && value.length === 0);
  return isNothing && isRequired ? { message: words.required } : entered;
}

function read(kind: FormKind, draft: string, choices: readonly Choice[], card: LeafCard): Entered {
  if (isPicker(kind)) return { value: choices.length === 0 ? null : toPicked(kind, choices) };
  if (kind === "json") return readJson(draft);
  if (kind !== "list") return readDraft(kind, draft, card);
  const items = draft.split(",").flatMap((item) => item.trim() || []);
  return { value: items.length === 0 ? null : items };
}

function readJson(draft: string): Entered {
  if (draft.trim() === "") return { value: null };
  try {
    const value: unknown = JSON.parse(draft);
    // What records hold below such a name is an object or a list (`reference/kview.md`, section 2.4).
    if (typeof value === "object" && value !== null) return { value };
  } catch {
    // Said below.
  }
  return { message: words.json };
}
