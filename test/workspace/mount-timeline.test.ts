// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { type MountTimelineOptions, mountTimeline } from "../../src/dom.ts";
import { createRegistry, createViews, defineComponent } from "../../src/index.ts";
import { bounds } from "../../src/workspace/timeline/dom/bounds.ts";
import { counter, newest, start, toItem, toItems, toView } from "./mount-timeline-stage.ts";

const press = (element: Element | null | undefined) => (element as HTMLElement).click();
const key = (element: Element, name: string) =>
  element.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));

describe("items of a mounted timeline", () => {
  it("stand newest first, below their days, with what a feed says of each", () => {
    const { place, titles, item } = start([toItem(30), toItem(0), toItem(2)]);
    expect(titles()).toEqual(["Note 0", "Note 2", "Note 30"]);
    expect([...place.querySelectorAll(".kv-timeline-list > *")].map((one) => one.className)).toEqual([
      "",
      "kv-timeline-day",
      "kv-item",
      "kv-item",
      "kv-timeline-day",
      "kv-item",
    ]);
    const second = item("Note 2");
    expect([second.getAttribute("aria-posinset"), second.getAttribute("aria-setsize")]).toEqual(["2", "3"]);
    expect(second.ownerDocument.getElementById(second.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Note 2");
    expect([...place.querySelectorAll("article [role=heading]")].map((one) => one.textContent)).toEqual(["Today", "Yesterday"]);
  });

  it("are asked for nothing until they are shown", () => {
    let asked = 0;
    const items = toItems(10_000).map((item) => ({
      ...item,
      records: {
        get kobject() {
          asked++;
          return { title: "Asked" };
        },
      },
    }));
    const { titles } = start(items);
    expect(titles().length).toBeGreaterThan(5);
    expect(asked).toBe(titles().length);
  });

  it("of one instant come behind those that are there, or before them", () => {
    const { timeline, titles } = start([toItem(1), toItem(2, { at: newest })]);
    timeline.append([toItem(3, { at: newest }), toItem(4, { at: newest + 5 })]);
    timeline.prepend([toItem(5, { at: newest }), toItem(6, { at: newest })]);
    timeline.add([toItem(7, { at: newest })]);
    expect(titles()).toEqual([4, 5, 6, 2, 3, 7, 1].map((n) => `Note ${n}`));
  });

  it("stay open or closed by their ids", () => {
    const { timeline, head, card, titles } = start(toItems(4));
    press(head("Note 1"));
    timeline.expand("i2");
    timeline.expand("i2");
    timeline.update(toItem(1, { records: { kobject: { title: "Changed" } } }));
    expect([card("Changed"), card("Note 2"), card("Note 3")]).toEqual(["Changed: 0", "Note 2: 0", ""]);
    timeline.replace([toItem(9), toItem(2), toItem(1)]);
    expect(titles()).toEqual(["Note 1", "Note 2", "Note 9"]);
    expect([card("Note 1"), card("Note 2"), card("Note 9")]).toEqual(["Note 1: 0", "Note 2: 0", ""]);
    timeline.collapse("i2");
    expect([head("Note 2").getAttribute("aria-expanded"), card("Note 2")]).toEqual(["false", ""]);
  });

  it("keep what their cards know through updates, and lose it when they are taken away", async () => {
    const { timeline, item, card, settle } = start([toItem(0, { expanded: true })]);
    await settle();
    press(item("Note 0").querySelector(".kv-item-card button"));
    timeline.update(toItem(0, { at: newest - 5, records: { kobject: { title: "Other" } } }));
    expect(card("Other")).toBe("Other: 1");
    timeline.replace([toItem(0), toItem(1)]);
    expect(card("Note 0")).toBe("Note 0: 1");
    timeline.remove("i0");
    timeline.add([toItem(0, { expanded: true })]);
    await settle();
    expect(card("Note 0")).toBe("Note 0: 0");
  });

  it("show a plain body where there is no view for them, and again where there is one", async () => {
    const { timeline, card, settle } = start([
      toItem(0, { resource: "kobject.none", expanded: true, records: { kobject: { title: "T", custom: { aStr: "b" } } } }),
    ]);
    await settle();
    expect(card("T")).toBe("Ab");
    timeline.update(toItem(0));
    expect(card("Note 0")).toBe("Note 0: 0");
  });

  it("do not stay in the page out of sight by what they do themselves", async () => {
    const busy = `
      const Busy = () => {
        const ref = React.useRef(null);
        React.useEffect(() => {
          for (const type of ["pointerdown", "keydown"]) ref.current.dispatchEvent(new Event(type, { bubbles: true }));
        }, []);
        return <button ref={ref}>{kobject.title}</button>;
      };
      <Busy />
    `;
    const { titles, item, scrollTo, settle, card } = start(toItems(600, { expanded: true }), {
      views: createViews([toView("note", busy)]),
    });
    await settle();
    expect(card("Note 0")).toBe("Note 0");
    scrollTo(20_000);
    await settle();
    scrollTo(0);
    expect(titles().filter((title) => item(title as string).classList.contains("kv-item-away"))).toEqual([]);
  });

  it("that the reader has used stay in the page out of sight, the last of them", () => {
    const { head, item, titles, scrollTo, card } = start(toItems(600));
    const used = Array.from({ length: bounds.kept + 4 }, (_, n) => {
      scrollTo((n + 1) * 1_500);
      const title = titles().at(-2) as string;
      press(head(title));
      item(title)
        .querySelector(".kv-item-body")
        ?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerId: 1 }));
      return title;
    });
    scrollTo(0);
    const away = titles().filter((title) => item(title as string).classList.contains("kv-item-away"));
    expect(away).toEqual(used.slice(4));
    expect(away.every((title) => item(title as string).hasAttribute("inert"))).toBe(true);
    expect(
      titles()
        .slice(0, 5)
        .some((title) => item(title as string).hasAttribute("inert")),
    ).toBe(false);
    expect(away.map((title) => card(title as string))).toEqual(away.map((title) => `${title}: 0`));
    expect(titles().length).toBeLessThanOrEqual(bounds.items);
  }, 30_000);
});

describe("filter and search", () => {
  const mixed = () => toItems(40).map((item, n) => (n % 2 === 0 ? item : { ...item, resource: "kobject.bill", title: `Bill ${n}` }));

  it("show the items that pass, and say so", () => {
    const { timeline, titles, say, place } = start(mixed());
    expect([say(".kv-timeline-count"), say(".kv-timeline-kinds")]).toEqual(["40 in all", "Bill 20Note 20"]);
    timeline.filter({ klasses: ["kobject.bill"], text: "  bILL 3 " });
    expect(titles()).toEqual([3, 13, 23, 31, 33, 35, 37, 39].map((n) => `Bill ${n}`));
    expect([say(".kv-timeline-count"), say(".kv-timeline-filter")]).toEqual(["8 of 40", "Filter (1)"]);
    expect((place.querySelector(".kv-timeline-search") as HTMLInputElement).value).toBe("  bILL 3 ");
    timeline.add([toItem(50, { resource: "kobject.bill", title: "Bill 300" }), toItem(51)]);
    timeline.update(toItem(3, { resource: "kobject.bill", title: "Bill 4" }));
    timeline.remove("i13");
    expect(titles()).toEqual([23, 31, 33, 35, 37, 39, 300].map((n) => `Bill ${n}`));
    timeline.filter();
    expect(say(".kv-timeline-count")).toBe("41 in all");
  });

  it("are the reader's by the toolbar", () => {
    const { place, titles, say } = start(mixed());
    const field = place.querySelector(".kv-timeline-search") as HTMLInputElement;
    field.value = "note 38";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    expect(titles()).toEqual(["Note 38"]);
    field.value = "nothing like it";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    expect([titles(), say(".kv-timeline-empty p")]).toEqual([[], "Nothing found"]);
    expect([place.querySelector("[role=feed]")?.hasAttribute("hidden")]).toEqual([true]);
    press(place.querySelector(".kv-timeline-empty button"));
    expect([titles().length > 5, field.value]).toEqual([true, ""]);
  });

  it("find what is shown of a masked value, and never the value", () => {
    const secret = { isMasked: true, maskedPresentation: "•••• 1234", value: "4111 1111" };
    const { timeline, titles, place } = start([toItem(0, { records: { kobject: { title: secret } } }), toItem(1)]);
    timeline.filter({ text: "1234" });
    expect(titles()).toEqual(["•••• 1234"]);
    timeline.filter({ text: "4111" });
    expect([titles(), place.innerHTML.includes("4111")]).toEqual([[], false]);
  });

  it("tell listeners even where there is no toolbar", () => {
    const { place, say } = start(toItems(2), { toolbar: false });
    expect([
      place.querySelector("input"),
      say(".kv-timeline-count"),
      place.querySelector(".kv-timeline-count")?.getAttribute("role"),
    ]).toEqual([null, "2 in all", "status"]);
  });
});

describe("focus and keys", () => {
  it("lead from item to item, and Tab to one of them", () => {
    const { place, head } = start(toItems(30));
    const tabStops = () =>
      [...place.querySelectorAll(".kv-item-head[tabindex='0']")].map((one) => one.querySelector(".kv-item-title")?.textContent);
    expect(tabStops()).toEqual(["Note 0"]);
    head("Note 0").focus();
    key(head("Note 0"), "ArrowDown");
    expect([document.activeElement === head("Note 1"), tabStops()]).toEqual([true, ["Note 1"]]);
    key(head("Note 1"), "End");
    expect([document.activeElement === head("Note 29"), tabStops()]).toEqual([true, ["Note 29"]]);
    key(head("Note 29"), "ArrowDown");
    key(head("Note 29"), "Home");
    key(head("Note 0"), "ArrowUp");
    expect(document.activeElement).toBe(head("Note 0"));
  });

  it("leave keys with others, and those for other scripts, alone", () => {
    const { head } = start(toItems(5));
    head("Note 0").focus();
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }, { isComposing: true }])
      expect(
        head("Note 0").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true, ...more })),
      ).toBe(true);
    expect(document.activeElement).toBe(head("Note 0"));
  });

  it("go on where a removed item stood", () => {
    const { timeline, head } = start(toItems(5));
    head("Note 4").focus();
    timeline.remove("i4");
    expect(document.activeElement).toBe(head("Note 3"));
    timeline.filter({ text: "note 0" });
    expect(document.activeElement).toBe(head("Note 0"));
  });
});

describe("isolation", () => {
  const views = createViews([toView("note", counter), toView("broken", "<p>{kobject.nothing.at.all}</p>"), toView("wrong", "<p>{</p>")]);

  it("has one card's failure, one item's bad records and one view's errors cost one item each", async () => {
    const { card, told, settle } = start(
      [
        toItem(0, { expanded: true }),
        toItem(1, { resource: "kobject.broken", title: "Broken", expanded: true }),
        toItem(2, { resource: "kobject.wrong", title: "Wrong", expanded: true }),
        toItem(3, { title: "Bad", expanded: true, records: { kobject: { tags: 5 as never } } }),
        toItem(4, { expanded: true }),
      ],
      { views },
    );
    await settle();
    for (const title of ["Broken", "Wrong", "Bad"]) expect(card(title)).toMatch(/^This card can't be shown/);
    expect([card("Note 0"), card("Note 4")]).toEqual(["Note 0: 0", "Note 4: 0"]);
    expect(told).toContain("i1 kustomer.app.test.broken run/throw");
    expect(told).toContain("i3 undefined workspace/records");
    expect(told.some((one) => one.startsWith("i2 kustomer.app.test.wrong"))).toBe(true);
  });

  it("has a component of the host that throws cost its card", async () => {
    const Bad = defineComponent({
      name: "Bad",
      props: z.object({}),
      html: () => {
        throw new Error("html");
      },
      dom: () => {
        throw new Error("dom");
      },
    } as never);
    const registry = createRegistry([Bad]);
    const { card, settle } = start([toItem(0, { resource: "kobject.bad", title: "B", expanded: true }), toItem(1, { expanded: true })], {
      views: createViews([toView("bad", "<Bad />"), toView("note", counter)], { registry }),
    });
    await settle();
    expect([card("B"), card("Note 1")]).toEqual([expect.stringMatching(/^This card can't be shown/), "Note 1: 0"]);
  });

  it("goes on where the host's listener throws", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const { card, settle } = start([toItem(0, { resource: "kobject.broken", title: "X", expanded: true }), toItem(1, { expanded: true })], {
      views,
      onDiagnostic: () => {
        throw new Error("of the host");
      },
    });
    await settle();
    vi.unstubAllGlobals();
    expect(card("Note 1")).toBe("Note 1: 0");
    expect(String(reported.mock.calls[0]?.[0])).toBe("Error: of the host");
  });

  it("gives two timelines of a page ids of their own", () => {
    const one = start(toItems(3, { expanded: true }));
    const other = start(toItems(3, { expanded: true }));
    const ids = [...one.place.querySelectorAll("[id]"), ...other.place.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the caller", () => {
  const options = (more: object = {}) => ({ views: createViews([]), ...more }) as MountTimelineOptions;
  const place = () => document.createElement("div");

  it.each([
    ["an unknown option", () => mountTimeline(place(), [], options({ tolbar: true })), "unknown option `tolbar`; did you mean `toolbar`?"],
    ["a toolbar that is none", () => mountTimeline(place(), [], options({ toolbar: "no" })), "option `toolbar` has to be a boolean"],
    ["no views", () => mountTimeline(place(), [], {} as never), "option `views` has to be what `createViews` gave"],
    ["no element", () => mountTimeline("#x" as never, [], options()), "argument `element` has to be an element of the page"],
    ["no list", () => mountTimeline(place(), 5 as never, options()), "argument `items` has to be a list of items"],
    [
      "an item twice",
      () => mountTimeline(place(), [toItem(1), toItem(1)], options()),
      "items[1].id: the timeline has an item `i1` already",
    ],
  ])("hears of %s", (_name, run, message) => {
    expect(run).toThrow(new TypeError(message));
  });

  it("finds the place as it was where the items are wrong", () => {
    const element = place();
    element.textContent = "before";
    expect(() => mountTimeline(element, [{ ...toItem(0), at: "never" }], options())).toThrow(/^items\[0\]\.at: /);
    expect(element.innerHTML).toBe("before");
  });

  it("hears of ids and filters that are wrong, and nothing has changed", () => {
    const { timeline, titles } = start(toItems(3));
    expect(() => timeline.add([toItem(7), toItem(2)])).toThrow(new TypeError("items[1].id: the timeline has an item `i2` already"));
    expect(() => timeline.remove("i20")).toThrow(new TypeError("the timeline has no item `i20`; did you mean `i0`?"));
    expect(() => timeline.update(toItem(9))).toThrow(/has no item `i9`/);
    expect(() => timeline.expand("nobody")).toThrow(/has no item `nobody`/);
    expect(() => timeline.scrollTo("nobody")).toThrow(/has no item `nobody`/);
    expect(() => timeline.filter({ klases: [] } as never)).toThrow(
      new TypeError("unknown key of `filter` `klases`; did you mean `klasses`?"),
    );
    expect(() => timeline.filter({ klasses: "note" } as never)).toThrow(
      new TypeError("key `klasses` of `filter` has to be a list of resources"),
    );
    expect(() => timeline.filter({ text: 5 } as never)).toThrow(new TypeError("key `text` of `filter` has to be text"));
    expect(titles()).toEqual(["Note 0", "Note 1", "Note 2"]);
  });

  it("may go on calling a timeline that is gone", () => {
    const { timeline, place: element } = start(toItems(3, { expanded: true }));
    timeline.unmount();
    timeline.unmount();
    timeline.add([toItem(9)]);
    timeline.remove("nobody");
    expect(element.innerHTML).toBe("");
  });

  it("gives words, a locale and a theme", () => {
    const { place: element, say } = start(toItems(1_234), {
      theme: "dark",
      locale: "de-DE",
      words: { timeline: "Verlauf", search: "Suchen", allShown: "{total} insgesamt" },
    });
    const root = element.querySelector("section");
    expect([root?.dataset.theme, say(".kv-timeline-count"), say("h2"), say(".kv-timeline-day")]).toEqual([
      "dark",
      "1.234 insgesamt",
      "Verlauf",
      "Heute",
    ]);
    expect(element.querySelector("input")?.placeholder).toBe("Suchen");
  });
});
