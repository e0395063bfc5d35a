import type { Entry } from "../item.ts";

/** An item of a timeline in a page, with what the page knows of it. */
export interface ListedItem {
  /** Tells it from all others that this timeline ever had; ids of the page are made of it. */
  readonly number: number;
  entry: Entry;
  /** Its place among items of the same instant. */
  order: number;
  expanded: boolean;
  /** Height of its article when it was last in the page, in its present state. */
  height: number | undefined;
  /** The day that it falls on, once it was asked for. */
  day: number | undefined;
  /** What a search looks into, once there was one. */
  searchText: string | undefined;
  /** What is odd about its head has been told. */
  told: boolean;
}

/** Orders items newest first, those of one instant as they were given. */
export function compareItems(one: ListedItem, other: ListedItem): number {
  return other.entry.at - one.entry.at || one.order - other.order;
}
