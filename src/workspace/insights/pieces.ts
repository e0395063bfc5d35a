import { toDrawing } from "../drawing.ts";
import { type Piece, toPiece } from "../piece.ts";
import type { WorkspaceWords } from "../words.ts";
import type { PanelCard, PanelSection } from "./panel.ts";

/** `chevron-down` of the icons, which a page need not bring for it. */
const chevron = "M7.41,8.58L12,13.17L16.59,8.58L18,10L12,16L6,10L7.41,8.58Z";

// Frames are pieces without content: one target writes it behind the start tag, the other puts it in.

/** The panel: a region, so that readers of the screen find it, named by a heading that only they meet. */
export function toPanelFrame(titleId: string, theme: string | undefined): Piece {
  return toPiece("section", { class: "kv-insights", "aria-labelledby": titleId, "data-theme": theme });
}

export function toPanelTitle(titleId: string, { insights }: WorkspaceWords): Piece {
  return toPiece("h2", { class: "kv-unseen", id: titleId }, insights);
}

export const detailsFrame = toPiece("div", { class: "kv-insights-details" });
export const cardsFrame = toPiece("div", { class: "kv-insights-cards" });

/** What is known of one record: a group, since a page with a landmark for each would have more of them than help. */
export function toSectionFrame({ label }: PanelSection): Piece {
  return toPiece("div", { class: "kv-insights-section", role: "group", "aria-label": label });
}

/** Where a KView stands: what it positions stays inside. */
export const viewFrame = toPiece("div", { class: "kv-insights-view kv-root" });

/** The frame of a card: it opens and closes without script, in HTML from a server too. */
export function toCardFrame({ isOpen }: Pick<PanelCard, "isOpen">): Piece {
  return toPiece("details", { class: "kv-insights-card", open: isOpen ? "" : undefined });
}

/** The head of a card: the one thing to press. */
export function toCardHead({ icon, title }: PanelCard): Piece {
  return toPiece(
    "summary",
    { class: "kv-insights-head" },
    toPiece("span", { class: "kv-insights-icon", "aria-hidden": "true" }, toDrawing(icon)),
    toPiece("h3", { class: "kv-insights-title" }, toPiece("bdi", {}, title)),
    toPiece("span", { class: "kv-insights-chevron", "aria-hidden": "true" }, toDrawing(chevron)),
  );
}

export const bodyFrame = toPiece("div", { class: "kv-insights-body" });

/** Stands in an open card that shows nothing and whose frame is not left out. */
export function toNothing({ cardEmpty }: WorkspaceWords): Piece {
  return toPiece("p", { class: "kv-insights-nothing" }, cardEmpty);
}
