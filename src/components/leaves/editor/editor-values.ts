import { readDate } from "../../../context/format-date.ts";
import type { LeafCard } from "../leaf-card.ts";
import type { EditorKind, PickerKind } from "./editor-kind.ts";
import { words } from "./words.ts";

/** What is typed or chosen as one text. */
export type TextKind = Exclude<EditorKind, PickerKind>;

/** A value for the host, or what is wrong with what was entered. */
export type Entered = { readonly value: unknown } | { readonly message: string };

const dayLength = "2026-10-02".length;
const minuteLength = "2026-10-02T15:04".length;

/** A plain day stays one: it has no time, and no zone moves it. A text of several lines keeps them. */
export function toKindOf(kind: EditorKind, value: unknown): EditorKind {
  if (kind === "text" && typeof value === "string" && value.includes("\n")) return "long";
  return kind === "instant" && typeof value === "string" && readDate(value)?.plainDay === true ? "day" : kind;
}

/** Tells whether a value is of a form that its editor can begin with. */
export function fits(kind: TextKind, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (kind === "flag") return typeof value === "boolean" || value === "";
  if (kind === "instant" || kind === "day") return typeof value === "string";
  return typeof value === "string" || typeof value === "number";
}

/** Gives the text that an editor begins with. */
export function toDraft(kind: TextKind, value: unknown, card: LeafCard): string {
  if (value === undefined || value === null || value === "") return "";
  if (kind !== "instant" && kind !== "day") return String(value);
  const date = readDate(String(value));
  if (date === undefined) return "";
  if (kind === "day") return String(value).slice(0, dayLength);
  return new Date(card.toLocal(date.milliseconds)).toISOString().slice(0, minuteLength);
}

/** Reads what was entered, as records hold it; nothing is `null`. */
export function readDraft(kind: TextKind, draft: string, card: LeafCard): Entered {
  if (draft.trim() === "") return { value: null };
  return readers[kind](draft, card);
}

const readers: Readonly<Record<TextKind, (draft: string, card: LeafCard) => Entered>> = {
  text: (draft) => ({ value: draft.trim() }),
  long: (draft) => ({ value: draft }),
  number: readNumber,
  instant: readInstant,
  day: (draft) => (readDate(draft)?.plainDay === true ? { value: draft } : { message: words.day }),
  flag: (draft) => ({ value: draft === "true" }),
  url: (draft) => (isWebAddress(draft.trim()) ? { value: draft.trim() } : { message: words.url }),
  priority: (draft) => ({ value: Number(draft) }),
};

/** A comma parts decimals only where the viewer's language writes it so: elsewhere it would turn a thousand into one. */
function readNumber(draft: string, { locale }: LeafCard): Entered {
  const text = draft.trim().replace(/^\u2212/, "-");
  const comma = /^[-+]?\d+,\d+$/.test(text) && new Intl.NumberFormat(locale).format(0.5).includes(",");
  const plain = comma ? text.replace(",", ".") : text;
  const value = /^[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? { value } : { message: words.number };
}

function readInstant(draft: string, { fromLocal }: LeafCard): Entered {
  const date = readDate(draft);
  if (date === undefined || date.plainDay) return { message: words.instant };
  return { value: new Date(fromLocal(date.milliseconds)).toISOString() };
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
