import { bounds } from "./bounds.ts";
import type { ListedItem } from "./listed-item.ts";
import type { SortedItems } from "./sorted-items.ts";

/** What a reader looks at: an item, and where on the screen it begins. */
export interface ReadingPlace {
  /** The item, and those below it: where it goes, the next holds the place. */
  readonly items: readonly ListedItem[];
  /** How far below the window's edge its article begins. */
  readonly gap: number;
}

export interface Layout {
  readonly items: SortedItems;
  readonly offset: number;
  readonly height: number;
  /** Where an item's article begins. */
  readonly topOf: (index: number) => number;
  readonly indexAt: (offset: number) => number;
}

/**
 * Finds what the reader looks at: the item with the focus where it is seen, else the first that is seen from its begin on. Nothing at the
 * very top: there the newest is what the reader looks at, whichever that will be.
 */
export function findPlace(layout: Layout, focused: ListedItem | undefined): ReadingPlace | undefined {
  const { items, offset, height, topOf, indexAt } = layout;
  if (items.size === 0) return undefined;
  const own = focused === undefined ? -1 : items.indexOf(focused);
  const isSeen = own >= 0 && topOf(own) >= offset && topOf(own) < offset + height;
  if (!isSeen && offset <= 1) return undefined;
  let index = own;
  if (!isSeen) {
    index = Math.max(0, indexAt(offset));
    const next = index + 1;
    if (topOf(index) < offset && next < items.size && topOf(next) < offset + height) index = next;
  }
  return { items: items.all.slice(index, index + bounds.items), gap: topOf(index) - offset };
}
