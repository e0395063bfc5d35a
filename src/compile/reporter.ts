import { type Code, catalogue } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/report.ts";
import { toLineStarts, toSpan } from "../diagnostics/span.ts";
import { type Effort, suggestName } from "../diagnostics/suggest.ts";

/** A node or token with a place in the source. */
export interface Placed {
  readonly start?: number | null;
  readonly end?: number | null;
}

/** A name that may be misspelt, and what its author could have meant. */
interface Misspelt {
  readonly name: string;
  readonly among: Iterable<string>;
}

/** Pairs of letters that are compared for suggestions, in all. */
const mostCompared = 5_000_000;

/** Findings of one severity that are kept. A template of half a million characters can have a fault in every second one. */
const most = 500;

/** Collects the findings of one compilation. */
export class Reporter {
  readonly lines: readonly number[];
  readonly #found: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  /** Where errors begin; kept whole, also of those that are not. */
  readonly #errors = new Set<number | undefined>();
  readonly #counts = new Map<string, number>();
  readonly #effort: Effort = { left: mostCompared };

  constructor(source: string) {
    this.lines = toLineStarts(source);
  }

  get found(): readonly Diagnostic[] {
    return this.#found;
  }

  get failed(): boolean {
    return this.#errors.size > 0;
  }

  /** Tells whether an error is known that begins at that place. */
  failedAt(place: Placed): boolean {
    return this.#errors.has(place.start ?? undefined);
  }

  add(code: Code, place: Placed | undefined, params: Readonly<Record<string, string | number>> = {}, misspelt?: Misspelt): void {
    const span = place === undefined ? undefined : toSpan(this.lines, place.start ?? 0, place.end ?? place.start ?? 0);
    // A parser that recovers may meet the same text twice.
    const key = `${code} ${span?.start}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { severity } = catalogue[code];
    if (severity === "error") this.#errors.add(span?.start);
    const count = (this.#counts.get(severity) ?? 0) + 1;
    this.#counts.set(severity, count);
    // What is not kept needs no suggestion: a template may misspell every name that it has.
    if (count <= most) this.#found.push(report(code, span, params, this.#suggest(misspelt)));
  }
  #suggest(misspelt: Misspelt | undefined): string | undefined {
    return misspelt === undefined ? undefined : suggestName(misspelt.name, misspelt.among, this.#effort);
  }
}
