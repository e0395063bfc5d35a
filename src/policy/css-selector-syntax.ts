import type { CssNode } from "css-tree";
// css-tree's main entry carries 170 KB of syntax data that nothing here needs; its types know no other entry.
// @ts-expect-error: no types for this entry
import parseEntry from "css-tree/selector-parser";
// @ts-expect-error: no types for this entry
import { ident as identEntry } from "css-tree/utils";

/** Parses a list of selectors. Throws for whatever is none, and when brackets nest deeper than the stack. */
export const parseSelectorSyntax: (text: string, options: { readonly context: "selectorList" }) => CssNode = parseEntry;

/** Decodes and writes the escapes of a CSS name. */
export const ident: { readonly decode: (text: string) => string; readonly encode: (text: string) => string } = identEntry;
