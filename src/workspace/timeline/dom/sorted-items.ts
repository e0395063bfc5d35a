import { compareItems, type ListedItem } from "./listed-item.ts";

/** Items newest first. */
export class SortedItems {
  #items: ListedItem[];

  /** @param items In order. */
  constructor(items: readonly ListedItem[] = []) {
    this.#items = [...items];
  }

  get all(): readonly ListedItem[] {
    return this.#items;
  }

  get size(): number {
    return this.#items.length;
  }

  at(index: number): ListedItem | undefined {
    return this.#items[index];
  }

  /** The index of an item; -1 where it is not among these. */
  indexOf(item: ListedItem): number {
    const place = this.#placeOf(item);
    return this.#items[place] === item ? place : -1;
  }

  /** Adds items, which are in order among themselves. */
  add(added: readonly ListedItem[]): void {
    const [first] = added;
    if (first === undefined) return;
    // One item, or several that stand together: what comes from a server at once.
    const place = this.#placeOf(first);
    const next = this.#items[place];
    const last = added[added.length - 1] as ListedItem;
    if (next === undefined || compareItems(last, next) < 0)
      this.#items = this.#items.slice(0, place).concat(added, this.#items.slice(place));
    else this.#items = merge(this.#items, added);
  }

  delete(item: ListedItem): boolean {
    const index = this.indexOf(item);
    if (index >= 0) this.#items.splice(index, 1);
    return index >= 0;
  }

  /** The first place whose item does not come before the given one. */
  #placeOf(item: ListedItem): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareItems(this.#items[middle] as ListedItem, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function merge(ones: readonly ListedItem[], others: readonly ListedItem[]): ListedItem[] {
  const merged: ListedItem[] = [];
  let next = 0;
  for (const one of ones) {
    for (let other = others[next]; other !== undefined && compareItems(other, one) < 0; other = others[next]) {
      merged.push(other);
      next++;
    }
    merged.push(one);
  }
  for (; next < others.length; next++) merged.push(others[next] as ListedItem);
  return merged;
}
