import type { Diagnostic } from "./diagnostic.ts";

/**
 * Sorts diagnostics by place, then by code; those without a place come first, since they concern the whole template.
 * Gives a new list: the order of two renders of the same list is the same on every engine.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
      compareText(a.code, b.code) ||
      (a.span?.end ?? -1) - (b.span?.end ?? -1) ||
      compareText(a.message, b.message),
  );
}

/** By code unit: `localeCompare` would depend on the machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
