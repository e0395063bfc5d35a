import { bounds, guesses } from "./bounds.ts";
import type { ListedItem } from "./listed-item.ts";

/** How many measures of a kind of item count for what is guessed of the next: about the last ten. */
const memory = 10;

/** Guesses heights of items that nobody has measured, by those that were. */
export class ItemHeights {
  #collapsed: number = guesses.collapsed;
  readonly #expanded = new Map<string, number>();

  /** Height of a collapsed item. They are alike. */
  get collapsed(): number {
    return this.#collapsed;
  }

  learn({ expanded, entry }: ListedItem, height: number): void {
    if (!expanded) {
      this.#collapsed = height;
      return;
    }
    const before = this.#expanded.get(entry.resource) ?? height;
    this.#expanded.set(entry.resource, before + (height - before) / memory);
  }

  guess({ expanded, entry }: ListedItem): number {
    return expanded ? (this.#expanded.get(entry.resource) ?? guesses.expanded) : this.#collapsed;
  }

  /** Height of an item as far as it is known, within what `count` items together may have: no browser scrolls through more. */
  of(item: ListedItem, count: number): number {
    return item.height ?? Math.min(this.guess(item), Math.max(this.#collapsed, bounds.height / count));
  }
}
