import type { ItemRow } from "./item-row.ts";
import type { ItemRows } from "./item-rows.ts";
import type { ListedItem } from "./listed-item.ts";
import { type Move, toMove } from "./moves.ts";

export interface ReaderOptions {
  readonly list: HTMLElement;
  readonly rows: ItemRows;
  readonly toggle: (item: ListedItem) => void;
  /** The focus should go elsewhere. */
  readonly move: (from: ListedItem, move: Exclude<Move, "collapse">) => void;
  /** The focus has come to an item. */
  readonly entered: (item: ListedItem) => void;
  /** The reader has done something in an item's cards. */
  readonly used: (item: ListedItem) => void;
}

/**
 * Hears what a reader does at the items.
 *
 * All is heard on its way down to where it happens: what a card keeps to itself on the way up is heard all the same. And each is judged
 * by where it happens alone: only the head of an item opens it, and no card is in one, so that no event of a card's making drives the list.
 */
export class TimelineReader {
  readonly #options: ReaderOptions;
  readonly #listeners: readonly (readonly [string, (event: Event) => void])[];
  /** A card that has kept Escape for itself: the next leads out of it in any case. */
  #escaped: { readonly row: ItemRow } | undefined;
  #later: number | undefined;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#listeners = [
      ["click", (event) => this.#hearClick(event)],
      ["keydown", (event) => this.#hearKey(event as KeyboardEvent)],
      ["focusin", (event) => this.#hearFocus(event)],
      ["pointerdown", (event) => this.#hearUse(event as PointerEvent)],
    ];
    for (const [type, listener] of this.#listeners) options.list.addEventListener(type, listener, true);
  }

  stop(): void {
    for (const [type, listener] of this.#listeners) this.#options.list.removeEventListener(type, listener, true);
    this.#options.list.ownerDocument.defaultView?.clearTimeout(this.#later);
  }

  #hearClick({ target }: Event): void {
    const row = this.#options.rows.around(target);
    if (row?.head.contains(target as Node)) this.#options.toggle(row.item);
  }

  #hearKey(event: KeyboardEvent): void {
    // A card's own event has no key. Heard, it would keep the card in the page in the place of one that the reader has used.
    if (typeof event.key !== "string") return;
    const move = toMove(event);
    const row = this.#options.rows.around(event.target);
    if (row === undefined) return;
    if (event.target !== row.head) {
      this.#options.used(row.item);
      if (move === "collapse") this.#leave(row, event);
      return;
    }
    this.#escaped = undefined;
    if (move === undefined) return;
    if (move === "collapse") {
      if (!row.item.expanded) return;
      this.#options.toggle(row.item);
    } else this.#options.move(row.item, move);
    event.preventDefault();
  }

  /**
   * Escape leads out of a card, to the head of its item. A card may need it first, to close what it has open; but no card may hold the
   * reader: of two in a row the second leads out.
   */
  #leave(row: ItemRow, event: KeyboardEvent): void {
    const again = this.#escaped?.row === row;
    this.#escaped = undefined;
    if (again) return row.head.focus();
    const { list } = this.#options;
    const view = list.ownerDocument.defaultView;
    view?.clearTimeout(this.#later);
    // Once the card has heard of it, which may keep it from coming up to here.
    this.#later = view?.setTimeout(() => {
      const tree = list.getRootNode() as Document | ShadowRoot;
      const isUsed = event.defaultPrevented || tree.activeElement !== event.target;
      if (!isUsed) row.head.focus();
      else if (row.body.contains(tree.activeElement)) this.#escaped = { row };
    });
  }

  #hearFocus({ target }: Event): void {
    const row = this.#options.rows.around(target);
    if (row === undefined) return;
    if (this.#escaped?.row !== row) this.#escaped = undefined;
    if (target !== row.head) this.#options.used(row.item);
    this.#options.entered(row.item);
  }

  #hearUse({ target, pointerId }: PointerEvent): void {
    if (typeof pointerId !== "number") return;
    const row = this.#options.rows.around(target);
    if (row?.body.contains(target as Node)) this.#options.used(row.item);
  }
}
