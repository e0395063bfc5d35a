import { buildPiece } from "../build-piece.ts";
import type { WorkspaceSettings } from "../options.ts";
import { LiveView } from "./live-view.ts";
import type { PanelSection } from "./panel.ts";
import { toSectionFrame, viewFrame } from "./pieces.ts";

/** The details of one record in the page. Which views they are does not change while the record is there. */
export class LiveSection {
  readonly element: Element;
  readonly #views: readonly LiveView[];

  constructor(page: Document, section: PanelSection, settings: WorkspaceSettings) {
    this.element = buildPiece(page, toSectionFrame(section));
    this.#views = section.views.map((view) => new LiveView(buildPiece(page, viewFrame), view, settings));
    this.element.append(...this.#views.map(({ element }) => element));
  }

  start(): void {
    for (const view of this.#views) view.mount();
  }

  update({ views }: PanelSection): void {
    views.forEach((view, index) => {
      this.#views[index]?.update(view);
    });
  }

  unmount(): void {
    for (const view of this.#views) view.unmount();
    this.element.remove();
  }
}
