import type { Call } from "./nodes.ts";

/**
 * The name by which component templates reach the platform's formatting helpers once lowered. No source text can spell
 * it, so a user's template can't name the helpers.
 */
export const platformName = "%kview";

/** Tells whether a call is of one of the platform's helpers, as `kview.format(…)` in a component's template: of `name`, or of any. */
export function isHelper({ callee }: Call, name?: string): boolean {
  if (callee.kind !== "member" || (name !== undefined && callee.key !== name)) return false;
  return callee.object.kind === "global" && callee.object.name === platformName;
}
