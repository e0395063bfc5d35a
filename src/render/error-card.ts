import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { judgeText } from "../policy/text.ts";
import { escapeText } from "../runtime/escape.ts";

/** What an error card says: that the card failed, and for its author where and why. */
export function toErrorText(diagnostic: Diagnostic): { readonly title: string; readonly detail: string } {
  const place = diagnostic.span === undefined ? "" : ` (${diagnostic.span.line}:${diagnostic.span.column})`;
  return { title: "This card can't be shown", detail: judgeText(diagnostic.message + place) };
}

/** Writes an error card, in the string target. */
export function writeErrorCard(diagnostic: Diagnostic): string {
  const { title, detail } = toErrorText(diagnostic);
  const head = `<strong class="kv-error-title">${escapeText(title)}</strong>`;
  return `<div class="kv-error" role="alert">${head}<span class="kv-error-detail">${escapeText(detail)}</span></div>`;
}
