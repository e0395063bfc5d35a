import type { Call, Member } from "../ir/nodes.ts";

/** Gives the offset to report for a failed read: where the property's name begins (`]` of a computed one). */
export function placeOfKey(node: Member): number {
  return node.span[1] - (typeof node.key === "string" ? node.key.length : 1);
}

/** Gives the offset to report for a failed call: the method's name, which may be lines below the start of its chain. */
export function placeOfCall(node: Call): number {
  return node.callee.kind === "member" ? placeOfKey(node.callee) : node.span[0];
}
