import type { Member } from "../ir/nodes.ts";

/** Gives the offset to report for a failed read: where the property's name begins (`]` of a computed one). */
export function placeOfKey(node: Member): number {
  return node.span[1] - (typeof node.key === "string" ? node.key.length : 1);
}
