import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { renderTimeline, type TimelineItem, type TimelineOptions } from "../../src/html.ts";
import { compile, createRegistry, createViews, defineComponent, type Views } from "../../src/index.ts";
import { readAll } from "./timeline-case.ts";

const start = Date.parse("2026-10-14T09:00:00Z");
const hour = 3_600_000;

/** Items an hour apart, the newest first; each card is about 2,000 characters long. */
function toItem(n: number): TimelineItem {
  return {
    id: `i${n}`,
    resource: "kobject.note",
    at: start - n * hour,
    records: { kobject: { title: `Note ${n}`, custom: { bodyTxt: "x".repeat(2_000) } } },
  };
}

const toItems = (count: number) => Array.from({ length: count }, (_, n) => toItem(n));

const noteViews = createViews([
  { name: "kustomer.app.acme.note", resource: "kobject.note", context: "expanded-timeline", template: "<p>{kobject.custom.bodyTxt}</p>" },
]);

const toOptions = (more: Partial<TimelineOptions> = {}): TimelineOptions => ({ views: noteViews, now: start, ...more });

const idsOf = (html: string) => [...html.matchAll(/data-kv-item="([^"]*)"/g)].map(([, id]) => id);

/** Gives items one by one, and notes what is asked of it. */
function createSource(count: number, { fails }: { readonly fails?: number } = {}) {
  const seen = { read: 0, closed: 0 };
  async function* read(): AsyncGenerator<TimelineItem> {
    try {
      for (let n = 0; n < count; n++) {
        if (n === fails) throw new Error("the cursor is lost");
        seen.read++;
        yield toItem(n);
      }
    } finally {
      seen.closed++;
    }
  }
  return { seen, items: read() };
}

/** A source that answers once and then never again. */
function createSilentSource() {
  const seen = { asked: 0, closed: 0 };
  const iterator: AsyncIterator<TimelineItem> = {
    next: () => (seen.asked++ === 0 ? Promise.resolve({ done: false, value: toItem(0) }) : new Promise(() => {})),
    return: () => {
      seen.closed++;
      return new Promise(() => {});
    },
  };
  return { seen, items: { [Symbol.asyncIterator]: () => iterator } as AsyncIterable<TimelineItem> };
}

/** A slow machine takes turns in between. */
async function untilAsked(seen: { readonly asked: number }, times: number): Promise<void> {
  while (seen.asked < times) await new Promise((resolve) => setImmediate(resolve));
}

describe("sources", () => {
  it("an array is ordered, a sorted one and an iterable stay as they are", async () => {
    const mixed = [2, 0, 3, 1].map(toItem);
    expect(idsOf(await readAll(renderTimeline(mixed, toOptions())))).toEqual(["i0", "i1", "i2", "i3"]);
    expect(idsOf(await readAll(renderTimeline(mixed, toOptions({ sorted: true }))))).toEqual(["i2", "i0", "i3", "i1"]);
    expect(idsOf(await readAll(renderTimeline(new Set(mixed), toOptions())))).toEqual(["i2", "i0", "i3", "i1"]);
    expect(mixed.map(({ id }) => id)).toEqual(["i2", "i0", "i3", "i1"]);
  });

  it("arrays, iterables and async iterables give the same bytes", async () => {
    const items = toItems(60);
    const html = await readAll(renderTimeline(items, toOptions()));
    expect(await readAll(renderTimeline(items.values(), toOptions()))).toBe(html);
    expect(await readAll(renderTimeline(createSource(60).items, toOptions()))).toBe(html);
    expect(html.match(/kv-timeline-day/g)).toHaveLength(4);
  });

  it("an array can be read as often as one likes, and in between", async () => {
    const timeline = renderTimeline(toItems(60), toOptions());
    const [one, other] = await Promise.all([readAll(timeline), readAll(timeline)]);
    expect(one).toBe(other);
    expect(await new Response(timeline.readable()).text()).toBe(one);
  });

  it("a source may have promises of its own kind", async () => {
    const items = toItems(3).values();
    const ForeignPromise = runInNewContext("Promise") as PromiseConstructor;
    const next = () => ForeignPromise.resolve(items.next());
    expect(next()).not.toBeInstanceOf(Promise);
    const source = { [Symbol.asyncIterator]: () => ({ next }) } as unknown as AsyncIterable<TimelineItem>;
    expect(idsOf(await readAll(renderTimeline(source, toOptions())))).toEqual(["i1", "i2"]);
  });

  it("a day that comes again has its heading again", async () => {
    const html = await readAll(renderTimeline([0, 30, 1].map(toItem).values(), toOptions()));
    expect([...html.matchAll(/kv-timeline-day[^>]*>([^<]*)/g)].map(([, day]) => day)).toEqual(["Today", "Yesterday", "Today"]);
  });

  it("an array is checked at once, a stream when the item's turn comes", async () => {
    const bad = [...toItems(40), { ...toItem(40), at: "soon" }];
    const message = "items[40].at: expected a Date, milliseconds or ISO 8601 text, of the years 1 to 9999, found a string";
    expect(() => renderTimeline(bad, toOptions())).toThrow(new TypeError(message));
    let closed = 0;
    function* read() {
      try {
        yield* bad;
      } finally {
        closed++;
      }
    }
    const chunks = renderTimeline(read(), toOptions())[Symbol.asyncIterator]();
    expect(idsOf((await chunks.next()).value)).toContain("i0");
    await expect(readAll({ [Symbol.asyncIterator]: () => chunks })).rejects.toThrow(new TypeError(message));
    expect(closed).toBe(1);
  });

  it.each(["total", "words", "limits"])("names the option `%s` where it is no object", (name) => {
    expect(() => renderTimeline([], { ...toOptions(), [name]: 1 })).toThrow(
      /^(`total` has|`words` has|limits have) to be an object, not 1$/,
    );
  });

  it.each([5, null, {}, "text"])("refuses %s", (items) => {
    expect(() => renderTimeline(items as never, toOptions())).toThrow(
      /^argument `items`: expected an array, an iterable or an async iterable of items, found /,
    );
  });

  it.each([
    ["no iterator", () => undefined, "an iterator"],
    ["no result", () => ({ next: () => undefined }), "results that are objects"],
    ["a promise of none", () => ({ next: async () => 5 }), "results that are objects"],
  ])("an iterable that gives %s is named", async (_what, open, expected) => {
    const items = { [Symbol.asyncIterator]: open } as never;
    await expect(readAll(renderTimeline(items, toOptions()))).rejects.toThrow(
      new RegExp(`^argument \`items\`: expected ${expected}, found `),
    );
  });

  it("what a source throws ends the timeline; it is not asked to end again", async () => {
    const { seen, items } = createSource(100, { fails: 50 });
    await expect(readAll(renderTimeline(items, toOptions()))).rejects.toThrow(new Error("the cursor is lost"));
    expect(seen).toEqual({ read: 50, closed: 1 });
  });
});

describe("back-pressure", () => {
  it("nothing is read before it is asked for, and then no more than a chunk holds", async () => {
    const { seen, items } = createSource(1_000);
    const chunks = renderTimeline(items, toOptions())[Symbol.asyncIterator]();
    expect(seen.read).toBe(0);
    for (let asked = 1; asked <= 5; asked++) {
      const { value } = await chunks.next();
      expect(value.length).toBeGreaterThan(32_000);
      expect(value.length).toBeLessThan(40_000);
      expect(seen.read).toBeLessThanOrEqual(asked * 14);
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.read).toBeLessThanOrEqual(5 * 14);
    await chunks.return?.();
    expect(seen.closed).toBe(1);
  });

  it("a web stream renders nothing ahead of its reader", async () => {
    const { seen, items } = createSource(1_000);
    const reader = renderTimeline(items, toOptions()).readable().getReader();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.read).toBe(0);
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toMatch(/^<section class="kv-timeline"/);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.read).toBeLessThanOrEqual(14);
    await reader.cancel();
    expect(seen.closed).toBe(1);
  });

  it("small items make chunks by their number", async () => {
    const sizes: number[] = [];
    for await (const chunk of renderTimeline(toItems(100), toOptions({ bodies: "expanded" }))) sizes.push(idsOf(chunk).length);
    expect(sizes).toEqual([31, 32, 32, 5]);
  });

  it("gives others their turn while it renders", async () => {
    const views = createViews([
      {
        name: "slow",
        resource: "kobject.note",
        context: "expanded-timeline",
        template: "let n = 0; for (let i = 0; i < 30000; i++) n += i; <p>{n}</p>",
      },
    ]);
    let turns = 0;
    let on = true;
    const turn = () => {
      turns++;
      if (on) setImmediate(turn);
    };
    setImmediate(turn);
    await readAll(renderTimeline(toItems(100), { views, now: start }));
    on = false;
    expect(turns).toBeGreaterThan(3);
  });

  it("letters of several bytes are whole in the stream", async () => {
    const items = toItems(60).map((item) => ({ ...item, title: `${item.id} – 😀é` }));
    const timeline = renderTimeline(items, toOptions());
    expect(await new Response(timeline.readable()).text()).toBe(await readAll(timeline));
  });
});

describe("ends from outside", () => {
  it("leaving the loop ends the source", async () => {
    const { seen, items } = createSource(1_000);
    for await (const _ of renderTimeline(items, toOptions())) break;
    expect(seen.closed).toBe(1);
    expect(seen.read).toBeLessThanOrEqual(14);
  });

  it("a signal that is aborted already reads nothing", async () => {
    const { seen, items } = createSource(10);
    const reason = new Error("not now");
    await expect(readAll(renderTimeline(items, toOptions({ signal: AbortSignal.abort(reason) })))).rejects.toBe(reason);
    expect(seen).toEqual({ read: 0, closed: 0 });
  });

  it("an abort between chunks throws its reason and ends the source", async () => {
    const { seen, items } = createSource(1_000);
    const controller = new AbortController();
    const reason = new Error("enough");
    const chunks = renderTimeline(items, toOptions({ signal: controller.signal }))[Symbol.asyncIterator]();
    await chunks.next();
    controller.abort(reason);
    await expect(chunks.next()).rejects.toBe(reason);
    expect(seen.closed).toBe(1);
    expect(await chunks.next()).toEqual({ done: true, value: undefined });
  });

  it("an abort ends the wait for a source that never answers", async () => {
    const { seen, items } = createSilentSource();
    const controller = new AbortController();
    const chunks = renderTimeline(items, toOptions({ signal: controller.signal }))[Symbol.asyncIterator]();
    const waiting = chunks.next();
    await untilAsked(seen, 2);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toEqual({ asked: 2, closed: 1 });
  });

  it("a cancel ends the wait too", async () => {
    const { seen, items } = createSilentSource();
    const reader = renderTimeline(items, toOptions()).readable().getReader();
    const waiting = reader.read();
    await untilAsked(seen, 2);
    await reader.cancel();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(seen).toEqual({ asked: 2, closed: 1 });
  });

  it("an abort is told to the reader of a stream", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const reader = renderTimeline(toItems(100), toOptions({ signal: controller.signal }))
      .readable()
      .getReader();
    await reader.read();
    controller.abort(reason);
    await expect(reader.read()).rejects.toBe(reason);
  });

  it("a listener is left on no signal", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const heard = new Set<unknown>();
    const add = signal.addEventListener.bind(signal);
    signal.addEventListener = (type: string, listener: EventListener) => {
      heard.add(listener);
      add(type, listener);
    };
    const remove = signal.removeEventListener.bind(signal);
    signal.removeEventListener = (type: string, listener: EventListener) => {
      heard.delete(listener);
      remove(type, listener);
    };
    await readAll(renderTimeline(createSource(50).items, toOptions({ signal })));
    expect(heard.size).toBe(0);
  });
});

describe("isolation and bounds", () => {
  const viewsOf = (template: string): Views =>
    createViews([{ name: "kustomer.app.acme.x", resource: "kobject.note", context: "expanded-timeline", template }]);
  const fuel = 20_000;

  it("a card that never ends costs itself", async () => {
    const told: unknown[] = [];
    const options: TimelineOptions = {
      views: viewsOf("if (kobject.title === 'Note 1') for (;;) {} <p>{kobject.title}</p>"),
      now: start,
      limits: { fuel },
      onDiagnostic: ({ code }, subject) => told.push([code, subject]),
    };
    const html = await readAll(renderTimeline(toItems(3), options));
    expect(html.match(/<p>[^<]*<\/p>|kv-error-detail">[^<]*/g)).toEqual([
      "<p>Note 0</p>",
      'kv-error-detail">the card was stopped: the card used up its steps (1:33)',
      "<p>Note 2</p>",
    ]);
    expect(told).toEqual([["limit/run", { item: "i1", view: "kustomer.app.acme.x" }]]);
  });

  it("records that throw when they are read cost their card; the page does not say what they threw", async () => {
    const told: string[] = [];
    const records = {
      get kobject(): object {
        throw new Error("secret of the host");
      },
    };
    const options = { ...toOptions(), onDiagnostic: ({ message }: { readonly message: string }) => told.push(message) };
    const html = await readAll(renderTimeline([{ ...toItem(0), records }, toItem(1)], options));
    expect(told).toEqual(["the records of `i0` can't be shown: secret of the host"]);
    expect(html).not.toContain("secret");
    expect(html).toContain("they threw something when they were read");
  });

  it("cards share no state", async () => {
    const views = viewsOf("window.n = (window.n || 0) + 1; kobject.custom.seen = true; <p>{window.n}{Math.random()}</p>");
    const html = await readAll(renderTimeline(toItems(3), { views, now: start }));
    const cards = html.match(/<p>[^<]*<\/p>/g) ?? [];
    expect(cards).toHaveLength(3);
    expect(new Set(cards).size).toBe(1);
  });

  it("a component of the host that throws costs its card; the page does not say what it threw", async () => {
    const boom = defineComponent({
      name: "Boom",
      props: z.looseObject({}),
      html: () => {
        throw new Error("secret of the host");
      },
      dom: () => null,
    });
    const registry = createRegistry([boom]);
    const views = createViews([{ name: "b", resource: "kobject.note", context: "expanded-timeline", template: "<Boom />" }], { registry });
    const told: string[] = [];
    const html = await readAll(
      renderTimeline(toItems(2), { views, now: start, onDiagnostic: ({ code, cause }, { item }) => told.push(`${item} ${code} ${cause}`) }),
    );
    expect(told).toEqual([0, 1].map((n) => `i${n} run/internal Error: secret of the host`));
    expect(html).not.toContain("secret");
    expect(html.match(/class="kv-error"/g)).toHaveLength(2);
  });

  it("what a listener throws is the host's to hear", async () => {
    const options = {
      views: viewsOf("<p>{x}</p>"),
      now: start,
      onDiagnostic: () => {
        throw new Error("listener");
      },
    };
    await expect(readAll(renderTimeline(toItems(1), options))).rejects.toThrow(new Error("listener"));
  });

  it("findings are told with item and view, those of a template once", async () => {
    const told: string[] = [];
    const onDiagnostic: TimelineOptions["onDiagnostic"] = ({ code }, { item, view }) => told.push(`${code} ${item} ${view}`);
    await readAll(
      renderTimeline(toItems(2), {
        views: viewsOf('<p><a href={"javascript:" + kobject.title}>x</a><Nope /></p>'),
        now: start,
        onDiagnostic,
      }),
    );
    const view = "kustomer.app.acme.x";
    expect(told).toEqual([`jsx/unknown-component i0 ${view}`, `policy/value i0 ${view}`, `policy/value i1 ${view}`]);
  });

  it.each<[string, TimelineOptions["total"], number, string]>([
    ["items", { items: 3 }, 3, "7 more not shown"],
    ["length", { outputLength: 10_000 }, 3, "7 more not shown"],
    ["as many items as there are", { items: 10 }, 10, ""],
  ])("a total of %s ends it, and says so", async (_, total, shown, end) => {
    const told: string[] = [];
    const options = toOptions({ total: total as object, onDiagnostic: ({ code }) => told.push(code) });
    const html = await readAll(renderTimeline(toItems(10), options));
    expect(idsOf(html)).toHaveLength(shown);
    expect(html.match(/kv-timeline-end">([^<]*)/)?.[1] ?? "").toBe(end);
    expect(told).toEqual(end === "" ? [] : ["workspace/cut"]);
    expect(html.endsWith("</section>")).toBe(true);
  });

  it("a total ends a stream whose length nobody knows, and the source with it", async () => {
    const { seen, items } = createSource(1_000);
    const html = await readAll(renderTimeline(items, toOptions({ total: { items: 2 } })));
    expect(html).toContain('<p class="kv-timeline-end">More not shown</p>');
    expect(seen).toEqual({ read: 3, closed: 1 });
  });

  it.each<[string, object, string]>([
    ["total", { total: { item: 5 } }, "unknown key of `total` `item`; did you mean `items`?"],
    ["a total of none", { total: { items: 0 } }, "key `items` of option `total` has to be a positive whole number"],
    ["bodies", { bodies: "none" }, "option `bodies` is `all` or `expanded`"],
    ["sorted", { sorted: "yes" }, "option `sorted` has to be a boolean"],
    ["signal", { signal: {} }, "option `signal` has to be an AbortSignal"],
  ])("options are checked at once: %s", (_, more, message) => {
    expect(() => renderTimeline([], toOptions(more))).toThrow(new TypeError(message));
  });

  it("only what is open is rendered where the host wants an overview", async () => {
    const items = toItems(3).map((item, n) => ({ ...item, expanded: n === 1 }));
    const html = await readAll(renderTimeline(items, toOptions({ bodies: "expanded" })));
    expect(html.match(/<details[^>]*>/g)).toEqual(['<details class="kv-item-details" open="">']);
    expect(html.match(/kv-item-fixed/g)).toHaveLength(2);
    expect(html.match(/x{2000}/g)).toHaveLength(1);
  });

  it("a template is compiled once for a timeline, however small the cache", async () => {
    let compiled = 0;
    const result = compile("<p>one</p>");
    const template = () => {
      compiled++;
      return result;
    };
    const shown = noteViews.all().map((view) => ({ ...view, template }));
    const counting: Views = { ...noteViews, for: () => shown };
    await readAll(renderTimeline(toItems(50), { views: counting, now: start }));
    expect(compiled).toBe(1);
  });
});
