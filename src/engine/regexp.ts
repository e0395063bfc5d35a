import type { RegExpLiteral } from "../ir/nodes.ts";
import { throwError } from "../runtime/throw.ts";
import { createRegExp, linkRegExp as linkPattern } from "../scope/intrinsics/regexp.ts";
import type { Run } from "./linker.ts";

/** Links a regular expression literal: a fresh value at each evaluation, so that no `lastIndex` outlives a render. */
export function linkRegExp(node: RegExpLiteral): Run {
  const linked = linkPattern(node.source, node.flags);
  const at = node.span[0];
  if (linked !== undefined) return () => createRegExp(linked);
  return (_frame, realm) => {
    realm.at = at;
    return throwError(realm, "SyntaxError", "this regular expression is not one that cards may use");
  };
}
