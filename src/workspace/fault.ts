import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/report.ts";
import type { Piece } from "./piece.ts";
import { toErrorPiece } from "./timeline/pieces.ts";

/** What came of an error of the host's: what it is told, and what stands in the place of what failed. */
export interface Fault {
  readonly told: Diagnostic;
  readonly shown: Piece;
}

/**
 * Says that something of the host's threw while a card was shown: what is a template's fault never comes this far. The page is no place for
 * what the host's code says of itself.
 */
export function toFault(item: string, error: unknown): Fault {
  const toReport = (reason: string) => report("workspace/failure", undefined, { item, reason });
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : "something was thrown that is no error";
  return { told: toReport(reason), shown: toErrorPiece(toReport("something of the host failed")) };
}

/** The same of records that can't be read: what is wrong with their form is said in the page too, since we say it. */
export function toRecordsFault(item: string, error: unknown): Fault {
  const toReport = (reason: string) => report("workspace/records", undefined, { item, reason });
  const unread = toReport("they threw something when they were read");
  if (!(error instanceof Error)) return { told: unread, shown: toErrorPiece(unread) };
  const told = toReport(error.message);
  return { told, shown: toErrorPiece(error instanceof TypeError ? told : unread) };
}
