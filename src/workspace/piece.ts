import { judgeText } from "../policy/text.ts";
import { escapeText } from "../runtime/escape.ts";

/**
 * A piece of markup of our own, for both targets: one writes it as HTML, the other makes elements of it. Texts are data; names are ours.
 * Below `svg` elements are of that namespace.
 */
export interface Piece {
  readonly tag: string;
  /** In the order in which they are written; an absent value writes nothing, an empty one a bare attribute. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (Piece | string)[];
}

/** Makes a piece. */
export function toPiece(tag: string, attributes: Piece["attributes"], ...children: readonly (Piece | string)[]): Piece {
  return { tag, attributes, children };
}

/** Writes a piece as HTML. */
export function writePiece(piece: Piece | string): string {
  if (typeof piece === "string") return escapeText(judgeText(piece));
  let html = `${openPiece(piece)}`;
  for (const child of piece.children) html += writePiece(child);
  return `${html}</${piece.tag}>`;
}

/** Writes the start tag of a piece. */
export function openPiece({ tag, attributes }: Pick<Piece, "tag" | "attributes">): string {
  let html = `<${tag}`;
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) html += ` ${name}="${escapeText(judgeText(value))}"`;
  }
  return `${html}>`;
}
