import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { bounds, guesses } from "./bounds.ts";

/** What a window is cut out of. */
export interface WindowContent {
  readonly count: () => number;
  /** Tells an item from all others. */
  readonly keyOf: (index: number) => number;
  /** Its height, or what is guessed of it. */
  readonly heightOf: (index: number) => number;
  /** The index of an item's element; -1 where none of those shown has it. */
  readonly indexOf: (element: Element) => number;
  /** Takes the height of an item's element; gives what the item takes of the list. */
  readonly measured: (index: number, height: number) => number;
}

/** The part of a long list that a reader sees: which items it holds, and where they stand. Nothing is measured while the reader scrolls. */
export class ListWindow {
  readonly #scroller: HTMLElement;
  readonly #content: WindowContent;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #changed: () => void;
  readonly #dispose: () => void;

  /** @param changed Called when the window has moved, or something in it has another height. */
  constructor(scroller: HTMLElement, content: WindowContent, changed: () => void) {
    this.#scroller = scroller;
    this.#content = content;
    this.#changed = changed;
    this.#virtualizer = new Virtualizer(this.#toOptions());
    const virtualizer = this.#virtualizer;
    virtualizer.indexFromElement = (element) => content.indexOf(element);
    // What stands wholly above the window grows and shrinks out of sight; so does what enters it from above.
    virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ start, end }) =>
      end <= this.offset || (start < this.offset && virtualizer.scrollDirection === "backward");
    this.#dispose = virtualizer._didMount();
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

  get isScrolling(): boolean {
    return this.#virtualizer.isScrolling;
  }

  /** Height of the whole list. */
  get total(): number {
    return this.#virtualizer.getTotalSize();
  }

  /** Indexes of the items that have to be in the page. */
  get indexes(): readonly number[] {
    return this.#virtualizer.getVirtualIndexes();
  }

  /** Where an item begins. */
  startOf(index: number): number {
    this.#virtualizer.getTotalSize();
    return this.#virtualizer.measurementsCache[index]?.start ?? 0;
  }

  endOf(index: number): number {
    this.#virtualizer.getTotalSize();
    return this.#virtualizer.measurementsCache[index]?.end ?? 0;
  }

  /** The index of the item at an offset. */
  indexAt(offset: number): number {
    return this.#virtualizer.getVirtualItemForOffset(offset)?.index ?? -1;
  }

  /** Takes other items, in another order. What was measured the content knows. */
  refresh(): void {
    this.#virtualizer.cancelScroll();
    this.#virtualizer.itemSizeCache.clear();
    this.#virtualizer.setOptions(this.#toOptions());
  }

  /** An item out of the page has another height. */
  resize(index: number): void {
    this.#virtualizer.resizeItem(index, this.#content.heightOf(index));
  }

  /** Watches the heights of elements that were put into the page, no longer those of others that were taken out. */
  observe(elements: Iterable<HTMLElement>): void {
    this.#virtualizer.measureElement(null);
    for (const element of elements) this.#virtualizer.measureElement(element);
  }

  /** The page holds what the window asked for. */
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

  /** Goes to an item, wherever that turns out to be once all on the way there is measured. */
  scrollTo(index: number, align: "start" | "end"): void {
    this.#virtualizer.scrollToIndex(index, { align });
  }

  #toOptions(): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    const { keyOf, heightOf, indexOf, measured, count } = this.#content;
    return {
      count: count(),
      getScrollElement: () => this.#scroller,
      // New ones each time: what they answer has changed.
      getItemKey: (index) => keyOf(index),
      estimateSize: (index) => heightOf(index),
      measureElement: (element, entry) => {
        const index = indexOf(element);
        const [box] = entry?.borderBoxSize ?? [];
        // Exact, where the library rounds: what stands in the window is laid out by the page, and has to add up.
        return box === undefined ? heightOf(index) : measured(index, box.blockSize);
      },
      rangeExtractor: toIndexes,
      overscan: bounds.overscan,
      scrollPaddingStart: guesses.day,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.#changed(),
    };
  }
}

/** However high the window is, and however low the items: no more of them than may be in the page beside those that stay there anyway. */
function toIndexes(range: { startIndex: number; endIndex: number; overscan: number; count: number }): number[] {
  // One more may stay: the item with the focus.
  const most = bounds.items - bounds.kept - 1;
  const seen = Math.min(range.endIndex - range.startIndex + 1, most);
  const around = Math.min(range.overscan, Math.floor((most - seen) / 2));
  const first = Math.max(0, range.startIndex - around);
  const last = Math.min(range.count - 1, range.startIndex + seen - 1 + around);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
