import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/**
 * Why a card could not be rendered: the template threw (`template`) or reached one of its limits (`limit`); its data are wrong, or too
 * large to be sent (`data`); it wrote more than the pool takes (`output`); its process ran out of time (`timeout`) or memory (`memory`),
 * or ended for another reason (`crash`); cards of this template did so too often (`quarantine`).
 */
export type FailureReason = "template" | "limit" | "data" | "output" | "timeout" | "memory" | "crash" | "quarantine";

/** What became of a card. */
export type PoolResult =
  | { readonly ok: true; readonly html: string; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly ok: false;
      readonly reason: FailureReason;
      /** An error card, to stand in the card's place. */
      readonly html: string;
      /** What was found; the last `error` among them says what ended the card. */
      readonly diagnostics: readonly Diagnostic[];
    };
