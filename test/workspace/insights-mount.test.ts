// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type InsightsSubject, mountInsights, type WorkspaceOptions } from "../../src/dom.ts";
import { createRegistry, createViews, defineComponent } from "../../src/index.ts";
import { createTestHost } from "../../src/testing.ts";
import { ada, click, counter, start, toView } from "./insights-stage.ts";

describe("cards of a panel", () => {
  it("are mounted when they are first open, and stay mounted when they are closed again", () => {
    const { frame, press, body } = start([{ template: "<p>one</p>" }, { template: counter, state: "closed" }]);
    expect([frame(0).open, body(0)]).toEqual([true, "<p>one</p>"]);
    expect([frame(1).open, body(1)]).toEqual([false, ""]);
    press(1);
    expect([frame(1).open, body(1)]).toEqual([true, "<button>Ada 0</button>"]);
    click(frame(1));
    press(1);
    expect([frame(1).open, body(1)]).toEqual([false, "<button>Ada 1</button>"]);
    press(1);
    expect([frame(1).open, body(1)]).toEqual([true, "<button>Ada 1</button>"]);
  });

  it("are mounted when something else opens them", async () => {
    const { frame, body } = start([{ template: "<p>found</p>", state: "closed" }]);
    frame(0).open = true;
    frame(0).dispatchEvent(new Event("toggle"));
    expect(body(0)).toBe("<p>found</p>");
  });

  it("are not compiled while they are closed", () => {
    const views = createViews([toView({ template: "<p>{", state: "closed" }, 0)]);
    const { told, press } = start([], ada(), { views });
    expect(told).toEqual([]);
    press(0);
    expect(told).toEqual(["shop.card syntax/parse"]);
  });

  it("are all there when the page is printed", () => {
    const { body, frame } = start([{ template: "<p>one</p>", state: "closed" }]);
    window.dispatchEvent(new Event("beforeprint"));
    expect([body(0), frame(0).open]).toEqual(["<p>one</p>", false]);
  });

  it("have ids of their own, in two panels of one page too", () => {
    const cards = [{ template: '<i id="a" />' }, { template: '<i id="a" />', state: "closed" as const }];
    const [first, second] = [start(cards), start(cards)];
    first.press(1);
    second.press(1);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids).toEqual(["kv-insights", "kv-card-1-a", "kv-card-2-a", "kv2-insights", "kv2-card-1-a", "kv2-card-2-a"]);
  });

  it("have budgets of their own", () => {
    const endless = { template: "for (;;) {}" };
    const heavy = { template: "let n = 0; while (n < 4000) n++; <p>{n}</p>" };
    const { body, told } = start([heavy, endless, heavy, heavy], ada(), { limits: { fuel: 40_000 } });
    expect([body(0), body(2), body(3)]).toEqual(["<p>4000</p>", "<p>4000</p>", "<p>4000</p>"]);
    expect(told).toEqual(["shop.card-1 limit/run"]);
  });
});

describe("a card that fails", () => {
  const failing = `
    const Card = () => {
      const [order, setOrder] = React.useState({ total: 1 });
      return <button onClick={() => setOrder(undefined)}>{order.total}</button>;
    };
    <Card />
  `;

  it("shows its own error while it lives, and costs nobody else anything", () => {
    const { frame, body, told } = start([{ template: counter }, { template: failing }, { template: counter }]);
    click(frame(0));
    click(frame(1));
    click(frame(2));
    expect(frame(1).querySelector(".kv-error-detail")?.textContent).toMatch(/^TypeError: cannot read `total` of undefined/);
    expect([body(0), body(2)]).toEqual(["<button>Ada 1</button>", "<button>Ada 1</button>"]);
    expect(told).toEqual(["shop.card-1 run/throw"]);
  });

  it("begins anew with other data", () => {
    const template = "<p>{customer.plan.name}</p>";
    const { panel, body } = start([{ template }]);
    expect(body(0)).toContain("kv-error");
    panel.update(ada({ plan: { name: "Gold" } }));
    expect(body(0)).toBe("<p>Gold</p>");
  });

  it("costs one frame where a component of the host throws", () => {
    const html = () => {
      throw new Error("the host's own");
    };
    const faulty = defineComponent({ name: "Faulty", props: z.looseObject({}), html, dom: html });
    const definitions = [{ template: "<Faulty />" }, { template: "<p>fine</p>" }].map(toView);
    const { body, frame, told } = start([], ada(), { views: createViews(definitions, { registry: createRegistry([faulty]) }) });
    expect(frame(0).querySelector(".kv-error-detail")?.textContent).toMatch(/^something failed that is not the template's/);
    expect(body(1)).toBe("<p>fine</p>");
    expect(told).toEqual(["shop.card run/internal"]);
  });
});

describe("a card that shows nothing", () => {
  const onDemand = `
    const Card = () => {
      const [text, setText] = React.useState(null);
      React.useEffect(() => {
        KustomerRequest({ url: "/v1/points" }).then(({ data }) => setText(data.attributes.text));
      }, []);
      return text && <p>{text}</p>;
    };
    <Card />
  `;
  const answer = { data: { attributes: { text: "80 points" } } };

  it("has no frame, until it shows something", async () => {
    const host = createTestHost({ requests: [{ url: "/v1/points", answer }] });
    const { frame, body } = start([{ template: onDemand }], ada(), { host });
    expect(frame(0).hidden).toBe(true);
    await host.settle();
    await Promise.resolve();
    expect([frame(0).hidden, body(0)]).toEqual([false, "<p>80 points</p>"]);
  });

  it("says so where it was opened, and where the focus is", () => {
    const { panel, place, frame, frames, press } = start([
      { template: "customer.name === 'Ada' ? <p>one</p> : null", state: "closed" },
      { template: "customer.name === 'Ada' ? <p>one</p> : null" },
      { template: "customer.name === 'Ada' ? <p>one</p> : null" },
    ]);
    press(0);
    frame(1).querySelector("summary")?.focus();
    panel.update(ada({ name: "Grace" }));
    expect(frames().map(({ hidden }) => hidden)).toEqual([false, false, true]);
    expect([...place.querySelectorAll(".kv-insights-nothing")].map((one) => one.textContent)).toEqual([
      "Nothing to show",
      "Nothing to show",
    ]);
    panel.update(ada());
    expect(frames().map(({ hidden }) => hidden)).toEqual([false, false, false]);
    expect(place.querySelectorAll(".kv-insights-nothing")).toHaveLength(0);
  });
});

describe("keys on the heads of cards", () => {
  const cards = ["one", "two", "three"].map((template) => ({ template: `<p>${template} <input /></p>` }));
  const toKey = (key: string, more: KeyboardEventInit = {}) =>
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });

  it.each([
    [0, "ArrowDown", 1],
    [2, "ArrowDown", 2],
    [2, "ArrowUp", 1],
    [0, "ArrowUp", 0],
    [1, "Home", 0],
    [1, "End", 2],
  ])("lead from %i by %s to %i", (from, key, to) => {
    const { place } = start(cards);
    const heads = [...place.querySelectorAll("summary")].filter((one) => one.matches(".kv-insights-head"));
    heads[from]?.focus();
    const event = toKey(key);
    heads[from]?.dispatchEvent(event);
    expect(document.activeElement).toBe(heads[to]);
    expect(event.defaultPrevented).toBe(true);
  });

  it("leave frames out that are not shown", () => {
    const { place } = start([{ template: "<p>one</p>" }, { template: "null" }, { template: "<p>three</p>" }]);
    const heads = [...place.querySelectorAll<HTMLElement>(".kv-insights-head")];
    heads[0]?.focus();
    heads[0]?.dispatchEvent(toKey("ArrowDown"));
    expect(document.activeElement).toBe(heads[2]);
  });

  it("are the card's own within it, and the browser's with other keys", () => {
    const { place } = start(cards);
    const input = place.querySelector("input") as HTMLElement;
    input.focus();
    const [inside, other] = [toKey("End"), toKey("ArrowDown", { altKey: true })];
    input.dispatchEvent(inside);
    place.querySelector(".kv-insights-head")?.dispatchEvent(other);
    expect(document.activeElement).toBe(input);
    expect([inside.defaultPrevented, other.defaultPrevented]).toEqual([false, false]);
  });
});

describe("what is mounted where", () => {
  const views = createViews([]);

  it("names the argument or option at fault, and leaves the element as it was", () => {
    const place = document.createElement("aside");
    place.innerHTML = "<p>mine</p>";
    const attempt =
      (subject: unknown, options: unknown = { views }) =>
      () =>
        mountInsights(place, subject as InsightsSubject, options as WorkspaceOptions);
    expect(attempt(undefined)).toThrow("subject: expected a record with its resource, or a search, found nothing");
    expect(attempt({ resource: "order", records: {} })).toThrow("subject.resource: expected customer");
    expect(attempt({ resource: "customer", record: {} })).toThrow("unknown key of `subject` `record`; did you mean `records`?");
    expect(attempt({ resource: "customer", records: [] })).toThrow("subject.records: expected the records that `createContext` takes");
    expect(attempt({ resource: "customer", records: { customer: {}, klasses: [] } })).toThrow("subject.records: `klasses` stands beside");
    expect(attempt({ search: { conversation: [] } })).toThrow("did you mean `conversations`?");
    expect(attempt({ search: { customers: {} } })).toThrow("search.customers: expected an array of records, found a record");
    expect(attempt(ada(), {})).toThrow("option `views`");
    expect(attempt(ada(), { views, view: 1 })).toThrow("unknown option `view`; did you mean `views`?");
    expect(() => mountInsights(undefined as unknown as Element, ada(), { views })).toThrow("argument `element`");
    expect(place.innerHTML).toBe("<p>mine</p>");
  });

  it("replaces what stood in the element, and goes with all that its cards have under way", () => {
    const host = createTestHost({ clock: 0 });
    const template = `
      const Clock = () => {
        const [ticks, setTicks] = React.useState(0);
        React.useEffect(() => {
          const timer = setInterval(() => { console.log("tick"); setTicks((n) => n + 1); }, 1000);
          return () => clearInterval(timer);
        }, []);
        return <p>{ticks}</p>;
      };
      <Clock />
    `;
    const place = document.createElement("aside");
    place.innerHTML = "<p>mine</p>";
    const panel = mountInsights(place, ada(), { views: createViews([toView({ template }, 0)]), host });
    expect(place.children).toHaveLength(1);
    panel.unmount();
    panel.unmount();
    panel.update(ada({ name: "Grace" }));
    expect([place.innerHTML, host.pending.length]).toEqual(["", 0]);
    const again = mountInsights(place, ada(), { views: createViews([]) });
    expect(place.querySelector("h2")?.id).toBe("kv-insights");
    again.unmount();
  });
});
