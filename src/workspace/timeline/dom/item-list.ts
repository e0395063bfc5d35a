import { suggestName } from "../../../diagnostics/suggest.ts";
import { type Entry, toEntry } from "../item.ts";
import { compareItems, type ListedItem } from "./listed-item.ts";
import { SortedItems } from "./sorted-items.ts";

/** Names among which a wrong one may be looked for: more would take longer than a slip of the pen is worth. */
const mostNames = 1_000;

/** All items of a timeline, whatever of them is shown. */
export class ItemList {
  #byId = new Map<string, ListedItem>();
  #sorted = new SortedItems();
  #counts = new Map<string, number>();
  /** Never used again, so that what belongs to an item that is gone can't be taken for another's. */
  #lastNumber = -1;
  #first = 0;
  #last = 0;

  get sorted(): SortedItems {
    return this.#sorted;
  }

  /** How many items each resource has. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  find(id: string): ListedItem | undefined {
    return this.#byId.get(id);
  }

  /** The item of an id; a `TypeError` names one that there isn't. */
  expect(id: unknown): ListedItem {
    const item = this.#byId.get(id as string);
    if (item !== undefined) return item;
    const name = String(id).slice(0, 100);
    const meant = this.#byId.size > mostNames ? undefined : suggestName(name, [...this.#byId.keys()]);
    throw new TypeError(`the timeline has no item \`${name}\`${meant === undefined ? "" : `; did you mean \`${meant}\`?`}`);
  }

  /**
   * Adds items. Either all are added or, where one is wrong, none. Gives them in order.
   *
   * @param place Where among the items of the same instant.
   */
  add(items: unknown, argument: string, place: "before" | "after"): readonly ListedItem[] {
    const entries = toEntries(items, argument);
    this.#expectNew(entries, argument, this.#byId);
    if (place === "before") this.#first -= entries.length;
    const begin = place === "before" ? this.#first : this.#last;
    if (place === "after") this.#last += entries.length;
    const added = entries.map((entry, index) => this.#create(entry, begin + index)).sort(compareItems);
    for (const item of added) {
      this.#byId.set(item.entry.id, item);
      this.#count(item.entry.resource, 1);
    }
    this.#sorted.add(added);
    return added;
  }

  /** Puts other items in place of all. What is known of those that stay is kept. */
  replace(items: unknown, argument: string): void {
    const entries = toEntries(items, argument);
    this.#expectNew(entries, argument, new Map());
    const before = this.#byId;
    this.#first = 0;
    this.#last = entries.length;
    this.#counts = new Map();
    this.#byId = new Map();
    const listed = entries.map((entry, order) => {
      const known = before.get(entry.id);
      const item = known === undefined ? this.#create(entry, order) : known;
      if (known !== undefined) this.#take(known, entry, order);
      this.#byId.set(entry.id, item);
      this.#count(entry.resource, 1);
      return item;
    });
    this.#sorted = new SortedItems(listed.sort(compareItems));
  }

  /**
   * Takes other data for an item. It stays open or closed.
   *
   * @param leaving Called before anything of the item changes.
   */
  update(item: unknown, argument: string, leaving: (item: ListedItem) => void): ListedItem {
    const entry = toEntry(item, argument);
    const listed = this.expect(entry.id);
    leaving(listed);
    const moves = entry.at !== listed.entry.at;
    if (moves) this.#sorted.delete(listed);
    this.#count(listed.entry.resource, -1);
    this.#count(entry.resource, 1);
    this.#take(listed, entry, listed.order);
    if (moves) this.#sorted.add([listed]);
    return listed;
  }

  remove(item: ListedItem): void {
    this.#sorted.delete(item);
    this.#byId.delete(item.entry.id);
    this.#count(item.entry.resource, -1);
  }

  #create(entry: Entry, order: number): ListedItem {
    const number = ++this.#lastNumber;
    const { expanded } = entry;
    return { number, entry, order, expanded, height: undefined, day: undefined, searchText: undefined, told: false };
  }

  #take(item: ListedItem, entry: Entry, order: number): void {
    if (entry.at !== item.entry.at) item.day = undefined;
    item.entry = entry;
    item.order = order;
    item.searchText = undefined;
    item.told = false;
  }

  #expectNew(entries: readonly Entry[], argument: string, known: ReadonlyMap<string, unknown>): void {
    const seen = new Set<string>();
    entries.forEach(({ id }, index) => {
      if (known.has(id) || seen.has(id))
        throw new TypeError(`${argument}[${index}].id: the timeline has an item \`${id.slice(0, 100)}\` already`);
      seen.add(id);
    });
  }

  #count(resource: string, by: number): void {
    const count = (this.#counts.get(resource) ?? 0) + by;
    if (count > 0) this.#counts.set(resource, count);
    else this.#counts.delete(resource);
  }
}

function toEntries(items: unknown, argument: string): readonly Entry[] {
  if (typeof items !== "object" || items === null || !(Symbol.iterator in items))
    throw new TypeError(`argument \`${argument}\` has to be a list of items`);
  return Array.from(items as Iterable<unknown>, (item, index) => toEntry(item, `${argument}[${index}]`));
}
