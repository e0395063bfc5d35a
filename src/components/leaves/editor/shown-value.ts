import { type ComponentChild, h } from "preact";
import type { LeafCard } from "../leaf-card.ts";
import { printChoices } from "./choices.ts";
import { type EditorKind, isPicker } from "./editor-kind.ts";
import type { Target } from "./target.ts";

/** Shows a value that was entered, as its row would show it had it come with the data. */
export function showValue(card: LeafCard, { kind, field, object }: Target, value: unknown, busy: boolean): ComponentChild {
  const text = printValue(card, kind, value, field, object);
  const link = kind === "url" && typeof value === "string" ? card.judgeLink(value) : undefined;
  const shown = link === undefined ? text : h("a", { class: "kv-link", href: link, target: "_blank", rel: "noopener noreferrer" }, text);
  return h("span", { class: "kv-editor-shown", "aria-busy": busy ? "true" : undefined }, shown);
}

function printValue(card: LeafCard, kind: EditorKind, value: unknown, field: string, object: string | undefined): string {
  if (kind === "priority") return value === null ? "" : String(value);
  return isPicker(kind) && kind !== "tree" ? printChoices(kind, value) : card.format(value, field, object);
}
