import { stripComments } from "./css-text.ts";

/** A piece of a style sheet: a declaration or statement, or what stands in front of a block with its pieces. */
export interface CssPiece {
  /** Text up to the `;` or `{`, trimmed; comments are gone. */
  readonly head: string;
  /** What the block holds; absent where there is none. */
  readonly pieces?: readonly CssPiece[];
}

interface OpenPiece {
  readonly head: string;
  readonly pieces: CssPiece[];
}

// Strings, unquoted addresses and escapes are skipped whole: a bracket or `;` in them is none.
const token = /"(?:[^"\\\n\r\f]|\\[\s\S])*"?|'(?:[^'\\\n\r\f]|\\[\s\S])*'?|url\((?!\s*["'])[^)]*\)?|\\[\s\S]|[{}()[\];]/gi;

/**
 * Splits a style sheet into pieces, by its strings, brackets, `;` and braces (CSS Syntax 3, "consume a block's
 * contents"). A brace closes its block even where a bracket is still open, so that a broken rule costs only itself.
 *
 * Nothing is judged here and nothing relies on this reading: each head is judged and written anew. What is nested
 * deeper than `maxDepth` is left out. Linear, without recursion.
 *
 * @returns The pieces, and whether something was nested too deep.
 */
export function parseBlocks(text: string, maxDepth: number): { readonly pieces: readonly CssPiece[]; readonly tooDeep: boolean } {
  const css = stripComments(text);
  const root: CssPiece[] = [];
  const open: OpenPiece[] = [];
  let pieces = root;
  let start = 0;
  let brackets = 0;
  let tooDeep = false;
  const flush = (end: number) => {
    const head = css.slice(start, end).trim();
    if (head !== "") pieces.push({ head });
  };
  for (const match of css.matchAll(token)) {
    const end = match.index;
    const unit = match[0];
    if (unit === "(" || unit === "[") brackets++;
    else if (unit === ")" || unit === "]") brackets = Math.max(0, brackets - 1);
    else if (unit === ";" && brackets === 0) {
      flush(end);
      start = end + 1;
    } else if (unit === "{") {
      const piece: OpenPiece = { head: css.slice(start, end).trim(), pieces: [] };
      if (open.length < maxDepth) pieces.push(piece);
      else tooDeep = true;
      open.push(piece);
      pieces = piece.pieces;
      start = end + 1;
      brackets = 0;
    } else if (unit === "}") {
      flush(end);
      open.pop();
      pieces = open.at(-1)?.pieces ?? root;
      start = end + 1;
      brackets = 0;
    }
  }
  flush(css.length);
  return { pieces: root, tooDeep };
}
