import type { Call, Expression, Member } from "../ir/nodes.ts";

/** A member that is no link of an optional chain. */
export function isPlainMember(node: Member | Call): boolean {
  let at: Expression = node;
  while (at.kind === "member" || at.kind === "call") {
    if (at.optional) return false;
    at = at.kind === "member" ? at.object : at.callee;
  }
  return true;
}
