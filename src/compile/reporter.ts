import type { Code } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/report.ts";
import { toLineStarts, toSpan } from "../diagnostics/span.ts";

/** A node or token with a place in the source. */
export interface Placed {
  readonly start?: number | null;
  readonly end?: number | null;
}

/** Collects the findings of one compilation. */
export class Reporter {
  readonly lines: readonly number[];
  readonly #found: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  constructor(source: string) {
    this.lines = toLineStarts(source);
  }

  get found(): readonly Diagnostic[] {
    return this.#found;
  }

  get failed(): boolean {
    return this.#found.some((diagnostic) => diagnostic.severity === "error");
  }

  /** Tells whether an error is known that begins at that place. */
  failedAt(place: Placed): boolean {
    return this.#found.some(({ severity, span }) => severity === "error" && span?.start === place.start);
  }

  add(code: Code, place: Placed | undefined, params: Readonly<Record<string, string | number>> = {}, suggest?: string): void {
    const span = place === undefined ? undefined : toSpan(this.lines, place.start ?? 0, place.end ?? place.start ?? 0);
    // A parser that recovers may meet the same text twice.
    const key = `${code} ${span?.start}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#found.push(report(code, span, params, suggest));
  }
}
