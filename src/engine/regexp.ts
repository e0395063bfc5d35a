import type { RegExpLiteral } from "../ir/nodes.ts";
import { createRegExp } from "../scope/intrinsics/regexp.ts";
import type { Run } from "./linker.ts";

/** Links a regular expression literal: a fresh value at each evaluation, so that no `lastIndex` outlives a render. */
export function linkRegExp(node: RegExpLiteral): Run {
  const { source, flags } = node;
  const at = node.span[0];
  return (_frame, realm) => {
    realm.at = at;
    return createRegExp(realm, source, flags);
  };
}
