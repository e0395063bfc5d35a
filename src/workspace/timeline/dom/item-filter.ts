import { checkKeys } from "../../../render/options.ts";

/** What of a timeline is shown. */
export interface TimelineFilter {
  /** Resources: items of any of them are shown. Absent or empty: all are. */
  readonly klasses?: readonly string[] | undefined;
  /** Words, all of which an item's title, summary or kind has to hold. */
  readonly text?: string | undefined;
}

/** A checked filter. */
export interface ItemFilter {
  readonly klasses: ReadonlySet<string>;
  readonly text: string;
  readonly words: readonly string[];
}

/** Shows everything. */
export const noFilter: ItemFilter = Object.freeze({ klasses: new Set<string>(), text: "", words: Object.freeze([]) });

const keys: readonly string[] = ["klasses", "text"];
const longestText = 200;

/** Checks a filter. A `TypeError` names the key at fault. */
export function toItemFilter(given: TimelineFilter, locale: string): ItemFilter {
  checkKeys(given, keys, "key of `filter`");
  const { klasses = [], text = "" } = given;
  if (!Array.isArray(klasses) || klasses.some((klass) => typeof klass !== "string"))
    throw new TypeError("key `klasses` of `filter` has to be a list of resources");
  if (typeof text !== "string") throw new TypeError("key `text` of `filter` has to be text");
  const words = text.slice(0, longestText).toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  return { klasses: new Set(klasses as readonly string[]), text, words };
}

/** Tells whether a filter shows everything. */
export function isEmptyFilter({ klasses, words }: ItemFilter): boolean {
  return klasses.size === 0 && words.length === 0;
}
