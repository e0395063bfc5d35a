import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** What an error card says: that the card failed, and for its author where and why. */
export function toErrorText(diagnostic: Diagnostic): { readonly title: string; readonly detail: string } {
  const place = diagnostic.span === undefined ? "" : ` (${diagnostic.span.line}:${diagnostic.span.column})`;
  return { title: "This card can't be shown", detail: diagnostic.message + place };
}
