import { bounds } from "./bounds.ts";
import { type ItemFilter, isEmptyFilter, noFilter } from "./item-filter.ts";
import type { ItemList } from "./item-list.ts";
import type { ListedItem } from "./listed-item.ts";
import { SortedItems } from "./sorted-items.ts";

export interface ShownItemsOptions {
  readonly list: ItemList;
  /** What a search looks into. */
  readonly textOf: (item: ListedItem) => string;
  /** Runs something in a task of its own, unless what it gives is called first. */
  readonly later: (run: () => void) => () => void;
  /** A search has found more, or has come to its end. */
  readonly found: () => void;
}

/** Milliseconds between two looks at what a search has found so far. */
const betweenLooks = 150;

/** The items that pass the filter. A search takes its time in small pieces: what it finds is shown as it is found, newest first. */
export class ShownItems {
  readonly #options: ShownItemsOptions;
  #filter: ItemFilter = noFilter;
  #items: SortedItems;
  #cancel: (() => void) | undefined;

  constructor(options: ShownItemsOptions) {
    this.#options = options;
    this.#items = options.list.sorted;
  }

  get items(): SortedItems {
    return this.#items;
  }

  get filter(): ItemFilter {
    return this.#filter;
  }

  get isSearching(): boolean {
    return this.#cancel !== undefined;
  }

  /** Shows what a filter lets pass: at once, or for a search what a first look finds. */
  show(filter: ItemFilter): void {
    this.#filter = filter;
    this.refresh();
  }

  /** Begins anew, with the items that there are now. */
  refresh(): void {
    this.stop();
    const { list } = this.#options;
    if (isEmptyFilter(this.#filter)) this.#items = list.sorted;
    else if (this.#filter.words.length === 0) this.#items = new SortedItems(list.sorted.all.filter((item) => this.#passes(item)));
    else this.#search(list.sorted.all);
  }

  added(items: readonly ListedItem[]): void {
    if (this.isSearching) return this.refresh();
    const { list } = this.#options;
    // Without a filter the list is what is shown.
    if (this.#items !== list.sorted) this.#items.add(items.filter((item) => this.#passes(item)));
  }

  /** Before an item goes from the list, or becomes another. */
  leaving(item: ListedItem): void {
    if (this.#items !== this.#options.list.sorted) this.#items.delete(item);
  }

  /** After one has gone: a search under way walks over the list. */
  left(): void {
    if (this.isSearching) this.refresh();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #search(among: readonly ListedItem[]): void {
    const matches: ListedItem[] = [];
    let next = 0;
    let looked = Number.NEGATIVE_INFINITY;
    const look = () => {
      const begin = performance.now();
      // The clock is asked now and then only: it takes longer than a comparison.
      while (next < among.length && (next % 64 !== 0 || performance.now() - begin < bounds.searching)) {
        const item = among[next++] as ListedItem;
        if (this.#passes(item)) matches.push(item);
      }
      const done = next === among.length;
      this.#cancel = done ? undefined : this.#options.later(look);
      const isFirst = looked === Number.NEGATIVE_INFINITY;
      if (!done && !isFirst && performance.now() - looked < betweenLooks) return;
      looked = performance.now();
      this.#items = new SortedItems(matches);
      if (!isFirst) this.#options.found();
    };
    look();
  }

  #passes(item: ListedItem): boolean {
    const { klasses, words } = this.#filter;
    if (klasses.size > 0 && !klasses.has(item.entry.resource)) return false;
    if (words.length === 0) return true;
    const text = this.#options.textOf(item);
    return words.every((word) => text.includes(word));
  }
}
