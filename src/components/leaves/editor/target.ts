import { toAttributeLabel } from "../../../context/attribute-label.ts";
import { toMaskedText } from "../../../context/masked.ts";
import { importValue } from "../../../runtime/import.ts";
import { isRecord } from "../../../runtime/record.ts";
import type { CardRecord } from "../../card-facts.ts";
import type { LeafCard } from "../leaf-card.ts";
import { markup } from "../markup.ts";
import { toChoices } from "./choices.ts";
import { type EditorKind, isPicker, toEditorKind } from "./editor-kind.ts";
import { fits, toKindOf } from "./editor-values.ts";

/** What a row gives its editor. A program from outside may give anything. */
export interface EditorProps {
  readonly field?: unknown;
  readonly object?: unknown;
  readonly value?: unknown;
  readonly label?: unknown;
}

/** What is edited, and how. */
export interface Target {
  readonly kind: EditorKind;
  readonly resource: string;
  readonly id: string;
  readonly field: string;
  readonly object: string | undefined;
  readonly label: string;
}

/**
 * Decides whether a row can be edited: the host takes changes, the record is one of the card's, the attribute is one that agents set, and
 * its value is neither markup nor masked. `undefined` for all others: they show what they show.
 */
export function toTarget(card: LeafCard, { field, object, value, label }: EditorProps): Target | undefined {
  const { host, klasses } = card;
  if (typeof host.updateAttribute !== "function" || typeof field !== "string" || value === markup) return undefined;
  if (object !== undefined && object !== null && typeof object !== "string") return undefined;
  const record = card.record(object ?? undefined);
  const declared = record && toEditorKind(klasses, record.resource, field);
  if (record === undefined || declared === undefined || isMasked(value) || isMasked(readAttribute(record, field))) return undefined;
  const kind = toKindOf(declared, value);
  if (isPicker(kind) ? typeof host.search !== "function" || toChoices(kind, value) === undefined : !fits(kind, value)) return undefined;
  const { resource, id } = record;
  const name = typeof label === "string" && label !== "" ? label : (klasses.displayName(resource, field) ?? toAttributeLabel(field));
  return { kind, resource, id, field, object: object ?? undefined, label: name };
}

/** What the record itself holds: a template may give a row something else than that. */
function readAttribute({ attributes }: CardRecord, field: string): unknown {
  const name = field.startsWith("custom.") ? field.slice("custom.".length) : field;
  const { custom } = attributes;
  return (isRecord(custom) ? custom[name] : undefined) ?? attributes[name];
}

function isMasked(value: unknown): boolean {
  return typeof value === "object" && value !== null && toMaskedText(importValue(value, "value")) !== undefined;
}
