import { h, render } from "preact";
import type { LeafCard } from "../leaf-card.ts";
import { Lightbox } from "./lightbox.ts";
import type { Picture } from "./thumbnails.ts";

/** A picture that was pressed, and the element to go back to. */
export interface Opened {
  readonly index: number;
  readonly thumbnail: HTMLElement;
}

/**
 * The dialog in front of the page. It stands beside the card's element: inside of it, a style sheet of the template could make anything of
 * what covers the whole page, and the template would hear of every click.
 */
export class Front {
  readonly #onClose: () => void;
  #opened: Opened | undefined;
  #dialog: HTMLDialogElement | undefined;

  /** @param onClose Called when the reader closes the dialog. */
  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  /** Shows pictures, or none any more. */
  show(card: LeafCard, pictures: readonly Picture[], opened: Opened | undefined): void {
    if (opened !== this.#opened) this.end();
    if (opened === undefined) return;
    const isNew = this.#dialog === undefined;
    this.#opened = opened;
    this.#dialog ??= this.#create(card.root, opened);
    const dialog = this.#dialog;
    if (pictures.length === 0) return dialog.close();
    // First: the browser gives the focus to something of its own choice, then the pictures take it.
    if (isNew) dialog.showModal();
    render(h(Lightbox, { dialog, pictures, first: opened.index, id: `${card.idPrefix}:picture` }), dialog);
  }

  end(): void {
    const [dialog, opened] = [this.#dialog, this.#opened];
    this.#dialog = undefined;
    this.#opened = undefined;
    if (dialog === undefined) return;
    dialog.removeEventListener("close", this.#onClose);
    dialog.close();
    render(null, dialog);
    dialog.remove();
    if (opened?.thumbnail.isConnected) opened.thumbnail.focus({ preventScroll: true });
  }

  #create(root: Element, { thumbnail }: Opened): HTMLDialogElement {
    const dialog = root.ownerDocument.createElement("dialog");
    dialog.className = "kv-lightbox";
    const theme = thumbnail.closest("[data-theme]")?.getAttribute("data-theme");
    if (theme) dialog.dataset.theme = theme;
    // What happens in the dialog is nobody else's: the page around the card has keys and clicks of its own.
    for (const type of own) dialog.addEventListener(type, (event) => event.stopPropagation());
    // Its content covers all of its box: what hits the dialog itself is the ground around it.
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener("close", this.#onClose);
    root.after(dialog);
    return dialog;
  }
}

const own = ["click", "keydown", "keyup", "pointerdown", "mousedown", "cancel", "close"] as const;
