import { buildPiece } from "../build-piece.ts";
import type { WorkspaceSettings } from "../options.ts";
import { LiveView } from "./live-view.ts";
import type { PanelCard } from "./panel.ts";
import { bodyFrame, toCardFrame, toCardHead, toNothing, viewFrame } from "./pieces.ts";

/** The frame of a card in the page: opens and closes it, and mounts it when it is first open. */
export class LiveCardFrame {
  readonly element: HTMLDetailsElement;
  /** What is pressed to open it. */
  readonly head: HTMLElement;
  readonly #body: Element;
  readonly #view: LiveView;
  readonly #nothing: Element;
  readonly #observer: MutationObserver | undefined;
  readonly #listeners = new AbortController();
  readonly #key: string;
  readonly #opened: Map<string, boolean>;
  /** Begins closed, or an agent has pressed it: what was there to be pressed does not vanish. */
  #stays: boolean;

  /** @param opened Whether cards were open when they were last there, by key: a record may go, and come back. */
  constructor(page: Document, card: PanelCard, settings: WorkspaceSettings, opened: Map<string, boolean>) {
    this.#key = card.key;
    this.#opened = opened;
    const isOpen = opened.get(card.key) ?? card.isOpen;
    this.element = buildPiece(page, toCardFrame({ isOpen })) as HTMLDetailsElement;
    this.head = buildPiece(page, toCardHead(card)) as HTMLElement;
    this.#body = buildPiece(page, bodyFrame);
    const place = buildPiece(page, viewFrame);
    this.#body.append(place);
    this.element.append(this.head, this.#body);
    this.#nothing = buildPiece(page, toNothing(settings.words));
    this.#view = new LiveView(place, card, settings);
    this.#stays = !card.isOpen || !isOpen;
    // A card may show nothing until an answer has come, or nothing any more after it.
    const Observer = page.defaultView?.MutationObserver;
    this.#observer = Observer && new Observer(() => this.#settle());
    this.#observer?.observe(place, { childList: true, characterData: true, subtree: true });
    const { signal } = this.#listeners;
    this.head.addEventListener("click", (event) => this.#press(event), { signal });
    // What opens it besides a press: the browser's search in the page, or the host.
    this.element.addEventListener("toggle", () => this.element.open && this.mount(), { signal });
  }

  /** Mounts the card, if it is not there yet: what is printed is shown open. */
  mount(): void {
    if (this.#view.isMounted) return;
    this.#view.mount();
    this.#settle();
  }

  /** Begins, now that the frame is in the page. */
  start(): void {
    if (this.element.open) this.mount();
  }

  update(card: PanelCard): void {
    this.#view.update(card);
    this.#settle();
  }

  unmount(): void {
    this.#opened.set(this.#key, this.element.open);
    this.#listeners.abort();
    this.#observer?.disconnect();
    this.#view.unmount();
    this.element.remove();
  }

  #press(event: Event): void {
    this.#stays = true;
    if (event.defaultPrevented || this.element.open) return;
    // Open before the card is mounted, so that it can measure its place.
    event.preventDefault();
    this.element.open = true;
    this.mount();
  }

  #settle(): void {
    if (!this.#view.isMounted) return;
    const { isEmpty } = this.#view;
    // An agent on the frame keeps it too: with it the focus would go.
    const stays = this.#stays || this.element.contains((this.element.getRootNode() as Document).activeElement);
    this.element.hidden = isEmpty && !stays;
    if (isEmpty && stays) this.#body.append(this.#nothing);
    else this.#nothing.remove();
  }
}
