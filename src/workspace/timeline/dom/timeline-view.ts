import { guesses } from "./bounds.ts";
import { type ItemFilter, isEmptyFilter, type TimelineFilter, toItemFilter } from "./item-filter.ts";
import { ItemList } from "./item-list.ts";
import { ItemStage } from "./item-stage.ts";
import type { ListedItem } from "./listed-item.ts";
import type { Move } from "./moves.ts";
import { findPlace } from "./reading-place.ts";
import { ShownItems } from "./shown-items.ts";
import type { TimelineFrame } from "./timeline-frame.ts";
import type { TimelineModel } from "./timeline-model.ts";
import { TimelineReader } from "./timeline-reader.ts";
import type { Status } from "./timeline-status.ts";

export interface TimelineViewOptions {
  readonly frame: TimelineFrame;
  readonly model: TimelineModel;
  /** Something that is said of the items as a whole is another. */
  readonly changed: () => void;
}

/** Where the reader stands after a change: at what they looked at, or at the newest. */
type Standing = "kept" | "top";

/** A timeline in a page: which items there are, which are shown, which has the focus. */
export class TimelineView {
  readonly #options: TimelineViewOptions;
  readonly #list = new ItemList();
  readonly #shown: ShownItems;
  readonly #stage: ItemStage;
  readonly #reader: TimelineReader;
  /** The item that Tab leads to. */
  #current: ListedItem | undefined;
  /** The item that is to get the focus. */
  #called: ListedItem | undefined;
  #news = 0;

  constructor(options: TimelineViewOptions) {
    this.#options = options;
    const { frame, model } = options;
    const view = frame.list.ownerDocument.defaultView as Window;
    this.#shown = new ShownItems({
      list: this.#list,
      textOf: (item) => model.searchTextOf(item),
      later: (run) => {
        const timer = view.setTimeout(run);
        return () => view.clearTimeout(timer);
      },
      found: () => this.#change(() => {}),
    });
    this.#stage = new ItemStage({
      frame,
      model,
      items: () => this.#items,
      awake: () => this.#called ?? this.#focused,
      rendered: () => this.#rendered(),
    });
    this.#reader = new TimelineReader({
      list: frame.list,
      rows: this.#stage.rows,
      toggle: (item) => this.#setExpanded(item, !item.expanded),
      move: (from, move) => this.#move(from, move),
      entered: (item) => this.#setCurrent(item),
      used: (item) => this.#stage.kept.touch(item),
    });
  }

  start(items: unknown): void {
    this.#list.add(items, "items", "after");
    this.#stage.start();
    this.#options.changed();
  }

  stop(): void {
    this.#shown.stop();
    this.#reader.stop();
    this.#stage.stop();
  }

  get status(): Status {
    const { filter, isSearching } = this.#shown;
    const total = this.#list.sorted.size;
    return { shown: this.#items.size, total, isFiltered: !isEmptyFilter(filter), isSearching, news: this.#news };
  }

  get filter(): ItemFilter {
    return this.#shown.filter;
  }

  /** How many items each resource has. */
  get counts(): ReadonlyMap<string, number> {
    return this.#list.counts;
  }

  add(items: unknown, place: "before" | "after"): void {
    this.#news += this.#change(() => this.#shown.added(this.#list.add(items, "items", place)));
    this.#options.changed();
  }

  replace(items: unknown): void {
    this.#change(() => {
      this.#list.replace(items, "items");
      this.#shown.refresh();
      for (const item of this.#stage.kept.all) if (this.#list.find(item.entry.id) !== item) this.#stage.kept.forget(item);
      for (const row of this.#stage.rows.all) if (this.#list.find(row.item.entry.id) === row.item) row.update();
    });
  }

  update(given: unknown): void {
    this.#change(() => {
      let place: readonly number[] = [];
      const item = this.#list.update(given, "item", (listed) => {
        place = [this.#items.indexOf(listed), this.#items.size];
        this.#shown.leaving(listed);
      });
      this.#shown.added([item]);
      this.#stage.rows.of(item)?.update();
      return place[0] !== this.#items.indexOf(item) || place[1] !== this.#items.size;
    });
  }

  remove(id: unknown): void {
    const item = this.#list.expect(id);
    this.#change(() => {
      this.#shown.leaving(item);
      this.#list.remove(item);
      this.#stage.kept.forget(item);
      this.#shown.left();
    });
  }

  show(given: TimelineFilter): void {
    const filter = toItemFilter(given, this.#options.model.settings.card.locale);
    // Who looks for something looks at the newest of it first; who reads on, or has done with searching, goes on where they are.
    const goesOn = this.#focused !== undefined || isEmptyFilter(filter);
    this.#news = 0;
    this.#change(() => this.#shown.show(filter), goesOn ? "kept" : "top");
  }

  setExpanded(id: unknown, expanded: boolean): void {
    this.#setExpanded(this.#list.expect(id), expanded);
  }

  scrollTo(id: unknown): void {
    this.#stage.scrollTo(this.#list.expect(id));
  }

  /** Shows the newest item, and gives it the focus. */
  showNewest(): void {
    this.#stage.jump(0);
    this.#focus(0);
  }

  /** Gives the focus to the item that Tab leads to. */
  enter(): void {
    if (this.#current !== undefined) this.#focus(this.#items.indexOf(this.#current));
  }

  get #items() {
    return this.#shown.items;
  }

  get #focused(): ListedItem | undefined {
    const tree = this.#options.frame.list.getRootNode() as Document | ShadowRoot;
    return this.#stage.rows.around(tree.activeElement)?.item;
  }

  #setExpanded(item: ListedItem, expanded: boolean): void {
    if (item.expanded === expanded) return;
    item.expanded = expanded;
    this.#stage.showState(item);
  }

  /**
   * Changes what there is to show, and has the reader go on where they were. Gives how many items have come in above that.
   *
   * @param run Gives `false` where all stand where they stood.
   */
  #change(run: () => unknown, standing: Standing = "kept"): number {
    const focused = this.#focused;
    const place = standing === "top" ? undefined : findPlace(this.#stage.layout, focused);
    const focusedBefore = focused === undefined ? -1 : this.#items.indexOf(focused);
    const before = place === undefined ? -1 : this.#items.indexOf(place.items[0] as ListedItem);
    if (run() === false) {
      this.#options.changed();
      return 0;
    }
    const holder = place?.items.find((item) => this.#items.indexOf(item) >= 0);
    const after = holder === undefined ? -1 : this.#items.indexOf(holder);
    this.#stage.refresh(after, place?.gap ?? 0);
    // The focus goes on where its item stood.
    if (focused !== undefined && this.#items.indexOf(focused) < 0) this.#focus(Math.min(focusedBefore, this.#items.size - 1));
    this.#options.changed();
    return after > before && before >= 0 && holder === place?.items[0] ? after - before : 0;
  }

  #rendered(): void {
    const { offset, indexAt } = this.#stage.layout;
    const { rows } = this.#stage;
    if (rows.of(this.#current) === undefined || this.#items.indexOf(this.#current as ListedItem) < 0) {
      const first = this.#items.at(Math.max(0, indexAt(offset)));
      if (first !== undefined && rows.of(first) !== undefined) this.#setCurrent(first);
    }
    if (this.#news > 0 && offset <= 1) {
      this.#news = 0;
      this.#options.changed();
    }
  }

  #setCurrent(item: ListedItem): void {
    const { rows } = this.#stage;
    const before = rows.of(this.#current);
    if (before !== undefined && before.item !== item) before.head.tabIndex = -1;
    this.#current = item;
    const row = rows.of(item);
    if (row !== undefined && row.head.tabIndex !== 0) row.head.tabIndex = 0;
  }

  #focus(index: number): void {
    const item = this.#items.at(index);
    if (item === undefined) return;
    // In the page first, wherever it is: the focus doesn't wait for the scrolling.
    this.#called = item;
    this.#stage.render();
    this.#stage.rows.of(item)?.head.focus({ preventScroll: true });
    this.#called = undefined;
    this.#stage.reveal(item);
  }

  #move(from: ListedItem, move: Exclude<Move, "collapse">): void {
    const index = this.#items.indexOf(from);
    const last = this.#items.size - 1;
    if (move === "screen-down" || move === "screen-up") return this.#moveByScreen(index, move === "screen-down");
    const to = { next: Math.min(index + 1, last), previous: Math.max(index - 1, 0), first: 0, last }[move];
    this.#focus(to);
  }

  #moveByScreen(index: number, down: boolean): void {
    const { offset, height, indexAt } = this.#stage.layout;
    const screen = Math.max(height - guesses.day, 1);
    // What is higher than the window is read to its end first.
    if (down && this.#stage.endOf(index) > offset + height && this.#stage.topOf(index) < offset + height - screen / 2)
      return this.#stage.jump(offset + screen);
    const goal = this.#stage.topOf(index) + (down ? screen : -screen);
    const found = indexAt(goal);
    // No further than a screen, and no less than an item.
    const to = down ? Math.max(found, index + 1) : Math.min(this.#stage.topOf(found) < goal ? found + 1 : found, index - 1);
    this.#focus(Math.max(0, Math.min(to, this.#items.size - 1)));
  }
}
