import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bounds, guesses } from "../../src/workspace/timeline/dom/bounds.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import { runAxe } from "./run-axe.ts";
import type { PageItem, TimelinePageApi } from "./timeline-page.ts";

type Global = { readonly timelinePage: TimelinePageApi };
/** However busy the machine is. */
const patient = { timeout: 20_000 };
type Method = Exclude<keyof TimelinePageApi, "told">;

describe.skipIf(!hasChromium)("a timeline in a page", { timeout: 60_000 }, () => {
  let open: OpenPage;

  beforeAll(async () => {
    open = await openPage("timeline-page.ts");
    await open.page.emulateMedia({ reducedMotion: "reduce" });
  }, 60_000);

  afterAll(() => open?.close());

  const call = async <Name extends Method>(name: Name, ...args: Parameters<TimelinePageApi[Name]>) => {
    const run = ([method, given]: readonly [Name, readonly unknown[]]) =>
      ((globalThis as unknown as Global).timelinePage[method] as (...all: readonly unknown[]) => unknown)(...given);
    return (await open.page.evaluate(run as never, [name, args] as never)) as Awaited<ReturnType<TimelinePageApi[Name]>>;
  };
  const start = async (items: readonly PageItem[] | number, options?: Readonly<Record<string, unknown>>) => {
    await call("start", items, options);
    await call("settle");
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await open.page.keyboard.press(key);
    await call("settle");
  };
  const closed = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));
  /** What has the focus, by the item that it is in. */
  const focused = () =>
    open.page.evaluate(() => {
      const active = document.activeElement;
      const title = active?.closest("article")?.querySelector(".kv-item-title")?.textContent;
      return `${title ?? ""} ${active?.className.split(" ")[0] || active?.localName}`.trim();
    });
  const titles = () =>
    open.page.locator(".kv-item:not([hidden])").evaluateAll((all) => all.map((one) => one.querySelector(".kv-item-title")?.textContent));
  const isSeen = (title: string) =>
    open.page
      .locator(".kv-item", { has: open.page.getByText(title, { exact: true }) })
      .locator(".kv-item-head")
      .evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        const room = (one.closest(".kv-timeline-scroller") as Element).getBoundingClientRect();
        return top >= room.top && bottom <= room.bottom + 1;
      });
  const count = () => open.page.locator(".kv-timeline-count").textContent();

  it("is walked through by keyboard, from the first of 100,000 to the last", async () => {
    await start(closed(100_000));
    await open.page.locator(".kv-timeline-search").focus();
    await press("Tab");
    expect(await focused()).toBe("kv-timeline-filter");
    await press("Tab");
    expect(await focused()).toBe("Item 0 kv-item-head");
    await press("ArrowDown", "ArrowDown", "ArrowUp");
    expect(await focused()).toBe("Item 1 kv-item-head");
    await press("End");
    expect([await focused(), await isSeen("Item 99999")]).toEqual(["Item 99999 kv-item-head", true]);
    await press("ArrowUp", "ArrowUp");
    expect([await focused(), await isSeen("Item 99997")]).toEqual(["Item 99997 kv-item-head", true]);
    await press("PageUp");
    const [, number = ""] = /^Item (\d+) kv-item-head$/.exec(await focused()) ?? [];
    expect(99_997 - Number(number)).toBeGreaterThanOrEqual(6);
    expect(99_997 - Number(number)).toBeLessThanOrEqual(10);
    expect(await isSeen(`Item ${number}`)).toBe(true);
    await press("PageDown");
    expect(await focused()).toBe("Item 99997 kv-item-head");
    await press("Home");
    expect([await focused(), await isSeen("Item 0")]).toEqual(["Item 0 kv-item-head", true]);
    for (let step = 0; step < 30; step++) await open.page.keyboard.press("ArrowDown");
    await call("settle");
    expect([await focused(), await isSeen("Item 30")]).toEqual(["Item 30 kv-item-head", true]);
  });

  it("opens an item, leads into its card and out again", async () => {
    await start(closed(1_000));
    const { page } = open;
    await page.locator(".kv-item-head").first().focus();
    const opened = () => page.locator(".kv-item-head").first().getAttribute("aria-expanded");
    await press("Enter");
    expect([await opened(), await page.getByText("Item 0, told by Ada").isVisible()]).toEqual(["true", true]);
    await press("Space");
    expect([await opened(), await page.getByText("Item 0, told by Ada").count()]).toEqual(["false", 0]);
    await press("Enter", "Tab");
    expect(await focused()).toBe("Item 0 input");
    // Keys in a card are the card's.
    await page.keyboard.type("End of it");
    await press("ArrowDown", "Home", "PageDown");
    expect([await focused(), await page.getByLabel("Answer").inputValue()]).toEqual(["Item 0 input", "End of it"]);
    await press("Tab", "Enter");
    expect(await page.getByText("1 likes").isVisible()).toBe(true);
    await press("Escape");
    expect([await focused(), await opened()]).toEqual(["Item 0 kv-item-head", "true"]);
    await press("Escape");
    expect([await focused(), await opened()]).toEqual(["Item 0 kv-item-head", "false"]);
    // The reader has used it: what they did there is still there.
    await press("Enter");
    expect([await page.getByLabel("Answer").inputValue(), await page.getByText("1 likes").isVisible()]).toEqual(["End of it", true]);
    await press("Tab", "Tab", "Tab");
    expect(await focused()).not.toMatch(/kv-item-head/);
  });

  it("keeps the focus, and what was done in a card, when it is scrolled far away", async () => {
    await start(100_000);
    const { page } = open;
    await page.getByLabel("Answer").first().fill("Half an answer");
    await call("scrollBy", 3_000_000);
    expect(await focused()).toBe("Item 0 input");
    expect(await page.getByText("Item 0", { exact: true }).count()).toBe(1);
    await page.keyboard.type(" more");
    await call("scrollBy", -3_000_000);
    expect(await page.getByLabel("Answer").first().inputValue()).toBe("Half an answer more");
    await call("scrollBy", 3_000_000);
    await press("Escape", "ArrowDown");
    expect([await focused(), await isSeen("Item 1")]).toEqual(["Item 1 kv-item-head", true]);
  });

  it("keeps the focus when items come before it, when it is changed, and when the filter lets it pass", async () => {
    await start(closed(200));
    await open.page.locator(".kv-item-head").nth(4).focus();
    const top = await call("topOf", "Item 4");
    await call(
      "give",
      "prepend",
      Array.from({ length: 20 }, (_, n) => ({ n: 1_000 + n, ago: -n - 1 })),
    );
    await call("settle");
    expect([await focused(), await call("topOf", "Item 4")]).toEqual(["Item 4 kv-item-head", top]);
    expect(await open.page.locator(".kv-timeline-news").textContent()).toBe("20 new");
    await open.page.locator(".kv-timeline-news button").click();
    await call("settle");
    expect([await focused(), await open.page.locator(".kv-timeline-news").textContent()]).toEqual(["Item 1019 kv-item-head", ""]);
    await open.page.locator(".kv-item-head").nth(4).focus();
    await press(...Array<string>(20).fill("ArrowDown"));
    expect(await focused()).toBe("Item 4 kv-item-head");
    await call("update", { n: 4, title: "Another" });
    expect(await focused()).toBe("Another kv-item-head");
    await call("call", "filter", { klasses: ["kobject.note"] });
    await call("settle");
    expect([await focused(), await isSeen("Another")]).toEqual(["Another kv-item-head", true]);
    await call("update", { n: 4, title: "Far away", ago: 1_200 });
    await call("settle");
    expect(await focused()).toBe("Far away kv-item-head");
    await call("call", "remove", "i4");
    await call("settle");
    expect(await focused()).toMatch(/^Item \d+ kv-item-head$/);
  });

  it("filters by klass and searches, and says how many are shown", async () => {
    await start(closed(5_000));
    const { page } = open;
    expect(await count()).toBe("5,000 in all");
    await page.getByRole("button", { name: "Filter" }).click();
    expect(await page.locator(".kv-timeline-kind").allTextContents()).toEqual(["Note 2,500", "Order 2,500"]);
    await page.getByRole("checkbox", { name: "Order" }).check();
    await call("settle");
    expect([await count(), (await titles()).slice(0, 3)]).toEqual(["2,500 of 5,000", ["Item 1", "Item 3", "Item 5"]]);
    await page.getByRole("searchbox").fill("item 499");
    await expect.poll(count, patient).toBe("10 of 5,000");
    const found = [499, 1_499, 2_499, 3_499, 4_499, 4_991, 4_993, 4_995, 4_997, 4_999];
    expect(await titles()).toEqual(found.map((n) => `Item ${n}`));
    await page.getByRole("searchbox").fill("nowhere");
    await expect.poll(count, patient).toBe("0 of 5,000");
    expect(await page.getByText("Nothing found").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Show all" }).click();
    await call("settle");
    expect([await count(), await page.getByRole("checkbox", { name: "Order" }).isChecked(), await focused()]).toEqual([
      "5,000 in all",
      false,
      "kv-input",
    ]);
    await press("ArrowDown");
    expect(await focused()).toBe("Item 0 kv-item-head");
  });

  it.each(["append", "prepend", "add"] as const)("keeps what is read where it is when items come by `%s`", async (method) => {
    await start(3_000);
    await call("scrollBy", 40_000);
    const before = await call("firstSeen");
    const around = { append: 30_000, prepend: -1, add: 11 };
    await call(
      "give",
      method,
      Array.from({ length: 500 }, (_, n) => ({ n: 10_000 + n, ago: around[method] + n, expanded: n % 2 === 0 })),
    );
    // A page scrolls by whole pixels.
    const moved = [Math.abs((await call("topOf", before.id)) - before.top)];
    await call("settle");
    moved.push(Math.abs((await call("topOf", before.id)) - before.top));
    expect(moved.filter((by) => !(by < 1))).toEqual([]);
  });

  it("stays at the newest when it is at the very top", async () => {
    await start(closed(100));
    await call("give", "prepend", [{ n: 500, ago: -5 }]);
    await call("settle");
    expect([(await titles())[0], await open.page.locator(".kv-timeline-news").textContent()]).toEqual(["Item 500", ""]);
  });

  it("touches nothing but the item that is updated", async () => {
    await start(300);
    expect(await call("update", { n: 3, title: "New title", expanded: true })).toEqual(["New title"]);
    expect(await call("update", { n: 3, title: "New title", expanded: true })).toEqual([]);
    expect(await call("update", { n: 250, title: "Out of sight" })).toEqual([]);
  });

  it("has at most a hundred items in the page, and never a blank one, through 100,000", async () => {
    await start(100_000);
    const { items, cards, isBlank } = await call("scrollThrough", 60);
    expect(items).toBeLessThanOrEqual(bounds.items);
    expect(items).toBeGreaterThan(5);
    expect(cards).toBeGreaterThan(0);
    expect(isBlank).toBe(false);
  });

  it("has at most a hundred items in the page where the place has no height of its own", async () => {
    await start(closed(5_000), {});
    await open.page.evaluate(() => document.querySelector("#place")?.setAttribute("style", "height: 20000px"));
    await open.page.evaluate(() => document.querySelector(".kv-timeline-live")?.setAttribute("style", "max-height: none"));
    await call("settle");
    expect((await titles()).length).toBe(bounds.items - bounds.kept - 1);
    await open.page.evaluate(() => document.querySelector("#place")?.setAttribute("style", "height: 600px"));
  });

  it("has headings of the height that it reckons with, one above the items of each day", async () => {
    await start(closed(1_000));
    const day = open.page.locator(".kv-timeline-day").first();
    expect([(await day.boundingBox())?.height, await day.textContent()]).toEqual([guesses.day, "Today"]);
    await call("call", "scrollTo", "i300");
    await call("settle");
    expect(await isSeen("Item 300")).toBe(true);
    const seen = await open.page.evaluate(() => {
      const { left, top } = (document.querySelector(".kv-timeline-scroller") as Element).getBoundingClientRect();
      return document.elementFromPoint(left + 80, top + 10)?.textContent;
    });
    expect(seen).toBe("Monday, October 12");
  });

  it("lets a hostile card neither drive the timeline nor spoil its neighbours", async () => {
    await start([
      { n: 0, expanded: true },
      { n: 1, klass: "hostile", expanded: true },
      { n: 2, klass: "broken", expanded: true },
      { n: 3, klass: "note", expanded: true },
      { n: 5 },
    ]);
    const { page } = open;
    expect(
      await page.locator(".kv-item-head[aria-expanded]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-expanded"))),
    ).toEqual(["true", "true", "false", "true", "true", "false"]);
    expect(await page.locator(".reached").textContent()).toBe("1,true,true");
    expect(await page.locator(".kv-error").count()).toBe(1);
    expect(await page.getByText("Item 3, told by Ada").isVisible()).toBe(true);
    const styles = await page
      .locator("article > header > .kv-item-head")
      .evaluateAll((all) => all.map((one) => `${getComputedStyle(one).display} ${getComputedStyle(one).position}`));
    expect(new Set(styles)).toEqual(new Set(["grid relative"]));
    // It keeps all events to itself, and prevents what they do; the reader gets out all the same.
    await page.getByRole("button", { name: "Held" }).click();
    expect(await focused()).toBe("Item 1 kv-item-head");
    const isHeld = () => page.evaluate(() => document.activeElement?.textContent === "Held");
    expect(await isHeld()).toBe(true);
    await press("Escape");
    expect(await isHeld()).toBe(true);
    await press("Escape");
    expect([await focused(), await isHeld()]).toEqual(["Item 1 kv-item-head", false]);
    await press("ArrowDown");
    expect(await focused()).toBe("Item 2 kv-item-head");
    const told = await page.evaluate(() => (globalThis as unknown as Global).timelinePage.told);
    expect(told.filter((one) => one.endsWith("run/throw"))).toEqual(["i2 run/throw"]);
  });

  it("lets no card take the focus, or the place, of a reader who is at another", async () => {
    await start([...closed(8), { n: 20, klass: "greedy", expanded: true }, ...closed(60).slice(30)]);
    const grabs = () => open.page.locator("output").textContent();
    await expect.poll(async () => Number(await grabs()), patient).toBeGreaterThan(3);
    expect([await focused(), (await call("firstSeen")).id]).toEqual(["body", "Item 0"]);
    await open.page.locator(".kv-item-head").nth(2).focus();
    await press("ArrowDown");
    const before = Number(await grabs());
    await expect.poll(async () => Number(await grabs()), patient).toBeGreaterThan(before + 3);
    expect([await focused(), (await call("firstSeen")).id]).toEqual(["Item 3 kv-item-head", "Item 0"]);
    await open.page.getByLabel("Grab").click();
    expect(await focused()).toBe("Item 20 input");
  });

  it.each(["light", "dark"] as const)("gives axe nothing to say, %s", async (theme) => {
    await start(
      [0, 1, 2, 3, 4, 5, 6].map((n) => ({ n, ago: n * 400, expanded: n < 2 })),
      { theme },
    );
    await open.page.getByRole("button", { name: "Filter" }).click();
    await open.page.getByRole("checkbox", { name: "Note" }).check();
    await call("settle");
    const { violations, unmeasured } = await runAxe(open.page, "#place");
    expect(violations).toEqual([]);
    expect(unmeasured).toEqual([]);
    await open.page.getByRole("searchbox").fill("nowhere");
    await call("settle");
    expect((await runAxe(open.page, "#place")).violations).toEqual([]);
  });

  it("breaks no policy of the page, and leaves nothing behind", async () => {
    const { page } = open;
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable");
    const measure = async () => {
      for (let turn = 0; turn < 3; turn++) await client.send("HeapProfiler.collectGarbage");
      const { metrics } = await client.send("Performance.getMetrics");
      const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return { listeners: read("JSEventListeners"), nodes: read("Nodes") };
    };
    const round = async () => {
      await start(500);
      await page.getByLabel("Answer").first().fill("Something");
      await call("scrollBy", 5_000);
      await page.getByRole("searchbox").fill("item 1");
      await call("settle");
      await call("call", "unmount", undefined);
      await call("settle");
      return measure();
    };
    await round();
    const before = await round();
    const after = await round();
    expect(after).toEqual(before);
    const left = await page.evaluate(() => document.querySelector("#place")?.innerHTML);
    expect([left, open.violations, open.errors, open.navigations, open.dialogs]).toEqual(["", [], [], [], []]);
  });
});
