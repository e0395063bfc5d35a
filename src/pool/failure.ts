import type { Code } from "../diagnostics/catalogue.ts";
import { report } from "../diagnostics/report.ts";
import { toErrorText, writeErrorCard } from "../render/error-card.ts";
import type { PoolRenderOptions } from "./card.ts";
import type { FailureReason, PoolResult } from "./result.ts";

/** Reasons that are the pool's to find; the others are found while a card is rendered. */
export type PoolReason = Exclude<FailureReason, "template" | "limit">;

const codes: Readonly<Record<PoolReason, Code>> = {
  data: "pool/data",
  output: "pool/output",
  timeout: "pool/timeout",
  memory: "pool/memory",
  crash: "pool/crash",
  quarantine: "pool/quarantine",
};

/** Builds the result of a card that the pool gave up. */
export function toPoolFailure(
  reason: PoolReason,
  params: Readonly<Record<string, string | number>>,
  target: PoolRenderOptions["target"],
): Extract<PoolResult, { readonly ok: false }> {
  const diagnostic = report(codes[reason], undefined, params);
  const { title, detail } = toErrorText(diagnostic);
  const html = target === "text" ? `${title}\n${detail}` : writeErrorCard(diagnostic);
  return { ok: false, reason, html, diagnostics: [diagnostic] };
}
