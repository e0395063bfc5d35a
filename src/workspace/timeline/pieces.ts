import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { toErrorText } from "../../render/error-card.ts";
import { toDrawing } from "../drawing.ts";
import { type Piece, toPiece } from "../piece.ts";
import type { Head } from "./head.ts";

/** What stands in the head of an item, whatever element opens it. @param titleId Of the element that names the item. */
export function toHeadPieces(head: Head, titleId: string): readonly Piece[] {
  const { icon, title, time, iso, instant, summary, klass } = head;
  // A klass that is the title is not read out twice.
  const named = title === klass ? { "aria-hidden": "true" } : { role: "img", "aria-label": klass };
  return [
    toPiece("span", { class: "kv-item-icon", ...named }, toDrawing(icon)),
    toPiece("span", { class: "kv-item-title", id: titleId }, toText(title)),
    toPiece("time", { class: "kv-item-time", datetime: iso, title: instant }, time),
    ...(summary === "" ? [] : [toPiece("span", { class: "kv-item-summary" }, toText(summary))]),
  ];
}

/** A text of a direction of its own, whatever it holds: it stays in its place, and what overrides it has it ends with it. */
function toText(text: string): Piece {
  return toPiece("bdi", {}, text);
}

/** The heading of a day. */
export function toDayPiece(name: string): Piece {
  return toPiece("div", { class: "kv-timeline-day", role: "heading", "aria-level": "3" }, name);
}

/** What stands in the place of a card that can't be shown at all: as where its template failed. */
export function toErrorPiece(failed: Diagnostic): Piece {
  const { title, detail } = toErrorText(failed);
  return toPiece(
    "div",
    { class: "kv-error", role: "alert" },
    toPiece("strong", { class: "kv-error-title" }, title),
    toPiece("span", { class: "kv-error-detail" }, detail),
  );
}
