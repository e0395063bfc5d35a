import type { Target } from "../../ir/nodes.ts";

/** Names of the window itself. */
const windowNames: ReadonlySet<string> = new Set(["window", "self", "globalThis", "top", "parent"]);

/**
 * Finds the name that an assignment puts on the template's window, as `Badge = …` or `window.Badge = …`. A tag of such a name may
 * be the template's own component, whatever the platform calls by that name; which of them it is, is seen when it is evaluated.
 */
export function findOwnName(target: Target): string | undefined {
  if (target.kind === "global") return target.name;
  if (target.kind !== "member" || typeof target.key !== "string" || target.object.kind !== "global") return undefined;
  return windowNames.has(target.object.name) ? target.key : undefined;
}
