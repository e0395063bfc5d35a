import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { report } from "../../diagnostics/report.ts";

/** Says that something of the host's threw while a view was shown: what is a template's fault never comes this far. */
export function toFault(view: string, error: unknown): Diagnostic {
  return report("workspace/failure", undefined, { item: view, reason: error instanceof Error ? error.message : "something was thrown" });
}
