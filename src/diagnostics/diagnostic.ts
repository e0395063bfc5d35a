import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "hint";

/** One finding about a template: what is wrong, where, why it matters, what to do. Plain JSON. */
export interface Diagnostic {
  /** `group/kebab-name`; never renamed. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly help: string;
  /** Absent where the finding has no place in the source (a limit of the whole). */
  readonly span?: Span;
  /** Short text under the underlined source. */
  readonly label?: string;
  /** The name that was probably meant. */
  readonly suggest?: string;
  /** What the host's own code, or ours, threw; only for `run/internal`. It is no part of the diagnostic as JSON. */
  readonly cause?: unknown;
}

/** What the catalogue says of a code. `{name}` in a text is replaced by the parameter of that name. */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly help: string;
  readonly label?: string;
}
