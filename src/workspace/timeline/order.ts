import type { Entry } from "./item.ts";

/** Orders items newest first; those of one instant stay as they were given. Gives a new list. */
export function orderEntries<Item extends Pick<Entry, "at">>(entries: readonly Item[]): Item[] {
  return [...entries].sort((one, other) => other.at - one.at);
}
