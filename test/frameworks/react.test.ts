// @vitest-environment happy-dom
import { act, createElement, type ReactNode, StrictMode, useState } from "react";
import { createRoot, hydrateRoot, type Root } from "react-dom/client";
import { renderToString as renderReact } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderToString } from "../../src/html.ts";
import { KView, type KViewProps } from "../../src/react.ts";
import { createTestHost } from "../../src/testing.ts";
import { counter, logOf, noisy, quiet, toBag } from "./cards.ts";

let page: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  page = document.body.appendChild(document.createElement("main"));
  root = createRoot(page);
});

afterEach(async () => {
  await act(() => root.unmount());
  page.remove();
  vi.restoreAllMocks();
});

const show = (node: ReactNode) => act(() => root.render(node));
const card = (props: Partial<KViewProps> = {}) => createElement(KView, { template: noisy, bag: toBag("Ada"), ...props });

function Parent({ bag }: Pick<KViewProps, "bag">) {
  const [count, setCount] = useState(0);
  return createElement("section", { onClick: () => setCount(count + 1) }, createElement("b", null, count), card({ bag }));
}

describe("<KView> in React", () => {
  it("shows a card in one element, with class and style", async () => {
    await show(card({ className: "card", style: { color: "red" }, theme: "dark" }));
    expect(page.innerHTML).toBe('<div class="card" style="color: red;"><div class="kv-root" data-theme="dark"><p>Ada</p></div></div>');
    await show(card());
    expect(page.innerHTML).toBe('<div class="kv-root"><p>Ada</p></div>');
  });

  it("updates the card for another bag, in the elements that are there", async () => {
    await show(card());
    const before = page.querySelector("p");
    await show(card({ bag: toBag("Grace") }));
    expect(page.textContent).toBe("Grace");
    expect(page.querySelector("p")).toBe(before);
  });

  it("leaves the card alone when its parent renders again with the same props", async () => {
    const heard = vi.fn();
    const bag = toBag("Ada");
    const same = () => card({ bag, limits: { fuel: 90_000 }, now: new Date(0), policy: {}, host: {}, onDiagnostic: () => heard() });
    await show(same());
    expect(heard).toHaveBeenCalledTimes(1);
    const before = page.querySelector("p");
    await show(same());
    await show(same());
    expect(heard).toHaveBeenCalledTimes(1);
    expect(page.querySelector("p")).toBe(before);
  });

  it("tells whoever listens now", async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    await show(card({ onDiagnostic: first }));
    await show(card({ onDiagnostic: second, bag: toBag("Grace") }));
    expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    expect(second.mock.lastCall?.[0]).toMatchObject({ severity: "warning" });
  });

  it.each<[string, Partial<KViewProps>]>([
    ["a template", { template: quiet }],
    ["a host", { host: { log: () => {} } }],
    ["a limit", { limits: { fuel: 1_000 } }],
    ["an instant", { now: new Date(1) }],
    ["an option that was not there", { locale: "de" }],
  ])("mounts afresh for %s", async (_, props) => {
    const common = { now: new Date(0), limits: { fuel: 2_000 } };
    await show(card(common));
    const before = page.querySelector(".kv-root > *");
    await show(card({ ...common, ...props }));
    expect(page.textContent).toBe("Ada");
    expect(page.querySelector(".kv-root > *")).not.toBe(before);
    expect(page.querySelectorAll(".kv-root > *").length).toBe(1);
  });

  it("takes the card away with the component", async () => {
    await show(card());
    const wrapper = page.firstElementChild;
    const removed = vi.spyOn(wrapper as Element, "removeEventListener");
    await show(null);
    expect([page.innerHTML, wrapper?.innerHTML]).toEqual(["", ""]);
    expect(removed).toHaveBeenCalled();
  });

  it("stands StrictMode's second round of effects", async () => {
    await show(createElement(StrictMode, null, card()));
    expect(page.innerHTML).toBe('<div class="kv-root"><p>Ada</p></div>');
    await show(createElement(StrictMode, null, card({ bag: toBag("Grace") })));
    expect(page.innerHTML).toBe('<div class="kv-root"><p>Grace</p></div>');
  });

  it("keeps two cards on a page apart", async () => {
    await show([card({ key: "a" } as object), createElement(KView, { key: "b", template: quiet, bag: toBag("Grace") })]);
    expect(page.innerHTML).toBe('<div class="kv-root"><p>Ada</p></div><div class="kv-root"><em>Grace</em></div>');
    await show([createElement(KView, { key: "b", template: quiet, bag: toBag("Linus") })]);
    expect(page.innerHTML).toBe('<div class="kv-root"><em>Linus</em></div>');
  });

  it("keeps the card while its parent's state changes", async () => {
    await show(createElement(Parent, { bag: toBag("Ada") }));
    const before = page.querySelector("p");
    await act(() => page.querySelector("b")?.click());
    expect(page.querySelector("b")?.textContent).toBe("1");
    expect(page.querySelector("p")).toBe(before);
  });

  it("keeps the state of a live card over updates and its parent's renders, and ends it with the component", async () => {
    const host = createTestHost();
    const bag = toBag("Ada");
    const live = (next = bag) => card({ template: counter, bag: next, host });
    await show(live());
    await act(() => host.settle());
    await act(() => page.querySelector("button")?.click());
    expect(page.textContent).toBe("Ada 1");
    await show(live());
    await show(live(toBag("Grace")));
    expect(page.textContent).toBe("Grace 1");
    expect(logOf(host)).toEqual(["came"]);
    await show(null);
    expect(logOf(host)).toEqual(["came", "went"]);
    expect(host.pending).toEqual([]);
  });

  it("mounts a live card twice in StrictMode, and ends it as often", async () => {
    const host = createTestHost();
    await show(createElement(StrictMode, null, card({ template: counter, host })));
    await act(() => host.settle());
    await act(() => page.querySelector("button")?.click());
    expect(page.textContent).toBe("Ada 1");
    await show(null);
    const said = logOf(host);
    expect(said.filter((one) => one === "came").length).toBe(said.filter((one) => one === "went").length);
  });

  it("names a wrong option as `mount` does", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(() => show(card({ them: "dark" } as object))).toThrow("unknown option `them`; did you mean `theme`?");
    error.mockRestore();
  });
});

describe("<KView> of React on a server", () => {
  const bag = toBag("Ada & Co");

  it("is an empty element, or what the host rendered", () => {
    expect(renderReact(card())).toBe('<div class="kv-root"></div>');
    expect(renderReact(card({ bag, html: renderToString(noisy, bag) }))).toBe('<div class="kv-root"><p>Ada &amp; Co</p></div>');
  });

  it.each([
    ["repeats the HTML", renderToString(counter, bag)],
    ["does not have it", undefined],
  ])("is taken over by a page that %s", async (_, html) => {
    const error = vi.spyOn(console, "error");
    const heard = vi.fn();
    await act(() => root.unmount());
    page.innerHTML = renderReact(card({ template: counter, bag, html: renderToString(counter, bag) }));
    const before = page.querySelector("button");
    const client = (next: Partial<KViewProps>) =>
      card({ template: counter, onDiagnostic: heard, ...next, ...(html === undefined ? {} : { html }) });
    await act(() => {
      root = hydrateRoot(page, client({ bag }));
    });
    expect(page.innerHTML).toBe('<div class="kv-root"><button>Ada &amp; Co 0</button></div>');
    await act(() => page.querySelector("button")?.click());
    await show(client({ bag: toBag("Grace") }));
    expect(page.innerHTML).toBe('<div class="kv-root"><button>Grace 1</button></div>');
    expect(page.querySelector("button")).toBe(before);
    expect(heard.mock.calls).toEqual([]);
    expect(error).not.toHaveBeenCalled();
  });
});
