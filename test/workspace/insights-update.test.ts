// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { type InsightsSubject, type MountedInsights, mountInsights } from "../../src/dom.ts";
import { createViews } from "../../src/index.ts";
import { ada, click, counter, start, toView } from "./insights-stage.ts";

describe("an update", () => {
  it("of the same record keeps state, what is open, focus and scroll", () => {
    const { place, panel, frame, frames, press, body } = start([
      { template: counter },
      { template: counter, state: "closed" },
      { template: "<p>{customer.name}</p>" },
    ]);
    click(frame(0));
    press(1);
    press(2);
    const before = frames();
    const button = frame(1).querySelector(".kv-insights-view button") as HTMLElement;
    button.focus();
    place.scrollTop = 120;
    panel.update(ada({ name: "Grace" }));
    expect(frames()).toEqual(before);
    expect(frames().map(({ open }) => open)).toEqual([true, true, false]);
    expect([body(0), body(1), body(2)]).toEqual(["<button>Grace 1</button>", "<button>Grace 0</button>", "<p>Grace</p>"]);
    expect(document.activeElement).toBe(button);
    expect(place.scrollTop).toBe(120);
    expect(place.querySelector(".kv-details-title")?.textContent).toBe("Grace");
  });

  it("gives cards that are not mounted yet the latest data", () => {
    const { panel, press, body } = start([{ template: "<p>{customer.name}</p>", state: "closed" }]);
    panel.update(ada({ name: "Grace" }));
    press(0);
    expect(body(0)).toBe("<p>Grace</p>");
  });

  it("with another record begins anew", () => {
    const { place, panel, frame, frames, press, body } = start([{ template: counter }, { template: counter, state: "closed" }]);
    click(frame(0));
    press(0);
    press(1);
    place.scrollTop = 120;
    panel.update(ada({ id: "2", name: "Grace" }));
    expect(frames().map(({ open }) => open)).toEqual([true, false]);
    expect([body(0), body(1)]).toEqual(["<button>Grace 0</button>", ""]);
    expect(place.scrollTop).toBe(0);
  });

  it("takes records without ids for the same one", () => {
    const { panel, frame, body } = start([{ template: counter }], { resource: "customer", records: { customer: { name: "Ada" } } });
    click(frame(0));
    panel.update({ resource: "customer", records: { customer: { name: "Grace" } } });
    expect(body(0)).toBe("<button>Grace 1</button>");
  });

  it("adds and takes what belongs to records that come and go, and leaves the rest alone", () => {
    const views = [
      { name: "shop.reply", resource: "conversation", template: "<p>reply</p>" },
      { name: "shop.points", template: counter },
      { name: "shop.team", resource: "company", template: "<p>team</p>" },
    ];
    const conversation = { id: "c", name: "Hello" };
    const { place, panel, frame, frames } = start(views, { resource: "conversation", records: { conversation } });
    const sections = () => [...place.querySelectorAll(".kv-insights-section")].map((one) => one.getAttribute("aria-label"));
    const titles = () => frames().map((one) => one.querySelector("h3")?.textContent);
    expect([sections(), titles()]).toEqual([["Conversation"], ["Card 0"]]);
    const [reply] = frames();
    panel.update({ resource: "conversation", records: { conversation, customer: { name: "Ada" }, company: { name: "Acme" } } });
    expect([sections(), titles()]).toEqual([
      ["Conversation", "Customer", "Company"],
      ["Card 0", "Card 1", "Card 2"],
    ]);
    const points = frame(1);
    click(points);
    panel.update({ resource: "conversation", records: { conversation, customer: { name: "Ada" } } });
    expect([sections(), titles()]).toEqual([
      ["Conversation", "Customer"],
      ["Card 0", "Card 1"],
    ]);
    expect(frames()).toEqual([reply, points]);
    expect(points.querySelector(".kv-insights-view")?.textContent).toBe("Ada 1");
  });

  it("remembers what was open of cards whose record goes and comes back", () => {
    const views = [
      { name: "shop.reply", resource: "conversation", template: "<p>reply</p>" },
      { name: "shop.points", template: counter },
      { name: "shop.visits", template: counter, state: "closed" as const },
    ];
    const without: InsightsSubject = { resource: "conversation", records: { conversation: { id: "c" } } };
    const within: InsightsSubject = { resource: "conversation", records: { conversation: { id: "c" }, customer: { name: "Ada" } } };
    const { panel, frames, press } = start(views, within);
    const state = () => frames().map(({ open }) => open);
    press(1);
    press(2);
    panel.update(without);
    expect(state()).toEqual([true]);
    panel.update(within);
    expect(state()).toEqual([true, false, true]);
    panel.update({ resource: "conversation", records: { conversation: { id: "d" }, customer: { name: "Ada" } } });
    expect(state()).toEqual([true, true, false]);
  });

  it("with what is no subject throws, and leaves the panel as it is", () => {
    const { place, panel } = start([{ template: counter }]);
    const before = place.innerHTML;
    expect(() => panel.update({ resource: "customer", records: { customer: { emails: "x" } } })).toThrow(
      "customer.emails: expected an array, found a string",
    );
    expect(() => panel.update({ resource: "customer", records: {} })).toThrow("subject.records.customer");
    expect(place.innerHTML).toBe(before);
  });

  it("that the host asks for while a card is being mounted comes after", () => {
    const templates = ["<p>{customer.plan.name}</p>", "<p>{customer.name}</p>"];
    const place = document.createElement("aside");
    let panel: MountedInsights | undefined;
    let asked = 0;
    const views = createViews(templates.map((template, index) => toView({ template, state: "closed" }, index)));
    const onDiagnostic = () => {
      if (asked++ === 0) panel?.update(ada({ id: "2", name: "Grace" }));
    };
    panel = mountInsights(place, ada(), { views, onDiagnostic });
    place.querySelector("summary")?.click();
    expect(place.querySelector(".kv-details-title")?.textContent).toBe("Grace");
    expect(place.querySelectorAll("details[open] > .kv-insights-head")).toHaveLength(0);
    panel.unmount();
    expect(place.innerHTML).toBe("");
  });

  it("of a search counts anew", () => {
    const toSubject = (...statuses: string[]): InsightsSubject => ({ search: { conversations: statuses.map((status) => ({ status })) } });
    const { place, panel } = start([{ template: "<p>never</p>" }], toSubject("open", "done"));
    const counts = () => [...place.querySelectorAll(".kv-summary-count")].map((one) => one.textContent);
    expect(counts()).toEqual(["1", "0", "1"]);
    panel.update(toSubject("open", "open", "snoozed"));
    expect(counts()).toEqual(["2", "1", "0"]);
    expect(place.querySelectorAll(".kv-insights-card")).toHaveLength(0);
    panel.update(ada());
    expect(place.querySelector(".kv-details-title")?.textContent).toBe("Ada");
  });
});
