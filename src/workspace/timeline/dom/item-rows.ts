import { arrange } from "./arrange.ts";
import { guesses } from "./bounds.ts";
import type { HeightWatch } from "./height-watch.ts";
import type { ItemHeights } from "./item-heights.ts";
import { ItemRow } from "./item-row.ts";
import type { KeptItems } from "./kept-items.ts";
import type { ItemRange } from "./list-window.ts";
import type { ListedItem } from "./listed-item.ts";
import type { MountQueue } from "./mount-queue.ts";
import type { SortedItems } from "./sorted-items.ts";
import type { TimelineModel } from "./timeline-model.ts";
import { setText } from "./write-changes.ts";

export interface ItemRowsOptions {
  readonly list: HTMLElement;
  readonly model: TimelineModel;
  readonly heights: ItemHeights;
  readonly kept: KeptItems;
  readonly queue: MountQueue;
  readonly watch: HeightWatch;
}

/** What of the items has to be in the page. */
export interface Scene {
  readonly items: SortedItems;
  /** Of the items that are seen, and some around them: one after the other. */
  readonly range: ItemRange;
  /** Items that stay in the page wherever they are, and among them the one that has the focus, or is to get it. */
  readonly staying: Iterable<ListedItem>;
  readonly awake: ListedItem | undefined;
  readonly startOf: (index: number) => number;
  readonly total: number;
}

/** The items that are in the page, in their order, with the headings of their days. */
export class ItemRows {
  readonly #options: ItemRowsOptions;
  readonly #rows = new Map<ListedItem, ItemRow>();
  readonly #byElement = new WeakMap<Node, ItemRow>();
  readonly #days = new Map<number, HTMLElement>();
  /** Takes the room of all items above those in the page. */
  readonly #above: HTMLElement;

  constructor(options: ItemRowsOptions) {
    this.#options = options;
    const { list } = options;
    this.#above = list.ownerDocument.createElement("div");
    list.append(this.#above);
  }

  get all(): Iterable<ItemRow> {
    return this.#rows.values();
  }

  of(item: ListedItem | undefined): ItemRow | undefined {
    return item === undefined ? undefined : this.#rows.get(item);
  }

  /** The row that a node of the page is in. Names and classes in cards are the templates' to choose: only places count. */
  around(node: EventTarget | null | undefined): ItemRow | undefined {
    let at = (node ?? null) as Node | null;
    while (at !== null && at.parentNode !== this.#options.list) at = at.parentNode;
    return at === null ? undefined : this.#byElement.get(at);
  }

  /** Tells whether an item is the first of its day among these. */
  isFirstOfDay(items: SortedItems, index: number): boolean {
    const item = items.at(index);
    const before = items.at(index - 1);
    const { model } = this.#options;
    return item !== undefined && (before === undefined || model.dayOf(before) !== model.dayOf(item));
  }

  /** Brings the page to what a scene asks for. */
  show({ items, range: { first, last }, staying, awake, startOf, total }: Scene): void {
    const away = this.#findAway(items, awake === undefined ? staying : [...staying, awake], first, last);
    const wanted = new Set(away.map(({ item }) => item));
    for (let index = first; index <= last; index++) wanted.add(items.at(index) as ListedItem);
    this.#dropOthers(wanted);

    const place = (item: ListedItem, index: number) => {
      const row = this.#rows.get(item) ?? this.#create(item);
      if (index >= 0) row.count(index, items.size);
      return row;
    };
    const nodes: Node[] = [this.#above];
    const stand = ({ item, index }: Away) => {
      const row = place(item, index);
      row.stand(index < 0 ? "hidden" : "away", startOf(index), item === awake);
      nodes.push(row.element);
    };
    for (const one of away) if (one.index >= 0 && one.index < first) stand(one);
    const days = new Set<number>();
    for (let index = first; index <= last; index++) {
      const row = place(items.at(index) as ListedItem, index);
      row.stand("among");
      const day = this.#options.model.dayOf(row.item);
      const isFirst = this.isFirstOfDay(items, index);
      const name = isFirst || index === first ? this.#options.model.dayName(day) : undefined;
      if (name !== undefined) nodes.push(this.#nameDay(day, name));
      days.add(day);
      row.nameDay(isFirst ? name : undefined);
      nodes.push(row.element);
    }
    for (const one of away) if (one.index > last || one.index < 0) stand(one);
    for (const day of this.#days.keys()) if (!days.has(day)) this.#days.delete(day);

    // The heading of the first one's day stands in front of it, though it belongs further up.
    const aboveHeight = last < first ? 0 : startOf(first) - (this.isFirstOfDay(items, first) ? 0 : guesses.day);
    setHeight(this.#above, aboveHeight);
    setHeight(this.#options.list, total);
    arrange(this.#options.list, nodes, (node) => this.#byElement.has(node));
    this.#fill(items);
  }

  /** Takes all out of the page. */
  clear(): void {
    this.#dropOthers(new Set());
  }

  #findAway(items: SortedItems, staying: Iterable<ListedItem>, first: number, last: number): readonly Away[] {
    return [...new Set(staying)]
      .map((item) => ({ item, index: items.indexOf(item) }))
      .filter(({ index }) => index < first || index > last)
      .sort((one, other) => one.index - other.index);
  }

  #create(item: ListedItem): ItemRow {
    const { list, model, watch } = this.#options;
    const row = new ItemRow(list.ownerDocument, item, model);
    this.#rows.set(item, row);
    this.#byElement.set(row.element, row);
    watch.watch(row.element);
    return row;
  }

  #dropOthers(wanted: ReadonlySet<ListedItem>): void {
    for (const [item, row] of this.#rows) {
      if (wanted.has(item)) continue;
      this.#options.queue.delete(row);
      this.#options.watch.forget(row.element);
      row.unmountCards();
      row.element.remove();
      this.#rows.delete(item);
    }
  }

  /** Has cards of opened items come, and go from those that were closed, unless the reader has used them. */
  #fill(items: SortedItems): void {
    const { heights, queue, kept } = this.#options;
    for (const row of this.#rows.values()) {
      const { item } = row;
      if (row.waits) {
        row.reserve(Math.max(0, (item.height ?? heights.guess(item)) - heights.collapsed));
        queue.add(row);
      } else if (!item.expanded && row.hasCards && !(kept.has(item) && items.indexOf(item) >= 0)) row.unmountCards();
    }
  }

  #nameDay(day: number, name: string): HTMLElement {
    let heading = this.#days.get(day);
    if (heading === undefined) {
      heading = this.#options.list.ownerDocument.createElement("div");
      heading.className = "kv-timeline-day";
      // A feed holds articles and nothing else; the first of the day says it for those who can't see this one.
      heading.setAttribute("aria-hidden", "true");
      this.#days.set(day, heading);
    }
    setText(heading, name);
    return heading;
  }
}

interface Away {
  readonly item: ListedItem;
  readonly index: number;
}

function setHeight({ style }: HTMLElement, height: number): void {
  const value = `${height}px`;
  if (style.height !== value) style.height = value;
}
