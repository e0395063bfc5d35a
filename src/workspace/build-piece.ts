import { judgeText } from "../policy/text.ts";
import type { Piece } from "./piece.ts";

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes elements of a piece: what `writePiece` writes as HTML, without a parser of HTML, which strict pages forbid. */
export function buildPiece(owner: Document, piece: Piece, inside?: string): Element {
  const namespace = piece.tag === "svg" ? svgNamespace : inside;
  const element = namespace === undefined ? owner.createElement(piece.tag) : owner.createElementNS(namespace, piece.tag);
  for (const [name, value] of Object.entries(piece.attributes)) if (value !== undefined) element.setAttribute(name, judgeText(value));
  for (const child of piece.children) element.append(typeof child === "string" ? judgeText(child) : buildPiece(owner, child, namespace));
  return element;
}
