import { renderToString } from "../../render/render-to-string.ts";
import { toFault } from "../fault.ts";
import { toWorkspaceSettings, type WorkspaceOptions, type WorkspaceSettings } from "../options.ts";
import { openPiece, type Piece, writePiece } from "../piece.ts";
import { toErrorPiece } from "../timeline/pieces.ts";
import { createPanel } from "./create-panel.ts";
import type { PanelCard, PanelSection, PanelView } from "./panel.ts";
import { PanelMemory } from "./panel-memory.ts";
import {
  bodyFrame,
  cardsFrame,
  detailsFrame,
  toCardFrame,
  toCardHead,
  toNothing,
  toPanelFrame,
  toPanelTitle,
  toSectionFrame,
  viewFrame,
} from "./pieces.ts";
import type { InsightsSubject } from "./subject.ts";

/**
 * Renders the insights panel of a record, or of the results of a search, to HTML.
 *
 * Details stand on top: of the subject, then of the customer, company … among its records. A klass of an app has the views that the
 * app defines for `smartbar-details`; where there are none, the panel shows what it knows of the klass. Below stand the cards
 * (`smartbar-card`), the subject's first, each in a frame that opens and closes without script and begins as its view says. A card that
 * begins open and shows nothing has no frame. A card that fails shows its own error; the others are not touched.
 *
 * Throws a `TypeError` for a wrong option or subject, naming it.
 *
 * @param subject `{ resource, records }` with what `createContext` takes, or `{ search: { conversations, customers } }`.
 * @returns One line of HTML.
 *
 * @example
 * const views = createViews([{ name: "acme.points", resource: "customer", context: "smartbar-card", template: "<p>80 points</p>" }]);
 * const subject = { resource: "customer", records: { customer: { name: "Ada" } } };
 * console.log(renderInsights(subject, { views }).includes("<p>80 points</p>")); // → true
 */
export function renderInsights(subject: InsightsSubject, options: WorkspaceOptions): string {
  const settings = toWorkspaceSettings(options);
  const panel = createPanel(subject, new PanelMemory(settings));
  const titleId = `${settings.card.policy.idPrefix}-insights`;
  const sections = panel.sections.map((section) => writeSection(section, settings)).join("");
  const cards = panel.cards.map((card) => writeCard(card, settings)).join("");
  const title = writePiece(toPanelTitle(titleId, settings.words));
  return write(toPanelFrame(titleId, settings.theme), title + write(detailsFrame, sections) + write(cardsFrame, cards));
}

function writeSection(section: PanelSection, settings: WorkspaceSettings): string {
  return write(toSectionFrame(section), section.views.map((view) => write(viewFrame, renderView(view, settings))).join(""));
}

function writeCard(card: PanelCard, settings: WorkspaceSettings): string {
  const html = renderView(card, settings);
  const isEmpty = html.trim() === "";
  if (isEmpty && card.isOpen) return "";
  const body = write(viewFrame, html) + (isEmpty ? writePiece(toNothing(settings.words)) : "");
  return write(toCardFrame(card), writePiece(toCardHead(card)) + write(bodyFrame, body));
}

function renderView({ name, idPrefix, bag, compile }: PanelView, { cardOptions, tell }: WorkspaceSettings): string {
  try {
    const compiled = compile();
    if ("failed" in compiled) return writePiece(toErrorPiece(compiled.failed));
    return renderToString(compiled.template, bag, { ...cardOptions, idPrefix, onDiagnostic: (found) => tell(found, { view: name }) });
  } catch (error) {
    const { told, shown } = toFault(name, error);
    tell(told, { view: name });
    return writePiece(shown);
  }
}

function write(frame: Piece, content: string): string {
  return `${openPiece(frame)}${content}</${frame.tag}>`;
}
