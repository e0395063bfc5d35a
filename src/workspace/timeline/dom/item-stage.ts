import { guesses } from "./bounds.ts";
import { ItemHeights } from "./item-heights.ts";
import { ItemRows } from "./item-rows.ts";
import { KeptItems } from "./kept-items.ts";
import { ListWindow } from "./list-window.ts";
import type { ListedItem } from "./listed-item.ts";
import { MountQueue } from "./mount-queue.ts";
import type { Layout } from "./reading-place.ts";
import type { SortedItems } from "./sorted-items.ts";
import type { TimelineFrame } from "./timeline-frame.ts";
import type { TimelineModel } from "./timeline-model.ts";

export interface ItemStageOptions {
  readonly frame: TimelineFrame;
  readonly model: TimelineModel;
  readonly items: () => SortedItems;
  /** An item that stays in the page wherever it is, besides those that the reader has used. */
  readonly staying: () => ListedItem | undefined;
  readonly rendered: () => void;
}

/** Shows in the page what a reader sees of a list of items, and keeps it so as they scroll and as items grow. */
export class ItemStage {
  readonly rows: ItemRows;
  readonly kept = new KeptItems();
  readonly #options: ItemStageOptions;
  readonly #pane: ListWindow;
  readonly #heights = new ItemHeights();
  readonly #queue: MountQueue;
  #rendering = false;
  #again = false;

  constructor(options: ItemStageOptions) {
    this.#options = options;
    const { frame, model, items } = options;
    const view = frame.list.ownerDocument.defaultView as Window;
    this.#queue = new MountQueue({
      nextFrame: (run) => {
        const id = view.requestAnimationFrame(run);
        return () => view.cancelAnimationFrame(id);
      },
      distanceOf: ({ item }) => Math.abs(this.topOf(items().indexOf(item)) - this.#pane.offset - this.#pane.height / 2),
    });
    this.rows = new ItemRows({ list: frame.list, model, heights: this.#heights, kept: this.kept, queue: this.#queue });
    this.#pane = new ListWindow(
      frame.scroller,
      {
        count: () => items().size,
        keyOf: (index) => (items().at(index) as ListedItem).number,
        heightOf: (index) => this.#heights.of(items().at(index) as ListedItem, items().size) + this.#dayHeight(index),
        indexOf: (element) => this.#indexOf(this.rows.around(element)?.item),
        measured: (index, height) => this.#measured(index, height),
      },
      () => this.render(),
    );
  }

  start(): void {
    this.#pane.refresh();
    this.#pane.start();
    this.render();
  }

  stop(): void {
    this.#queue.stop();
    this.#pane.stop();
    this.rows.clear();
  }

  get layout(): Layout {
    const { offset, height } = this.#pane;
    return { items: this.#items, offset, height, topOf: (index) => this.topOf(index), indexAt: (at) => this.#pane.indexAt(at) };
  }

  /** Where the article of an item begins, below the heading of its day. */
  topOf(index: number): number {
    return index < 0 ? 0 : this.#pane.startOf(index) + this.#dayHeight(index);
  }

  endOf(index: number): number {
    return this.#pane.endOf(index);
  }

  /** Brings the page to what there is to see now. */
  render(): void {
    this.#again = this.#rendering;
    if (this.#rendering) return;
    this.#rendering = true;
    try {
      do {
        this.#again = false;
        const { indexes, total } = this.#pane;
        const staying = this.#options.staying();
        const added = this.rows.show({
          items: this.#items,
          indexes,
          total,
          staying: staying === undefined ? this.kept.all : [...this.kept.all, staying],
          startOf: (index) => this.#pane.startOf(index),
        });
        this.#pane.observe(added.map(({ element }) => element));
        this.#pane.rendered();
      } while (this.#again);
    } finally {
      this.#rendering = false;
    }
    this.#options.rendered();
  }

  /** Takes up that the items are others, and shows them with one of them at a place of the window; without one, from their begin on. */
  refresh(index: number, gap: number): void {
    // The days of what will be seen have headings: they are asked for before anything is placed.
    for (let near = Math.max(0, index - 20); near < Math.min(this.#items.size, index + 100); near++)
      this.#options.model.dayOf(this.#items.at(near) as ListedItem);
    this.#pane.refresh();
    this.jump(index < 0 ? 0 : this.topOf(index) - gap);
  }

  /** Goes to an offset at once. */
  jump(offset: number): void {
    this.#pane.aim(offset);
    this.render();
    this.#pane.scroll();
  }

  /** Has an item's head be seen, with as little scrolling as that takes. */
  reveal(item: ListedItem): void {
    const index = this.#items.indexOf(item);
    if (index < 0) return;
    const { offset, height } = this.#pane;
    const top = this.topOf(index) - guesses.day;
    const bottom = Math.min(this.endOf(index), top + height);
    const isNear = this.#pane.indexes.includes(index);
    if (top >= offset && bottom <= offset + height) return;
    const align = top < offset ? "start" : "end";
    if (isNear) this.jump(align === "start" ? top : bottom - height);
    else this.#pane.scrollTo(index, align);
  }

  /** Goes to an item. */
  scrollTo(item: ListedItem): void {
    const index = this.#items.indexOf(item);
    if (index >= 0) this.#pane.scrollTo(index, "start");
  }

  /** An item was opened or closed. */
  showState(item: ListedItem): void {
    item.height = undefined;
    const row = this.rows.of(item);
    const index = this.#items.indexOf(item);
    if (row === undefined) {
      if (index >= 0) this.#pane.resize(index);
      return;
    }
    if (item.expanded) row.mountCards();
    else if (!this.kept.has(item)) row.unmountCards();
    row.showState();
  }

  get #items(): SortedItems {
    return this.#options.items();
  }

  #indexOf(item: ListedItem | undefined): number {
    return item === undefined ? -1 : this.#items.indexOf(item);
  }

  /** Of days that nobody has asked for nothing is known: finding them all would take longer than the page may stand still. */
  #dayHeight(index: number): number {
    const before = this.#items.at(index - 1);
    if (before === undefined) return guesses.day;
    const day = this.#items.at(index)?.day;
    return day === undefined || before.day === undefined || day === before.day ? 0 : guesses.day;
  }

  #measured(index: number, height: number): number {
    const item = this.#items.at(index) as ListedItem;
    const row = this.rows.of(item);
    // A guess that was given room says nothing about the item.
    if (row !== undefined && !row.waits && !row.element.hidden) {
      item.height = height;
      this.#heights.learn(item, height);
    }
    return height + this.#dayHeight(index);
  }
}
