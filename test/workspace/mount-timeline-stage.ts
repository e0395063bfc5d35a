import { onTestFinished } from "vitest";
import { type MountedTimeline, type MountTimelineOptions, mountTimeline, type TimelineItem } from "../../src/dom.ts";
import { createViews } from "../../src/index.ts";

export const newest = Date.parse("2026-10-14T09:00:00Z");

/** An item of a test, an hour older than the one before. */
export const toItem = (n: number, more: Partial<TimelineItem> = {}): TimelineItem => ({
  id: `i${n}`,
  resource: "kobject.note",
  at: newest - n * 3_600_000,
  records: { kobject: { title: `Note ${n}` } },
  ...more,
});

/** Items from one number up to another. */
export const toItems = (to: number, more: Partial<TimelineItem> = {}, from = 0): TimelineItem[] =>
  Array.from({ length: to - from }, (_, index) => toItem(from + index, more));

/** A card with state. */
export const counter = `
  const { useState } = React;
  const Count = () => {
    const [count, setCount] = useState(0);
    return <button onClick={() => setCount(count + 1)}>{kobject.title}: {count}</button>;
  };
  <Count />
`;

/** Defines the view of a klass. */
export const toView = (klass: string, template: string) => ({
  name: `kustomer.app.test.${klass}`,
  resource: `kobject.${klass}`,
  context: "expanded-timeline",
  template,
});

interface Stage {
  readonly place: HTMLElement;
  readonly timeline: MountedTimeline;
  /** What was told, as `item view code`. */
  readonly told: string[];
  readonly titles: () => readonly (string | undefined)[];
  readonly item: (title: string) => HTMLElement;
  readonly head: (title: string) => HTMLElement;
  /** What the card of an item shows. */
  readonly card: (title: string) => string;
  readonly say: (selector: string) => string;
  readonly scrollTo: (offset: number) => void;
  /** Waits for cards that are still to come. */
  readonly settle: () => Promise<void>;
}

/** Mounts a timeline in a window of 600 pixels, which the page of these tests does not lay out, and takes it down when the test ends. */
export function start(items: Iterable<TimelineItem>, options: Partial<MountTimelineOptions> = {}): Stage {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 600 });
  const place = document.body.appendChild(document.createElement("main"));
  const told: string[] = [];
  const timeline = mountTimeline(place, items, {
    views: createViews([toView("note", counter)]),
    now: newest + 1_800_000,
    onDiagnostic: ({ code }, { item, view }) => told.push(`${item} ${view} ${code}`),
    ...options,
  });
  onTestFinished(() => {
    timeline.unmount();
    place.remove();
    Reflect.deleteProperty(HTMLElement.prototype, "clientHeight");
  });
  const find = (selector: string) => place.querySelector<HTMLElement>(selector);
  const titleOf = (element: Element) => element.querySelector(".kv-item-title")?.textContent;
  const item = (title: string) => [...place.querySelectorAll<HTMLElement>(".kv-item")].find((one) => titleOf(one) === title) as HTMLElement;
  return {
    place,
    timeline,
    told,
    titles: () => [...place.querySelectorAll<HTMLElement>(".kv-item:not([hidden])")].map(titleOf),
    item,
    head: (title) => item(title).querySelector(".kv-item-head") as HTMLElement,
    card: (title) => item(title).querySelector(".kv-item-body")?.textContent ?? "",
    say: (selector) => find(selector)?.textContent ?? "",
    scrollTo: (offset) => {
      const scroller = find(".kv-timeline-scroller") as HTMLElement;
      scroller.scrollTop = offset;
      scroller.dispatchEvent(new Event("scroll"));
    },
    settle: async () => {
      while (find(".kv-item[aria-busy]") !== null) await new Promise(requestAnimationFrame);
    },
  };
}
