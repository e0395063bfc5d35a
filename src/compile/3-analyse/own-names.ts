import type { AnyNode, Target } from "../../ir/nodes.ts";
import { forEachChild } from "../../ir/walk.ts";

/** Names of the window itself. */
const windowNames: ReadonlySet<string> = new Set(["window", "self", "globalThis", "top", "parent"]);

/** What every text that assigns to such a name holds, and most texts don't: looking costs less than walking their trees. */
const mayAssign = /\b(?:window|self|globalThis|top|parent)\b|(?<![\w$])[A-Z][\w$]*\s*(?:\|\||&&|\?\?)?=[^=>]|[\]}]\s*=[^=>]/;

const none: ReadonlySet<string> = new Set();

/**
 * Collects the names that a template puts on its window, as `Badge = …` or `window.Badge = …`. A tag of such a name may be the
 * template's own component, whatever the platform calls by that name; which of them it is, is seen when it is evaluated.
 */
export function collectOwnNames(script: AnyNode, source: string): ReadonlySet<string> {
  if (!mayAssign.test(source)) return none;
  const names = new Set<string>();
  const add = (target: Target | null): void => {
    if (target?.kind === "global") names.add(target.name);
    if (target?.kind !== "member" || typeof target.key !== "string" || target.object.kind !== "global") return;
    if (windowNames.has(target.object.name)) names.add(target.key);
  };
  const visit = (node: AnyNode): void => {
    if (node.kind === "assign" || node.kind === "target") add(node.target);
    forEachChild(node, visit);
  };
  visit(script);
  return names;
}
