import { loadTemplate, type MountedTimeline, mountTimeline, type TimelineItem } from "../src/dom.ts";
import { icons } from "../src/icons.ts";

// Runs in the page: a timeline of many items, and what scrolling through it costs.

type Options = Parameters<typeof mountTimeline>[2];
type View = ReturnType<Options["views"]["all"]>[number];

/** What the page is handed: views with their programs, and items to make more of. */
export interface BenchData {
  readonly views: readonly (Omit<View, "template"> & { readonly program: unknown })[];
  readonly items: readonly TimelineItem[];
  readonly count: number;
  readonly newest: number;
}

/** What was seen since the last look. Times in milliseconds. */
export interface Seen {
  /** Tasks above 50 ms. */
  readonly longTasks: readonly number[];
  readonly longestFrame: number;
  readonly mostItems: number;
  readonly mostCards: number;
  readonly frames: number;
}

const apart = 700_000;

class Watch {
  #longTasks: number[] = [];
  #longestFrame = 0;
  #mostItems = 0;
  #mostCards = 0;
  #frames = 0;
  #last = performance.now();

  constructor() {
    const observer = new PerformanceObserver((list) => this.#longTasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ entryTypes: ["longtask"] });
    const look = (now: number) => {
      this.#frames++;
      this.#longestFrame = Math.max(this.#longestFrame, now - this.#last);
      this.#last = now;
      this.#mostItems = Math.max(this.#mostItems, document.getElementsByClassName("kv-item").length);
      this.#mostCards = Math.max(this.#mostCards, document.getElementsByClassName("kv-item-card").length);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  take(): Seen {
    const seen = {
      longTasks: this.#longTasks,
      longestFrame: this.#longestFrame,
      mostItems: this.#mostItems,
      mostCards: this.#mostCards,
      frames: this.#frames,
    };
    this.#longTasks = [];
    this.#longestFrame = this.#mostItems = this.#mostCards = this.#frames = 0;
    this.#last = performance.now();
    return seen;
  }
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const rest = () => new Promise((resolve) => setTimeout(resolve, 300));

function toViews(views: BenchData["views"]): Options["views"] {
  const all = views.map(({ program, ...view }) => {
    let result: ReturnType<View["template"]> | undefined;
    const template = () => {
      result ??= { ok: true, template: loadTemplate(program, { icons }), diagnostics: [] };
      return result;
    };
    return { ...view, template };
  });
  const byResource = new Map(all.map((view) => [view.resource, [view]]));
  return { all: () => all, for: (resource) => byResource.get(resource) ?? [] };
}

/** A bench of one page. */
export interface TimelineBench {
  prepare(data: string): void;
  /** Mounts the timeline; gives milliseconds of script, and until all that is in sight is shown. */
  mount(): Promise<{ readonly script: number; readonly shown: number }>;
  take(): Seen;
  /** Goes through the whole list in so many leaps, one in each frame. */
  leap(times: number): Promise<Seen>;
  /** Scrolls by so many pixels in each of so many frames. */
  glide(times: number, by: number): Promise<Seen>;
  /** Searches; gives milliseconds until the first are shown, and until all are. */
  search(text: string): Promise<{ readonly first: number; readonly all: number; readonly said: string } & Seen>;
  unmount(): void;
}

let items: TimelineItem[] = [];
let views: Options["views"] | undefined;
let timeline: MountedTimeline | undefined;
const watch = new Watch();
const find = (selector: string) => document.querySelector(selector) as HTMLElement;

const bench: TimelineBench = {
  prepare: (text) => {
    const data = JSON.parse(text) as BenchData;
    views = toViews(data.views);
    items = Array.from({ length: data.count }, (_, n) => {
      const sample = data.items[n % data.items.length] as TimelineItem;
      const at = new Date(data.newest - n * apart).toISOString();
      return { ...sample, id: `item-${n}`, title: `${sample.resource.slice(8)} ${n}`, at, expanded: n % 3 === 0 };
    });
  },
  mount: async () => {
    const begin = performance.now();
    timeline = mountTimeline(find("#place"), items, { views: views as Options["views"], icons, now: "2026-10-14T09:30:00Z" });
    const script = performance.now() - begin;
    do await frame();
    while (document.querySelector(".kv-item[aria-busy]") !== null);
    await frame();
    return { script, shown: performance.now() - begin };
  },
  take: () => watch.take(),
  leap: async (times) => {
    const scroller = find(".kv-timeline-scroller");
    for (let leap = 0; leap <= times; leap++) {
      scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * leap) / times;
      await frame();
    }
    await rest();
    return watch.take();
  },
  glide: async (times, by) => {
    const scroller = find(".kv-timeline-scroller");
    for (let step = 0; step < times; step++) {
      scroller.scrollBy({ top: by, behavior: "instant" });
      await frame();
    }
    await rest();
    return watch.take();
  },
  search: async (text) => {
    const begin = performance.now();
    timeline?.filter({ text });
    await frame();
    await frame();
    const first = performance.now() - begin;
    const count = find(".kv-timeline-count");
    while (!/\d/.test(count.textContent ?? "")) await frame();
    const all = performance.now() - begin;
    const said = count.textContent ?? "";
    timeline?.filter();
    await rest();
    return { first, all, said, ...watch.take() };
  },
  unmount: () => {
    timeline?.unmount();
    timeline = undefined;
  },
};

(globalThis as unknown as { timelineBench: TimelineBench }).timelineBench = bench;
