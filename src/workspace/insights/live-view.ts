import { type MountedCard, mount } from "../../render/dom.ts";
import { buildPiece } from "../build-piece.ts";
import { toFault } from "../fault.ts";
import type { WorkspaceSettings } from "../options.ts";
import { toErrorPiece } from "../timeline/pieces.ts";
import type { PanelView } from "./panel.ts";

/** One KView of the panel in the page: a live card of its own, with its own budget, or what is wrong with its template. */
export class LiveView {
  readonly element: Element;
  readonly #settings: WorkspaceSettings;
  #view: PanelView;
  #card: MountedCard | undefined;
  #isMounted = false;

  constructor(element: Element, view: PanelView, settings: WorkspaceSettings) {
    this.element = element;
    this.#view = view;
    this.#settings = settings;
  }

  get isMounted(): boolean {
    return this.#isMounted;
  }

  /** Whether it shows nothing; blanks are nothing. */
  get isEmpty(): boolean {
    return this.element.firstElementChild === null && this.element.textContent?.trim() === "";
  }

  mount(): void {
    if (this.#isMounted) return;
    this.#isMounted = true;
    const { element } = this;
    const { name, idPrefix, bag, compile } = this.#view;
    const { cardOptions, tell } = this.#settings;
    this.#guard(() => {
      const compiled = compile();
      if ("failed" in compiled) element.append(buildPiece(element.ownerDocument, toErrorPiece(compiled.failed)));
      else
        this.#card = mount(compiled.template, bag, element, {
          ...cardOptions,
          idPrefix,
          onDiagnostic: (found) => tell(found, { view: name }),
        });
    });
  }

  /** Takes other data; a card that is not mounted yet will begin with them. */
  update(view: PanelView): void {
    this.#view = view;
    this.#guard(() => this.#card?.update(view.bag));
  }

  unmount(): void {
    this.#isMounted = false;
    this.#card?.unmount();
    this.#card = undefined;
    this.element.replaceChildren();
  }

  /** What a component of the host throws, or a rule of its policy, costs this card alone. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.unmount();
      this.#isMounted = true;
      const { told, shown } = toFault(this.#view.name, error);
      this.#settings.tell(told, { view: this.#view.name });
      this.element.append(buildPiece(this.element.ownerDocument, shown));
    }
  }
}
