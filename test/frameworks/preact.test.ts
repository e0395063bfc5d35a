// @vitest-environment happy-dom
import { type ComponentChildren, createElement, hydrate, render } from "preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { renderToString as renderPreact } from "preact-render-to-string";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderToString } from "../../src/html.ts";
import { KView, type KViewProps } from "../../src/preact.ts";
import { createTestHost } from "../../src/testing.ts";
import { counter, logOf, noisy, quiet, toBag } from "./cards.ts";

let page: HTMLElement;

beforeEach(() => {
  page = document.body.appendChild(document.createElement("main"));
});

afterEach(() => {
  render(null, page);
  page.remove();
});

const show = (node: ComponentChildren) => act(() => render(node, page));
const card = (props: Partial<KViewProps> & { readonly key?: string } = {}) =>
  createElement(KView, { template: noisy, bag: toBag("Ada"), ...props });

function Parent({ bag, heard }: Pick<KViewProps, "bag"> & { readonly heard: () => void }) {
  const [count, setCount] = useState(0);
  const same = card({ bag, limits: { fuel: 90_000 }, now: new Date(0), onDiagnostic: () => heard() });
  return createElement("section", { onClick: () => setCount(count + 1) }, createElement("b", null, count), same);
}

describe("<KView> in Preact", () => {
  it("shows a card in one element, with class and style", async () => {
    await show(card({ class: "card", style: { color: "red" }, theme: "dark" }));
    expect(page.innerHTML).toBe('<div class="card" style="color: red;"><div class="kv-root" data-theme="dark"><p>Ada</p></div></div>');
    await show(card({ className: "other", key: "b" }));
    expect(page.innerHTML).toBe('<div class="other"><p>Ada</p></div>');
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
    await show(createElement(Parent, { bag: toBag("Ada"), heard }));
    const before = page.querySelector("p");
    await act(() => page.querySelector("b")?.click());
    expect(page.querySelector("b")?.textContent).toBe("1");
    expect(heard).toHaveBeenCalledTimes(1);
    expect(page.querySelector("p")).toBe(before);
  });

  it("mounts afresh for another template or host, and takes the card away with the component", async () => {
    await show(card());
    const wrapper = page.firstElementChild;
    await show(card({ template: quiet }));
    expect(page.innerHTML).toBe('<div class="kv-root"><em>Ada</em></div>');
    const before = page.querySelector("em");
    await show(card({ template: quiet, host: { log: () => {} } }));
    expect(page.querySelector("em")).not.toBe(before);
    expect(page.firstElementChild).toBe(wrapper);
    await show(null);
    expect([page.innerHTML, wrapper?.innerHTML]).toEqual(["", ""]);
  });

  it("keeps the state of a live card over updates, and ends it with the component", async () => {
    const host = createTestHost();
    const live = (name: string) => card({ template: counter, bag: toBag(name), host });
    await show(live("Ada"));
    await host.settle();
    await act(() => page.querySelector("button")?.click());
    await show(live("Grace"));
    expect(page.textContent).toBe("Grace 1");
    await show(null);
    expect(logOf(host)).toEqual(["came", "went"]);
  });

  it("keeps two cards on a page apart", async () => {
    await show([card({ key: "a" }), card({ key: "b", template: quiet, bag: toBag("Grace") })]);
    expect(page.innerHTML).toBe('<div class="kv-root"><p>Ada</p></div><div class="kv-root"><em>Grace</em></div>');
    await show([card({ key: "b", template: quiet, bag: toBag("Linus") })]);
    expect(page.innerHTML).toBe('<div class="kv-root"><em>Linus</em></div>');
  });

  it("is rendered on a server, and taken over by a page that does not have the HTML", async () => {
    const bag = toBag("Ada & Co");
    expect(renderPreact(card())).toBe('<div class="kv-root"></div>');
    const html = '<div class="kv-root"><button>Ada &amp; Co 0</button></div>';
    const live = (next = bag) => card({ template: counter, bag: next, host: createTestHost() });
    expect(renderPreact(card({ template: counter, bag, html: renderToString(counter, bag) }))).toBe(html);
    page.innerHTML = html;
    const before = page.querySelector("button");
    await act(() => hydrate(live(), page));
    expect(page.innerHTML).toBe(html);
    await act(() => page.querySelector("button")?.click());
    expect(page.textContent).toBe("Ada & Co 1");
    expect(page.querySelector("button")).toBe(before);
    await show(live(toBag("Grace")));
    expect(page.querySelector("button")?.textContent).toBe("Grace 0");
  });
});
