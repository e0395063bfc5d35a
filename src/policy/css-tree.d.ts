// css-tree's types cover its main entry only, which carries 170 KB of syntax data that nothing here needs.
declare module "css-tree/selector-parser" {
  import type { CssNode } from "css-tree";
  export default function parse(text: string, options: { readonly context: "selectorList" }): CssNode;
}

declare module "css-tree/utils" {
  export const ident: { decode(text: string): string; encode(text: string): string };
}
