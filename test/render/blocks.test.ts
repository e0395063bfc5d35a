// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { mount } from "../../src/dom.ts";
import { createContext } from "../../src/index.ts";
import { linkBlocks } from "../../src/render/dom/blocks/link-blocks.ts";
import { mountStill } from "../../src/render/dom/blocks/still-card.ts";
import { LiveCard } from "../../src/render/dom/live-card.ts";
import { toSettings } from "../../src/render/options.ts";
import { type CardOptions, compileCard, toComparable, toReports } from "../support/card.ts";
import { toDomHtml } from "../support/dom-html.ts";
import { readRenderCases, toRenderOptions } from "../support/render-case.ts";
import { vary } from "../support/vary-data.ts";

const cases = readRenderCases().map((one) => ({ ...one, template: compileCard(one.source).template, given: toRenderOptions(one.options) }));
type Case = (typeof cases)[number];
type Data = Parameters<typeof createContext>[0];

const isStill = ({ template }: Case) => linkBlocks(template) !== undefined;

function isData(data: unknown): data is Data {
  try {
    createContext(data as Data);
    return true;
  } catch {
    return false;
  }
}

function toStage({ template, given }: Case) {
  const diagnostics: Diagnostic[] = [];
  const options: CardOptions = { ...given, onDiagnostic: (found) => diagnostics.push(found) };
  const element = document.createElement("div");
  return { element, options, settings: toSettings(options, template.knownLocales), read: () => read(element, diagnostics) };
}

function read(element: Element, diagnostics: Diagnostic[]) {
  const html = toDomHtml(element);
  const found = diagnostics.splice(0);
  return [toComparable({ html, diagnostics: found }), toReports(found)];
}

/** What a live card shows of a case, with the data of each step. */
function playLive(one: Case, steps: readonly Data[]) {
  const { element, settings, read } = toStage(one);
  const bags = steps.map((data) => createContext(data));
  const card = new LiveCard(one.template, bags[0] as never, element, settings);
  const shown = bags.map((bag, step) => {
    if (step === 0) card.start(bag, "render");
    else card.update(bag);
    return read();
  });
  card.unmount();
  return shown;
}

/** The same by `mount`. */
function playMounted(one: Case, steps: readonly Data[]) {
  const { element, options, read } = toStage(one);
  const bags = steps.map((data) => createContext(data));
  const card = mount(one.template, bags[0] as never, element, options);
  const shown = bags.map((bag, step) => {
    if (step > 0) card.update(bag);
    return read();
  });
  card.unmount();
  expect(element.childNodes.length).toBe(0);
  return shown;
}

describe("cards in which nothing happens", () => {
  const still = cases.filter(isStill);

  it("are most of the fixtures, and nearly all of them are shown by blocks", () => {
    const shown = still.filter((one) => {
      const { element, settings } = toStage(one);
      return mountStill(one.template, createContext(one.data), element, settings) !== undefined;
    });
    expect(still.length).toBeGreaterThan(cases.length / 2);
    expect(shown.length).toBeGreaterThan(still.length * 0.9);
  });

  it.each(still)("show and report what a live card does, with whatever data: $name", (one) => {
    for (const varied of vary(one.data, 5).filter(isData)) {
      const steps = [one.data, varied, one.data];
      expect(playMounted(one, steps)).toEqual(playLive(one, steps));
    }
  });
});

const shown: { unmount(): void }[] = [];

afterEach(() => {
  for (const card of shown.splice(0)) card.unmount();
  document.body.replaceChildren();
});

function show(source: string, customer: object = {}, options: CardOptions = {}) {
  const { template } = compileCard(source);
  const root = document.body.appendChild(document.createElement("div"));
  const listen = vi.spyOn(root, "addEventListener");
  const reports: string[] = [];
  const bag = (next: object) => createContext({ resource: "customer", customer: next });
  const card = mount(template, bag(customer), root, { ...options, onDiagnostic: ({ code }) => reports.push(code) });
  shown.push(card);
  /** A live card listens in its element. */
  const isStill = () => listen.mock.calls.length === 0;
  const take = () => reports.splice(0);
  return { root, card, take, isStill, update: (next: object) => card.update(bag(next)) };
}

describe("a block", () => {
  it("leaves what has not changed as it is", () => {
    const { root, update, isStill } = show("<p title={customer.id}>{customer.name}<b>{customer.city}</b>!</p>", {
      name: "Ada",
      city: "Oslo",
    });
    const nodes = [...root.querySelectorAll("*")].flatMap((element) => [element, ...element.childNodes]);
    update({ name: "Bea", city: "Oslo", id: "7" });
    expect(root.innerHTML).toBe('<p title="7">Bea<b>Oslo</b>!</p>');
    expect([...root.querySelectorAll("*")].flatMap((element) => [element, ...element.childNodes])).toEqual(nodes);
    expect(isStill()).toBe(true);
  });

  it("moves elements by their keys, and keeps the focus", () => {
    const { root, update, isStill } = show(
      "<ul>{customer.list.map((id) => <li key={id}><a href={'https://x.example/' + id}>{id}</a></li>)}</ul>",
      {
        list: ["a", "b", "c", "d"],
      },
    );
    const find = (id: string) => [...root.querySelectorAll("li")].find(({ textContent }) => textContent === id);
    const before = ["a", "b", "c", "d"].map(find);
    find("a")?.querySelector("a")?.focus();
    update({ list: ["d", "b", "e", "a"] });
    expect(root.textContent).toBe("dbea");
    expect(["a", "b", "d"].map(find)).toEqual([before[0], before[1], before[3]]);
    expect(document.activeElement?.textContent).toBe("a");
    update({ list: [] });
    expect(root.innerHTML).toBe("<ul></ul>");
    update({ list: ["x", "x", "y"] });
    expect(root.textContent).toBe("xxy");
    update({ list: ["y", "x"] });
    expect(root.textContent).toBe("yx");
    expect(isStill()).toBe(true);
  });

  it("changes between texts, elements, lists and nothing, wherever it stands", () => {
    const { root, update, isStill } = show(`
      const views = { none: null, text: "t", list: ["a", <i>b</i>, ["c", [<u key="k">d</u>]]], element: <b>e</b>, empty: "", number: 0 };
      const one = views[customer.one];
      const two = views[customer.two];
      <p>{one}<hr />-{two}{one}<em>{two}</em></p>`);
    const html = { none: "", text: "t", list: "a<i>b</i>c<u>d</u>", element: "<b>e</b>", empty: "", number: "0" };
    const names = Object.keys(html) as (keyof typeof html)[];
    for (const one of names)
      for (const two of names) {
        update({ one, two });
        expect(root.innerHTML).toBe(`<p>${html[one]}<hr>-${html[two]}${html[one]}<em>${html[two]}</em></p>`);
      }
    expect(isStill()).toBe(true);
  });

  it("is SVG's in a drawing, also where a component has it", () => {
    const { root, isStill } = show(`
      const Dot = ({ at }) => { const x = at * 2; return <circle cx={x} r="1" />; };
      const dots = [1, 2].map((at) => <Dot key={at} at={at} />);
      <svg viewBox="0 0 4 4"><g>{dots}</g></svg>`);
    expect([...root.querySelectorAll("*")].map(({ namespaceURI }) => namespaceURI)).toEqual(Array(4).fill("http://www.w3.org/2000/svg"));
    expect(root.innerHTML).toBe('<svg viewBox="0 0 4 4"><g><circle r="1" cx="2"></circle><circle r="1" cx="4"></circle></g></svg>');
    expect(isStill()).toBe(true);
  });

  it("joins no halves of a character", () => {
    const { root } = show("<p>{customer.a}{customer.b}</p>", { a: "\ud83d", b: "\ude00" });
    expect(root.textContent).toBe("\ufffd\ufffd");
  });

  it("is counted as often as it is shown, not as often as it is updated", () => {
    const { root, update, take } = show("<p>{customer.name}<i>i</i></p>", { name: "Ada" }, { limits: { nodes: 3, outputLength: 40 } });
    for (let turn = 0; turn < 50; turn++) update({ name: `n${turn}` });
    expect([root.textContent, take()]).toEqual(["n49i", []]);
    update({ name: "n".repeat(50) });
    expect([root.textContent?.includes("n49"), take()]).toEqual([false, ["limit/run"]]);
  });

  it("tells what it leaves out at every update, once", () => {
    const { take, update } = show("<a href={customer.url}>x</a>", { url: "javascript:1" });
    expect(take()).toEqual(["policy/value"]);
    update({ url: "javascript:1", name: "Ada" });
    expect(take()).toEqual(["policy/value"]);
    update({ url: "https://x.example/" });
    expect(take()).toEqual([]);
  });
});

describe("a card that turns out to be live", () => {
  it.each([
    ["asks for a name of the page", "const page = typeof document; <p>{page}</p>", "<p>object</p>"],
    ["has a tag that is data", "const Tag = customer.tag; <div><Tag title='t'>x</Tag></div>", '<div><b title="t">x</b></div>'],
  ])("is one: %s", (_, source, html) => {
    const { root, isStill, take } = show(source, { tag: "b" });
    expect([root.innerHTML, isStill(), take()]).toEqual([html, false, []]);
  });

  it("fails as a live card does, and comes back", () => {
    const { root, update, isStill, take } = show("<p>{customer.name.trim()}</p>", { name: "Ada" });
    expect(isStill()).toBe(true);
    update({});
    expect([root.querySelector(".kv-error") === null, take(), isStill()]).toEqual([false, ["run/throw"], false]);
    update({ name: "Bea" });
    expect([root.innerHTML, take()]).toEqual(["<p>Bea</p>", []]);
  });

  it("spends no more of its limits by updates than by what it shows", () => {
    const { root, update, take } = show("<p onClick={() => {}}>{customer.name}</p>", {}, { limits: { nodes: 2, outputLength: 30 } });
    for (let turn = 0; turn < 20; turn++) update({ name: `n${turn}` });
    expect([root.textContent, take()]).toEqual(["n19", []]);
  });
});

describe("a still card", () => {
  it("takes the place of a live one that was never unmounted, and the other way round", () => {
    const still = show("<p>{customer.name}</p>", { name: "Ada" });
    const live = compileCard("<p onClick={() => {}}>{customer.name}</p>").template;
    const other = mount(live, createContext({ resource: "customer", customer: { name: "Bea" } }), still.root);
    expect(still.root.innerHTML).toBe("<p>Bea</p>");
    const again = mount(compileCard("<i>{customer.name}</i>").template, createContext({ resource: "customer", customer: {} }), still.root);
    expect(still.root.innerHTML).toBe("<i></i>");
    other.unmount();
    again.unmount();
    expect(still.root.innerHTML).toBe("");
  });

  it("does nothing once it is gone", () => {
    const { root, card, update } = show("<p>{customer.name}</p>", { name: "Ada" });
    card.unmount();
    update({ name: "Bea" });
    card.unmount();
    expect(root.innerHTML).toBe("");
  });

  it("has the theme that the host names", () => {
    const { root, update, isStill } = show("<p>{customer.name}</p>", { name: "Ada" }, { theme: "dark" });
    update({ name: "Bea" });
    expect(root.innerHTML).toBe('<div class="kv-root" data-theme="dark"><p>Bea</p></div>');
    expect(isStill()).toBe(true);
  });
});
