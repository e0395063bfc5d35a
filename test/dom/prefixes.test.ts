// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { hydrate, mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { createContext } from "../../src/index.ts";
import { compileCard } from "../support/card.ts";

const { template } = compileCard(`<p id="a"><input type="radio" name="r" /></p>`);
const bag = createContext({ resource: "customer" });
/** A page of its own: other tests have cards in the one that they share. */
let page: Document;
const place = () => page.body.appendChild(page.createElement("div"));
const idOf = (element: Element) => element.querySelector("p")?.id;

beforeEach(() => {
  page = document.implementation.createHTMLDocument();
});

describe("cards of one page", () => {
  it("have prefixes of their own where the host gives none, and give them back", () => {
    const places = [place(), place(), place()] as const;
    const [first, second, third] = places.map((element) => mount(template, bag, element));
    expect(places.map(idOf)).toEqual(["kv-a", "kv2-a", "kv3-a"]);
    expect(places[1].querySelector("input")?.name).toBe("kv2-r");
    first?.unmount();
    first?.unmount();
    const again = mount(template, bag, places[0]);
    expect(idOf(places[0])).toBe("kv-a");
    for (const card of [again, second, third]) card?.unmount();
    const last = mount(template, bag, places[2]);
    expect(idOf(places[2])).toBe("kv-a");
    last.unmount();
  });

  it("have the host's prefix where it gives one, and a server's where its HTML is taken over", () => {
    const [one, other, taken] = [place(), place(), place()];
    const cards = [one, other].map((element) => mount(template, bag, element, { idPrefix: "card" }));
    expect([one, other].map(idOf)).toEqual(["card-a", "card-a"]);
    taken.innerHTML = renderToString(template, bag);
    cards.push(mount(template, bag, place()));
    cards.push(hydrate(template, bag, taken));
    expect(idOf(taken)).toBe("kv-a");
    for (const card of cards) card.unmount();
  });
});
