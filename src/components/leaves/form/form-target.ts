import { toAttributeLabel } from "../../../context/attribute-label.ts";
import { toMaskedText } from "../../../context/masked.ts";
import { resourceForm } from "../../../context/standard-names.ts";
import { toAttributeKind } from "../../../policy/attribute-kind.ts";
import { importValue } from "../../../runtime/import.ts";
import { toChoices } from "../editor/choices.ts";
import { isPicker } from "../editor/editor-kind.ts";
import { toKindOf } from "../editor/editor-values.ts";
import type { LeafCard } from "../leaf-card.ts";
import { markup } from "../markup.ts";
import { type FormKind, toFormKind } from "./form-kind.ts";

/** What a row gives its leaf. A program from outside may give anything. */
export interface FormRowProps {
  readonly field?: unknown;
  readonly object?: unknown;
  readonly label?: unknown;
  readonly value?: unknown;
  readonly required?: unknown;
  readonly onChange?: unknown;
}

/** What is entered, and how. */
export interface FormTarget {
  readonly kind: FormKind;
  readonly resource: string;
  readonly object: string | undefined;
  readonly field: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** UTF-16 units that a text may have. */
  readonly most: number | undefined;
}

/** What a `Str` holds at most (`reference/kview.md`, section 2.4). */
const longestString = 1_024;

/**
 * Decides whether a row is filled in by the agent; `undefined` for one that shows what it shows: a masked value, markup.
 *
 * @param before The kind that the row had so far: a day that was emptied is a day still.
 */
export function toFormTarget(card: LeafCard, props: FormRowProps, before: FormKind | undefined): FormTarget | undefined {
  const { field, object, label, value, required } = props;
  if (typeof field !== "string" || field === "" || value === markup || holdsMask(value)) return undefined;
  if (object !== undefined && object !== null && typeof object !== "string") return undefined;
  const resource = toResource(card, object ?? undefined);
  const declared = toFormKind(card, resource, field);
  if (declared === undefined) return undefined;
  const kind = toKind(declared, value, before);
  if (isPicker(kind) && toChoices(kind, value) === undefined) return undefined;
  const { klasses } = card;
  return {
    kind,
    resource,
    object: object ?? undefined,
    field,
    label: typeof label === "string" && label !== "" ? label : (klasses.displayName(resource, field) ?? toAttributeLabel(field)),
    isRequired: Boolean(required),
    most: (klasses.type(resource, field) ?? toAttributeKind(field)) === "Str" ? longestString : undefined,
  };
}

function toKind(declared: FormKind, value: unknown, before: FormKind | undefined): FormKind {
  if (declared === "json" || declared === "list") return declared;
  const isEmptied = declared === "instant" && before === "day" && (value === undefined || value === null || value === "");
  return isEmptied ? before : toKindOf(declared, value);
}

/** A create form is about a record that is not there yet: a name alone is a klass's own. */
function toResource(card: LeafCard, object: string | undefined): string {
  if (object === undefined || object === "") return card.resource;
  return resourceForm.test(object) ? object : `kobject.${object}`;
}

/** Looks for a mask in plain data, however deep: what stands beside one is not the agent's to see, should a host have left it there. */
function holdsMask(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (toMaskedText(importValue(value, "value")) !== undefined) return true;
  return Object.values(value).some(holdsMask);
}
