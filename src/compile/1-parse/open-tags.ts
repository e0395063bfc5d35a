import { parse } from "@babel/parser";
import type { JSXElement, JSXFragment, Node } from "@babel/types";
import type { Placed } from "../reporter.ts";
import { type ParserError, parserOptions } from "./parser-options.ts";

/** An element that the template opens and never closes. */
export interface Unclosed {
  /** As written: `<p>`, `<>`. */
  readonly tag: string;
  readonly place: Placed;
}

const most = 8;

/** What is wrong with the tags of a template that ends too early. */
export interface OpenTags {
  readonly unclosed: readonly Unclosed[];
  /** What the parser says before the end: a tag that closes another than the one that is open. */
  readonly mismatches: readonly ParserError[];
}

/**
 * Finds the elements that are still open where a template ends: the parser only says that it does. Closing tags are put
 * behind the text until it can be parsed; what these close was open. Gives none where that is not what is wrong.
 */
export function findOpenTags(source: string): OpenTags {
  for (let count = 1; count <= most; count++) {
    try {
      const file = parse(source + "</>".repeat(count), parserOptions);
      const errors = (file.errors ?? []) as readonly ParserError[];
      return { unclosed: collect(file.program, source), mismatches: errors.filter(({ pos }) => (pos ?? 0) < source.length) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) break;
    }
  }
  return { unclosed: [], mismatches: [] };
}

function collect(root: Node, source: string): Unclosed[] {
  const found: Unclosed[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    const { type } = node as Partial<Node>;
    if (type === "JSXElement" || type === "JSXFragment") {
      const { opening, closing } = tagsOf(node as JSXElement | JSXFragment);
      if ((closing?.start ?? 0) >= source.length) {
        found.push({ tag: nameTag(source.slice(opening.start ?? 0, opening.end ?? 0)), place: opening });
      }
    }
    for (const child of Object.values(node)) if (typeof child === "object") open.push(child);
  }
  return found;
}

function tagsOf(node: JSXElement | JSXFragment): { readonly opening: Node; readonly closing: Node | null | undefined } {
  return node.type === "JSXElement"
    ? { opening: node.openingElement, closing: node.closingElement }
    : { opening: node.openingFragment, closing: node.closingFragment };
}

/** An opening tag without its attributes. */
function nameTag(text: string): string {
  return `${/^<[^\s>/{]*/.exec(text)?.[0] ?? "<"}>`;
}
