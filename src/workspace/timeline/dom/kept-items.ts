import { bounds } from "./bounds.ts";
import type { ListedItem } from "./listed-item.ts";

/** The items whose cards the reader has used, the latest last: they stay in the page when they are out of sight, a number of them. */
export class KeptItems {
  readonly #items = new Set<ListedItem>();

  touch(item: ListedItem): void {
    this.#items.delete(item);
    this.#items.add(item);
    for (const oldest of this.#items) {
      if (this.#items.size <= bounds.kept) break;
      this.#items.delete(oldest);
    }
  }

  has(item: ListedItem): boolean {
    return this.#items.has(item);
  }

  forget(item: ListedItem): void {
    this.#items.delete(item);
  }

  get all(): Iterable<ListedItem> {
    return this.#items;
  }
}
