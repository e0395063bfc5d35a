import { buildPiece } from "../build-piece.ts";
import type { WorkspaceSettings } from "../options.ts";
import { createPanel } from "./create-panel.ts";
import { moveFocus } from "./head-keys.ts";
import { LiveCardFrame } from "./live-card-frame.ts";
import { LiveList } from "./live-list.ts";
import { LiveSection } from "./live-section.ts";
import type { Panel, PanelCard, PanelSection } from "./panel.ts";
import { PanelMemory } from "./panel-memory.ts";
import { cardsFrame, detailsFrame, toPanelFrame, toPanelTitle } from "./pieces.ts";
import type { InsightsSubject } from "./subject.ts";

/** The insights panel in the page. */
export class LivePanel {
  readonly #place: Element;
  readonly #root: Element;
  readonly #memory: PanelMemory;
  readonly #sections: LiveList<PanelSection, LiveSection>;
  readonly #cards: LiveList<PanelCard, LiveCardFrame>;
  readonly #listeners = new AbortController();
  readonly #opened = new Map<string, boolean>();
  #subject: string | undefined;
  #next: Panel | undefined;
  #isBusy = false;
  #isGone = false;

  constructor(place: Element, settings: WorkspaceSettings) {
    const page = place.ownerDocument;
    this.#place = place;
    this.#memory = new PanelMemory(settings);
    this.#sections = new LiveList(buildPiece(page, detailsFrame), (section) => new LiveSection(page, section, settings));
    this.#cards = new LiveList(buildPiece(page, cardsFrame), (card) => new LiveCardFrame(page, card, settings, this.#opened));
    const titleId = `${settings.card.policy.idPrefix}-insights`;
    this.#root = buildPiece(page, toPanelFrame(titleId, settings.theme));
    this.#root.append(buildPiece(page, toPanelTitle(titleId, settings.words)), this.#sections.element, this.#cards.element);
    const { signal } = this.#listeners;
    const heads = () => this.#cards.items().flatMap(({ element, head }) => (element.hidden ? [] : [head]));
    this.#cards.element.addEventListener("keydown", (event) => moveFocus(event as KeyboardEvent, heads()), { signal });
    // On paper nothing can be opened: the style sheet shows closed cards too, and here is what they show.
    page.defaultView?.addEventListener("beforeprint", () => this.#mountAll(), { signal });
  }

  /** Shows a subject. A `TypeError` for what is none leaves the panel as it is. */
  show(subject: InsightsSubject): void {
    if (this.#isGone) return;
    this.#next = createPanel(subject, this.#memory);
    this.#work();
  }

  unmount(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    if (!this.#isBusy) this.#end();
  }

  /** A card that is mounted calls the host (a diagnostic), which may wish for another subject meanwhile: that comes after. */
  #work(): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let panel = this.#next; panel !== undefined && !this.#isGone; panel = this.#next) {
        this.#next = undefined;
        this.#change(panel);
      }
    } finally {
      this.#isBusy = false;
      if (this.#isGone) this.#end();
    }
  }

  #change(panel: Panel): void {
    if (this.#subject === undefined) this.#place.replaceChildren(this.#root);
    else if (this.#subject !== panel.subject) {
      this.#clear();
      this.#opened.clear();
      this.#place.scrollTop = 0;
    }
    this.#subject = panel.subject;
    this.#sections.show(panel.sections);
    this.#cards.show(panel.cards);
  }

  #mountAll(): void {
    for (const frame of this.#cards.items()) frame.mount();
  }

  #clear(): void {
    this.#sections.show([]);
    this.#cards.show([]);
  }

  #end(): void {
    this.#listeners.abort();
    this.#clear();
    this.#root.remove();
  }
}
