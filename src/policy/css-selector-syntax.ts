import type { CssNode, Selector, SelectorList } from "css-tree";
// css-tree's main entry carries 170 KB of syntax data that nothing here needs; its types know no other entry.
// @ts-expect-error: no types for this entry
import parseEntry from "css-tree/selector-parser";
// @ts-expect-error: no types for this entry
import { ident as identEntry } from "css-tree/utils";

const parse: (text: string) => SelectorList = parseEntry;

/** Decodes and writes the escapes of a CSS name. */
export const ident: { readonly decode: (text: string) => string; readonly encode: (text: string) => string } = identEntry;

/** Parses a list of selectors of at most `longest` UTF-16 units. Gives none for what is no such list. */
export function parseSelectorList(text: string, longest: number): readonly Selector[] {
  if (text.length > longest) return [];
  try {
    return toSelectorNodes(parse(text));
  } catch {
    // A syntax error, or brackets nested so deep that the parser's stack ends: no selector either way.
    return [];
  }
}

/** The selectors of a list. The parser knows other kinds of lists only where it is told to go on after an error. */
export function toSelectorNodes(list: SelectorList): readonly Selector[] {
  return list.children.toArray() as readonly CssNode[] as readonly Selector[];
}
