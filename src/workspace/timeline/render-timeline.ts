import type { Limits } from "../../policy/limits.ts";
import { checkKeys } from "../../render/options.ts";
import { toWorkspaceSettings, type WorkspaceOptions } from "../options.ts";
import { toUsualFuel } from "./fuel-account.ts";
import type { TimelineItem } from "./item.ts";
import { toItemSource } from "./item-source.ts";
import { type Timeline, type TimelineTotal, writeTimeline } from "./write-timeline.ts";

/** What `renderTimeline` takes besides the items. */
export interface TimelineOptions extends WorkspaceOptions {
  /** Ends the timeline: its reason is thrown where the next chunk is awaited. */
  readonly signal?: AbortSignal;
  /** An array is in its order already, and is not ordered again. What is not an array always keeps its order. */
  readonly sorted?: boolean;
  /**
   * Which items have their bodies in the HTML: `all` by default, so that collapsed ones open without script; with `expanded` only those
   * that are open, and the others are lines of an overview.
   */
  readonly bodies?: "all" | "expanded";
  /**
   * What the whole may show at most, without a limit by default: the end says what is not shown. And the `fuel` that cards may use beyond a
   * twentieth of `limits.fuel` each, all together: 200 times that limit by default, after which each has the twentieth.
   */
  readonly total?: Partial<TimelineTotal>;
}

/** A timeline as chunks of HTML. */
export interface TimelineStream extends AsyncIterable<string> {
  /** Gives the same as a stream of UTF-8 bytes, for a `Response` or a file. Nothing is rendered ahead of what is read; `cancel` ends it. */
  readable(): ReadableStream<Uint8Array>;
}

const ownNames: readonly string[] = ["signal", "sorted", "bodies", "total"];
const totalNames: readonly string[] = ["items", "outputLength", "fuel"];

/**
 * Renders a customer's timeline to a stream of HTML: days, and items that open without script.
 *
 * An array is ordered newest first; other iterables, such as the cursor of a database, are read item by item and stay in their order, with
 * a heading wherever the day changes. Nothing is read or rendered before it is asked for, and others get their turn between chunks.
 * Leaving the loop, cancelling the stream or aborting `signal` ends the source too (`return()`).
 *
 * Whatever a card does, it costs that card: a template with errors, a failure, a limit, records that `createContext` refuses give an
 * error card, and `onDiagnostic` hears of it with the item's id and the view's name; what is wrong with a template it hears once. Throws a
 * `TypeError` for a wrong argument or option, naming it; for an item of a stream (`items[3].at: …`) when its turn comes.
 *
 * @returns Chunks that make up one `<section>`, without the page around it. Of an array it can be read as often as one likes.
 *
 * @example
 * const template = "<p>{kobject.title}</p>";
 * const views = createViews([{ name: "acme.order", resource: "kobject.acme-order", context: "expanded-timeline", template }]);
 * const items = [{ id: "17", resource: "kobject.acme-order", at: "2026-10-02T15:04:05Z", records: { kobject: { title: "A-17" } } }];
 * const timeline = renderTimeline(items, { views, timeZone: "Europe/Stockholm", theme: "device" });
 * for await (const html of timeline) process.stdout.write(html);
 * const response = new Response(timeline.readable(), { headers: { "content-type": "text/html; charset=utf-8" } });
 */
export function renderTimeline(items: Iterable<TimelineItem> | AsyncIterable<TimelineItem>, options: TimelineOptions): TimelineStream {
  const settings = toWorkspaceSettings(options, ownNames);
  const { signal, sorted = false, bodies = "all" } = options;
  if (signal !== undefined && typeof signal?.throwIfAborted !== "function") throw new TypeError("option `signal` has to be an AbortSignal");
  if (typeof sorted !== "boolean") throw new TypeError("option `sorted` has to be a boolean");
  if (bodies !== "all" && bodies !== "expanded") throw new TypeError("option `bodies` is `all` or `expanded`");
  const timeline: Timeline = {
    source: toItemSource(items, sorted),
    settings,
    total: toTotal(options.total, settings.card.limits),
    withBody: bodies === "all" ? () => true : ({ expanded }) => expanded,
  };
  const signals = signal === undefined ? [] : [signal];
  return {
    [Symbol.asyncIterator]: () => writeTimeline(timeline, signals),
    readable: () => toReadable(timeline, signals),
  };
}

function toReadable(timeline: Timeline, signals: readonly AbortSignal[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const cancelled = new AbortController();
  const chunks = writeTimeline(timeline, [...signals, cancelled.signal]);
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async (reason) => {
        // A source that is being waited for may never answer: the wait ends first.
        cancelled.abort(reason);
        await chunks.return();
      },
    },
    // Nothing is made for a reader who has not asked.
    { highWaterMark: 0 },
  );
}

function toTotal(total: Partial<TimelineTotal> = {}, limits: Limits): TimelineTotal {
  checkKeys(total, totalNames, "key of `total`");
  for (const [name, value] of Object.entries(total))
    if (value !== undefined && (!Number.isInteger(value) || value <= 0))
      throw new TypeError(`key \`${name}\` of option \`total\` has to be a positive whole number`);
  const { items = Number.POSITIVE_INFINITY, outputLength = Number.POSITIVE_INFINITY, fuel = toUsualFuel(limits) } = total;
  return { items, outputLength, fuel };
}
