import { failInput } from "../../context/input-error.ts";
import { type Entry, type TimelineItem, toEntry } from "./item.ts";
import { orderEntries } from "./order.ts";

/** Where the items of a timeline come from, checked one by one. */
export interface ItemSource {
  /** How many items there are in all; nobody knows of a stream. */
  readonly size: number | undefined;
  /** Begins anew. Gives `undefined` at the end. */
  readonly open: () => OpenSource;
}

export interface OpenSource {
  readonly next: () => Entry | undefined | Promise<Entry | undefined>;
  /** Tells the source that no more is wanted. What it throws then is nobody's concern any more. */
  readonly close: () => void;
}

/**
 * Takes an array, which is checked at once and ordered newest first, or any other iterable, which is read while it is written and
 * stays in its order. A `TypeError` names the item at fault.
 */
export function toItemSource(items: unknown, sorted: boolean): ItemSource {
  if (Array.isArray(items)) {
    const entries = Array.from(items as readonly unknown[], (item, index) => toEntry(item, `items[${index}]`));
    const ordered = sorted ? entries : orderEntries(entries);
    return { size: ordered.length, open: () => openList(ordered) };
  }
  if (typeof items === "object" && items !== null) {
    const open = (items as Partial<AsyncIterable<TimelineItem>>)[Symbol.asyncIterator];
    if (typeof open === "function") return { size: undefined, open: () => openStream(expectObject(open.call(items), "iterator")) };
    const openSync = (items as Partial<Iterable<TimelineItem>>)[Symbol.iterator];
    if (typeof openSync === "function") return { size: undefined, open: () => openStream(expectObject(openSync.call(items), "iterator")) };
  }
  return failInput("argument `items`", "an array, an iterable or an async iterable of items", items);
}

/** What an iterable of the caller's gives is theirs to get right: an error names the argument. */
function expectObject<T>(given: T, what: "iterator" | "result"): T {
  if (typeof given !== "object" || given === null)
    return failInput("argument `items`", what === "result" ? "results that are objects" : "an iterator", given);
  return given;
}

function openList(entries: readonly Entry[]): OpenSource {
  let place = 0;
  return { next: () => entries[place++], close: () => {} };
}

function openStream(iterator: Iterator<TimelineItem> | AsyncIterator<TimelineItem>): OpenSource {
  let place = 0;
  let over = false;
  const take = (result: IteratorResult<TimelineItem>): Entry | undefined => {
    const { done, value } = expectObject(result, "result");
    if (done === true) {
      over = true;
      return undefined;
    }
    return toEntry(value, `items[${place++}]`);
  };
  // A source that throws is over, as everywhere: it is not asked to end.
  const fail = (error: unknown): never => {
    over = true;
    throw error;
  };
  return {
    next: () => {
      let given: IteratorResult<TimelineItem> | Promise<IteratorResult<TimelineItem>>;
      try {
        given = expectObject(iterator.next(), "result");
      } catch (error) {
        return fail(error);
      }
      // A database's own kind of promise, or one of another realm, becomes one that the writer knows.
      return "then" in given ? Promise.resolve(given).then(take, fail) : take(given);
    },
    close: () => {
      if (over) return;
      over = true;
      try {
        Promise.resolve(iterator.return?.()).catch(() => {});
      } catch {
        // As when a `for await` is left by a throw: the reason for leaving is the one to be told.
      }
    },
  };
}
