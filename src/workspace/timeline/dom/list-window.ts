import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { bounds } from "./bounds.ts";
import { blockOf, ItemLayout } from "./item-layout.ts";

/** What a window is cut out of. */
export interface WindowContent {
  readonly count: () => number;
  /** The height of an item, or what is guessed of it. */
  readonly heightOf: (index: number) => number;
}

/** The items that have to be in the page: one after the other. Empty where `last` is before `first`. */
export interface ItemRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a long list that a reader sees. The virtualizer observes how the element scrolls and grows, and keeps what is read in its
 * place when heights above it change, as each browser lets it. It is given blocks of items: it walks over all that it has at each change.
 */
export class ListWindow {
  readonly #scroller: HTMLElement;
  readonly #content: WindowContent;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #scrolled: () => void;
  readonly #dispose: () => void;
  #layout = new ItemLayout();

  /** @param scrolled Called when another part of the list is seen. */
  constructor(scroller: HTMLElement, content: WindowContent, scrolled: () => void) {
    this.#scroller = scroller;
    this.#content = content;
    this.#scrolled = scrolled;
    this.#virtualizer = new Virtualizer(this.#toOptions());
    this.#dispose = this.#virtualizer._didMount();
  }

  /** Begins to listen. */
  start(): void {
    this.#virtualizer._willUpdate();
  }

  stop(): void {
    this.#dispose();
  }

  get offset(): number {
    return this.#virtualizer.scrollOffset ?? 0;
  }

  /** How much of the list is seen. */
  get height(): number {
    return this.#virtualizer.scrollRect?.height ?? 0;
  }

  /** Height of the whole list. */
  get total(): number {
    return this.#virtualizer.getTotalSize();
  }

  /** However high the window is, and however low the items: no more of them than may be in the page beside those that stay there. */
  get range(): ItemRange {
    const { count } = this.#layout;
    if (this.height === 0 || count === 0) return { first: 0, last: -1 };
    // One more than those that are kept may stay: the item with the focus.
    const most = bounds.items - bounds.kept - 1;
    const begin = this.indexAt(this.offset);
    const seen = Math.min(this.indexAt(this.offset + this.height) - begin + 1, most);
    const around = Math.min(bounds.overscan, Math.floor((most - seen) / 2));
    return { first: Math.max(0, begin - around), last: Math.min(count - 1, begin + seen - 1 + around) };
  }

  /** Where an item begins. */
  startOf(index: number): number {
    return this.#startOfBlock(blockOf(index)) + this.#layout.startInBlock(index);
  }

  endOf(index: number): number {
    return this.startOf(index) + this.#layout.heightOf(index);
  }

  /** The index of the item at an offset; -1 in an empty list. */
  indexAt(offset: number): number {
    const block = this.#virtualizer.getVirtualItemForOffset(offset);
    return block === undefined ? -1 : this.#layout.indexInBlock(block.index, offset - block.start);
  }

  /** Takes other items, or others in between. */
  refresh(): void {
    this.#layout = new ItemLayout(this.#content.count(), this.#content.heightOf);
    this.#virtualizer.itemSizeCache.clear();
    this.#virtualizer.setOptions(this.#toOptions());
  }

  /** Takes heights. What stands above the window, or enters it from above, grows and shrinks out of sight. */
  resize(heights: Iterable<readonly [index: number, height: number]>): void {
    const virtualizer = this.#virtualizer;
    const isBackward = virtualizer.scrollDirection === "backward";
    const { offset } = this;
    // Judged before anything moves.
    const judged = [...heights].map(([index, height]) => {
      const start = this.startOf(index);
      const isAbove = start + this.#layout.heightOf(index) <= offset || (isBackward && start < offset);
      return [index, height, isAbove] as const;
    });
    for (const above of [true, false]) {
      virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => above;
      for (const [index, height, isAbove] of judged) {
        if (isAbove !== above || this.#layout.resize(index, height) === 0) continue;
        virtualizer.resizeItem(blockOf(index), this.#layout.heightOfBlock(blockOf(index)));
      }
    }
  }

  /** The page holds what belongs to the window. */
  rendered(): void {
    this.#virtualizer._willUpdate();
  }

  /** Takes an offset for the reader's, before the page does: `scroll` has it follow, once it holds what belongs there. */
  aim(offset: number): void {
    this.#virtualizer.cancelScroll();
    this.#virtualizer.scrollOffset = Math.max(0, Math.min(offset, this.total - this.height));
  }

  /** Has the page follow. */
  scroll(): void {
    if (this.#scroller.scrollTop !== this.offset) this.#scroller.scrollTop = this.offset;
  }

  #startOfBlock(block: number): number {
    this.#virtualizer.getTotalSize();
    return this.#virtualizer.measurementsCache[block]?.start ?? 0;
  }

  #toOptions(): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    const layout = this.#layout;
    return {
      count: layout.blocks,
      getScrollElement: () => this.#scroller,
      // New ones each time: what they answer has changed.
      getItemKey: (block) => block,
      estimateSize: (block) => layout.heightOfBlock(block),
      scrollToFn: elementScroll,
      observeElementRect: (virtualizer, changed) =>
        observeElementRect(virtualizer, (rect) => {
          changed(rect);
          this.#scrolled();
        }),
      observeElementOffset: (virtualizer, changed) =>
        observeElementOffset(virtualizer, (offset, isScrolling) => {
          changed(offset, isScrolling);
          this.#scrolled();
        }),
    };
  }
}
