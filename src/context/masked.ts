import { isRecord } from "../runtime/record.ts";

/** Shown for a masked value that comes without a presentation of its own. */
const unnamedMask = "********";

/**
 * Gives the text to show in place of a masked value (`reference/kview.md`, section 2.4), `undefined` for any other
 * value. What the mask hides never reached this process, so there is nothing to unmask.
 */
export function toMaskedText(value: unknown): string | undefined {
  if (!isRecord(value) || value.isMasked !== true) return undefined;
  return typeof value.maskedPresentation === "string" ? value.maskedPresentation : unnamedMask;
}
