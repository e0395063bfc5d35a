import { type MountedTimeline, mountTimeline, type TimelineItem } from "../../src/dom.ts";
import { icons } from "../../src/icons.ts";
import { createViews } from "../../src/index.ts";

// Runs in the page, bundled: timelines of as many items as a test wants.

const views = createViews(
  [
    [
      "note",
      `const { useState } = React;
      const Note = () => {
        const [likes, setLikes] = useState(0);
        return <div>
          <p>{kobject.title}, told by {customer.name}</p>
          <input aria-label="Answer" />
          <button onClick={() => setLikes(likes + 1)}>{likes} likes</button>
        </div>;
      };
      <Note />`,
    ],
    ["order", `<div>{kobject.custom.lines.map((line) => <BasicField label="Line" value={line} />)}</div>`],
    ["broken", `<p>{kobject.custom.nothing.at.all}</p>`],
    [
      "greedy",
      `const { useEffect, useRef, useState } = React;
      const Greedy = () => {
        const ref = useRef(null);
        const [times, setTimes] = useState(0);
        const grab = () => { ref.current.focus(); ref.current.scrollIntoView(); setTimes((before) => before + 1); };
        useEffect(() => { grab(); const timer = setInterval(grab, 5); return () => clearInterval(timer); }, []);
        return <div><input autoFocus ref={ref} aria-label="Grab" /><output>{times}</output></div>;
      };
      <Greedy />`,
    ],
    [
      "hostile",
      `const { useEffect, useState, useRef } = React;
      const Hostile = () => {
        const ref = useRef(null);
        const [reached, setReached] = useState("");
        const stop = (event) => { event.stopPropagation(); event.nativeEvent.stopImmediatePropagation(); };
        const keep = (event) => { stop(event); event.preventDefault(); };
        useEffect(() => {
          let top = ref.current;
          while (top.parentElement) top = top.parentElement;
          const heads = document.querySelectorAll(".kv-item-head, .kv-timeline-search, [role=feed], article");
          setReached([heads.length, top === document.body, top.closest("article") === null].join());
          for (const type of ["click", "keydown", "focusin", "pointerdown", "scroll"]) {
            ref.current.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
            document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
          }
        }, []);
        return <div ref={ref} onClick={stop} onPointerDown={stop} onFocus={stop} onKeyDown={keep}>
          <style>{".kv-item-head, .kv-item, body, * { display: none; position: fixed; color: rgb(1, 1, 1); } p, button { display: block; }"}</style>
          <p className="reached">{reached}</p>
          <button id="held" className="kv-item-head" aria-expanded="false">Held</button>
        </div>;
      };
      <Hostile />`,
    ],
  ].map(([name, template]) => ({
    name: `kustomer.app.test.${name}`,
    resource: `kobject.${name}`,
    context: "expanded-timeline",
    template,
    meta: { displayName: `The ${name}`, icon: "cart" },
  })),
);

const newest = Date.parse("2026-10-14T09:00:00Z");

/** What an item is made of. */
export interface PageItem {
  /** Its name is made of it. */
  readonly n: number;
  readonly klass?: string;
  readonly title?: string;
  /** Minutes before now. */
  readonly ago?: number;
  readonly expanded?: boolean;
}

/** An item every seven minutes, of one klass after the other. */
const toItem = ({
  n,
  klass = n % 2 === 0 ? "note" : "order",
  title = `Item ${n}`,
  ago = n * 7,
  expanded = false,
}: PageItem): TimelineItem => ({
  id: `i${n}`,
  resource: `kobject.${klass}`,
  at: newest - ago * 60_000,
  expanded,
  records: {
    customer: { name: "Ada" },
    kobject: { title, custom: { lines: Array.from({ length: 1 + (n % 5) }, (_, line) => `${n}/${line}`) } },
  },
});

/** Where an item stands, in pixels of the page. */
interface Place {
  readonly id: string;
  readonly top: number;
}

/** What the test calls. What it gives is JSON. */
export interface TimelinePageApi {
  start(items: readonly PageItem[] | number, options?: Readonly<Record<string, unknown>>): void;
  call(method: keyof MountedTimeline, argument: unknown): void;
  /** `add`, `append`, `prepend`, `replace`. */
  give(method: "add" | "append" | "prepend" | "replace", items: readonly PageItem[]): void;
  update(item: PageItem): readonly string[];
  /** The first item that is seen from its begin on. */
  firstSeen(): Place;
  topOf(title: string): number;
  scrollBy(by: number): Promise<void>;
  /** Scrolls through all of it; gives the most items, cards and headings that were in the page. */
  scrollThrough(leaps: number): Promise<{ readonly items: number; readonly cards: number; readonly isBlank: boolean }>;
  /** Two frames, in which all comes to rest. */
  settle(): Promise<void>;
  readonly told: string[];
}

/** Pixels between items that show nothing of either. */
const mostBetween = 60;
const told: string[] = [];
const place = document.querySelector("#place") as HTMLElement;
place.style.height = "600px";
let timeline: MountedTimeline | undefined;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const settle = async () => {
  do for (let turn = 0; turn < 3; turn++) await frame();
  while (place.querySelector(".kv-item[aria-busy]") !== null);
};
const find = (selector: string) => place.querySelector(selector) as HTMLElement;
const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];

(globalThis as unknown as { timelinePage: TimelinePageApi }).timelinePage = {
  start(items, options = {}) {
    timeline?.unmount();
    const list = typeof items === "number" ? Array.from({ length: items }, (_, n) => ({ n, expanded: n % 3 === 0 })) : items;
    const onDiagnostic = ({ code }: { readonly code: string }, { item }: { readonly item?: string }) => told.push(`${item} ${code}`);
    timeline = mountTimeline(place, list.map(toItem), { views, icons, now: newest, onDiagnostic, ...options });
  },
  call(method, argument) {
    (timeline as unknown as Record<string, (argument: unknown) => void>)[method]?.(argument);
  },
  give: (method, items) => timeline?.[method](items.map(toItem)),
  update(item) {
    const touched = new Set<string>();
    const observer = new MutationObserver(() => {});
    observer.observe(place, { subtree: true, childList: true, attributes: true, characterData: true });
    timeline?.update(toItem(item));
    for (const { target } of observer.takeRecords()) {
      const element = target instanceof Element ? target : target.parentElement;
      touched.add(element?.closest("article")?.querySelector(".kv-item-title")?.textContent ?? `${element?.className}`);
    }
    observer.disconnect();
    return [...touched];
  },
  firstSeen() {
    const edge = find(".kv-timeline-scroller").getBoundingClientRect().top + 34;
    const seen = all(".kv-item").find((one) => !one.classList.contains("kv-item-away") && one.getBoundingClientRect().top >= edge);
    return { id: seen?.querySelector(".kv-item-title")?.textContent ?? "", top: seen?.getBoundingClientRect().top ?? Number.NaN };
  },
  topOf(title) {
    const found = all(".kv-item").find((one) => one.querySelector(".kv-item-title")?.textContent === title);
    return found?.getBoundingClientRect().top ?? Number.NaN;
  },
  async scrollBy(by) {
    find(".kv-timeline-scroller").scrollBy({ top: by, behavior: "instant" });
    await settle();
  },
  async scrollThrough(leaps) {
    const scroller = find(".kv-timeline-scroller");
    const most = { items: 0, cards: 0, isBlank: false };
    for (let leap = 0; leap <= leaps; leap++) {
      scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * leap) / leaps;
      await frame();
      await frame();
      most.items = Math.max(most.items, all(".kv-item").length);
      most.cards = Math.max(most.cards, all(".kv-item-card").length);
      const { top, height } = scroller.getBoundingClientRect();
      const boxes = all(".kv-item").map((item) => item.getBoundingClientRect());
      // Between two items there is a gap, or the heading of a day.
      const isNear = (y: number) => boxes.some((box) => box.top - mostBetween <= y && y <= box.bottom + mostBetween);
      most.isBlank ||= [0.2, 0.5, 0.9].some((part) => !isNear(top + height * part));
    }
    return most;
  },
  settle: async () => {
    await settle();
  },
  told,
};
