import { guesses } from "./bounds.ts";
import { HeightWatch } from "./height-watch.ts";
import { ItemHeights } from "./item-heights.ts";
import { ItemRows } from "./item-rows.ts";
import { KeptItems } from "./kept-items.ts";
import { type ItemRange, ListWindow } from "./list-window.ts";
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
  /** The item that has the focus, or is to get it. */
  readonly awake: () => ListedItem | undefined;
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
  readonly #watch: HeightWatch;
  #range: ItemRange = { first: 0, last: -1 };
  #isRendering = false;
  /** An item that was gone to, and how far below the window's edge it stands: as long as nobody scrolls it stays there. */
  #held: { readonly item: ListedItem; readonly gap: number; offset: number } | undefined;

  constructor(options: ItemStageOptions) {
    this.#options = options;
    const { frame, model, items } = options;
    const view = frame.list.ownerDocument.defaultView as Window & typeof globalThis;
    this.#queue = new MountQueue({
      nextFrame: (run) => {
        const id = view.requestAnimationFrame(run);
        return () => view.cancelAnimationFrame(id);
      },
      distanceOf: ({ item }) => Math.abs(this.topOf(items().indexOf(item)) - this.#pane.offset - this.#pane.height / 2),
    });
    this.#watch = new HeightWatch(view, (heights) => this.#take(heights));
    this.rows = new ItemRows({
      list: frame.list,
      model,
      heights: this.#heights,
      kept: this.kept,
      queue: this.#queue,
      watch: this.#watch,
    });
    this.#pane = new ListWindow(
      frame.scroller,
      {
        count: () => items().size,
        heightOf: (index) => this.#heights.of(items().at(index) as ListedItem, items().size) + this.#dayHeight(index),
      },
      () => this.#scrolled(),
    );
  }

  start(): void {
    this.#pane.refresh();
    this.#pane.start();
    this.render();
  }

  stop(): void {
    this.#queue.stop();
    this.#watch.stop();
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
    if (this.#isRendering) return;
    this.#isRendering = true;
    try {
      this.#range = this.#pane.range;
      this.rows.show({
        items: this.#items,
        range: this.#range,
        total: this.#pane.total,
        staying: this.kept.all,
        awake: this.#options.awake(),
        startOf: (index) => this.#pane.startOf(index),
      });
      this.#pane.rendered();
    } finally {
      this.#isRendering = false;
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
    if (top < offset || bottom > offset + height) this.jump(top < offset ? top : bottom - height);
    this.#hold(item);
  }

  /** Goes to an item. */
  scrollTo(item: ListedItem): void {
    const index = this.#items.indexOf(item);
    if (index < 0) return;
    this.jump(this.topOf(index) - guesses.day);
    this.#hold(item);
  }

  /** An item was opened or closed. */
  showState(item: ListedItem): void {
    item.height = undefined;
    this.#held = undefined;
    const row = this.rows.of(item);
    const index = this.#items.indexOf(item);
    if (row === undefined) {
      if (index >= 0) this.#pane.resize([[index, this.#heights.of(item, this.#items.size) + this.#dayHeight(index)]]);
      return;
    }
    if (item.expanded) row.mountCards();
    else if (!this.kept.has(item)) row.unmountCards();
    row.showState();
  }

  get #items(): SortedItems {
    return this.#options.items();
  }

  /** Of days that nobody has asked for nothing is known: finding them all would take longer than the page may stand still. */
  #dayHeight(index: number): number {
    const before = this.#items.at(index - 1);
    if (before === undefined) return guesses.day;
    const day = this.#items.at(index)?.day;
    return day === undefined || before.day === undefined || day === before.day ? 0 : guesses.day;
  }

  #scrolled(): void {
    const { first, last } = this.#pane.range;
    if (first !== this.#range.first || last !== this.#range.last) this.render();
    else this.#options.rendered();
  }

  #take(elements: ReadonlyMap<Element, number>): void {
    const heights: [index: number, height: number][] = [];
    for (const [element, height] of elements) {
      const row = this.rows.around(element);
      const index = row === undefined || row.element.hidden ? -1 : this.#items.indexOf(row.item);
      if (row === undefined || index < 0) continue;
      // Room that was made by guessing says nothing about the item.
      if (!row.waits) {
        row.item.height = height;
        this.#heights.learn(row.item, height);
      }
      heights.push([index, height + this.#dayHeight(index)]);
    }
    const held = this.#findHeld();
    this.#pane.resize(heights);
    if (held !== undefined) this.#pane.aim(this.topOf(this.#items.indexOf(held.item)) - held.gap);
    this.render();
    if (held === undefined) return;
    this.#pane.scroll();
    held.offset = this.#pane.offset;
  }

  #hold(item: ListedItem): void {
    const { offset } = this.#pane;
    this.#held = { item, gap: this.topOf(this.#items.indexOf(item)) - offset, offset };
  }

  #findHeld() {
    const held = this.#held;
    if (held !== undefined && (Math.abs(held.offset - this.#pane.offset) > 1.5 || this.#items.indexOf(held.item) < 0))
      this.#held = undefined;
    return this.#held;
  }
}
