import { type Piece, toPiece } from "./piece.ts";

/** Makes the drawing of an icon. @param path In a view box of 24 by 24. */
export function toDrawing(path: string): Piece {
  return toPiece("svg", { class: "kv-icon-drawing", viewBox: "0 0 24 24", focusable: "false" }, toPiece("path", { d: path }));
}
