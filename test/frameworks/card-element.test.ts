// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defineKViewCard, type KViewCardElement } from "../../src/element.ts";
import { createTestHost } from "../../src/testing.ts";
import { counter, failing, logOf, noisy, quiet, toBag } from "./cards.ts";

let page: HTMLElement;

beforeEach(() => {
  // It loads no style sheets, and would say so.
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { handleDisabledFileLoadingAsSuccess: true });
  page = document.body.appendChild(document.createElement("main"));
});

afterEach(() => page.remove());

/** Everything that is set takes effect in a microtask. */
const settle = () => new Promise<void>((resolve) => queueMicrotask(resolve));

function createCard(properties: Partial<KViewCardElement> = {}): KViewCardElement {
  const card = document.createElement("kview-card") as KViewCardElement;
  return Object.assign(card, { template: noisy, bag: toBag("Ada") }, properties);
}

describe("<kview-card>", () => {
  it("shows a card in a document, and takes it away with the element", async () => {
    const card = createCard();
    await settle();
    expect([card.innerHTML, card.card]).toEqual(["", undefined]);
    page.append(card);
    await settle();
    expect(page.innerHTML).toBe('<kview-card><div class="kv-root"><p>Ada</p></div></kview-card>');
    expect(card.card).toBeDefined();
    card.remove();
    await settle();
    expect([card.textContent, card.card]).toEqual(["", undefined]);
    page.append(card);
    await settle();
    expect(card.textContent).toBe("Ada");
  });

  it("replaces what stands in it", async () => {
    page.innerHTML = "<kview-card>loading</kview-card>";
    const card = page.querySelector("kview-card") as KViewCardElement;
    await settle();
    expect(card.textContent).toBe("loading");
    Object.assign(card, { template: quiet, bag: toBag("Ada") });
    await settle();
    expect(card.innerHTML).toBe('<div class="kv-root"><em>Ada</em></div>');
  });

  it("renders once for all that is set at once, and updates for another bag", async () => {
    const heard = vi.fn();
    const card = createCard();
    card.addEventListener("kview-diagnostic", heard);
    page.append(card);
    card.options = { theme: "dark" };
    card.bag = toBag("Linus");
    card.options = {};
    await settle();
    expect(heard).toHaveBeenCalledTimes(1);
    const before = card.querySelector("p");
    card.bag = toBag("Grace");
    await settle();
    expect(card.textContent).toBe("Grace");
    expect(card.querySelector("p")).toBe(before);
  });

  it("mounts afresh for another template, host or option, and takes the card away without a bag", async () => {
    const card = createCard();
    page.append(card);
    await settle();
    card.template = quiet;
    await settle();
    expect(card.innerHTML).toBe('<div class="kv-root"><em>Ada</em></div>');
    const before = card.querySelector("em");
    card.host = { log: () => {} };
    await settle();
    expect(card.querySelector("em")).not.toBe(before);
    card.options = { theme: "light" };
    await settle();
    expect(card.querySelector("[data-theme=light] em")?.textContent).toBe("Ada");
    card.bag = undefined;
    await settle();
    expect(card.textContent).toBe("");
  });

  it("keeps its card when it is moved within the document", async () => {
    const card = createCard();
    page.append(document.createElement("section"), card);
    await settle();
    const [mounted, before] = [card.card, card.querySelector("p")];
    page.firstElementChild?.append(card);
    await settle();
    expect(page.innerHTML).toBe('<section><kview-card><div class="kv-root"><p>Ada</p></div></kview-card></section>');
    expect([card.card, card.querySelector("p")]).toEqual([mounted, before]);
    expect(card.card).toBe(mounted);
  });

  it("keeps the state of a live card when it is moved, and ends the card with the element", async () => {
    const host = createTestHost();
    const card = createCard({ template: counter, host });
    page.append(document.createElement("section"), card);
    await host.settle();
    card.querySelector("button")?.click();
    page.firstElementChild?.append(card);
    await host.settle();
    card.querySelector("button")?.click();
    expect(card.textContent).toBe("Ada 2");
    card.remove();
    await host.settle();
    expect(logOf(host)).toEqual(["came", "went"]);
  });

  it("says what was left out or failed, by an event and to the option", async () => {
    const [heard, told] = [vi.fn(), vi.fn()];
    page.addEventListener("kview-diagnostic", (event) => heard((event as CustomEvent).detail.code));
    page.append(createCard({ template: failing, options: { onDiagnostic: told } }));
    await settle();
    expect(heard.mock.calls).toEqual([["run/throw"]]);
    expect(told).toHaveBeenCalledTimes(1);
    expect(page.querySelector(".kv-error")).not.toBeNull();
  });

  it("keeps two cards on a page apart", async () => {
    const [first, second] = [createCard(), createCard({ template: quiet, bag: toBag("Grace") })];
    page.append(first, second);
    await settle();
    first.remove();
    await settle();
    expect(page.innerHTML).toBe('<kview-card><div class="kv-root"><em>Grace</em></div></kview-card>');
  });
});

describe("<kview-card> with a shadow root", () => {
  it("shows the card in there, with its style sheets", async () => {
    const sheet = new CSSStyleSheet();
    const card = createCard({ shadow: true, stylesheet: "https://a.example/theme.css", styles: [sheet] });
    page.append(card);
    await settle();
    expect(card.outerHTML).toBe('<kview-card shadow="" stylesheet="https://a.example/theme.css"></kview-card>');
    expect(card.shadowRoot?.innerHTML).toBe(
      '<link rel="stylesheet" href="https://a.example/theme.css"><div class="kv-root"><p>Ada</p></div>',
    );
    expect(card.shadowRoot?.adoptedStyleSheets).toEqual([sheet]);
    expect([card.shadow, card.stylesheet, card.styles]).toEqual([true, "https://a.example/theme.css", [sheet]]);

    card.removeAttribute("stylesheet");
    card.styles = [];
    await settle();
    expect(card.shadowRoot?.innerHTML).toBe('<div class="kv-root"><p>Ada</p></div>');
    expect(card.shadowRoot?.adoptedStyleSheets).toEqual([]);
  });

  it("goes there when the attribute comes, and stays", async () => {
    const card = createCard();
    page.append(card);
    await settle();
    card.setAttribute("shadow", "");
    await settle();
    expect([card.innerHTML, card.shadowRoot?.textContent]).toEqual(["", "Ada"]);
    card.shadow = false;
    card.bag = toBag("Grace");
    await settle();
    expect([card.innerHTML, card.shadowRoot?.textContent]).toEqual(["", "Grace"]);
  });
});

describe("defining", () => {
  it("is done at import, and no harm twice", () => {
    expect(customElements.get("kview-card")).toBe(defineKViewCard());
  });

  it("takes another name", async () => {
    const KViewCard = defineKViewCard("my-card");
    expect(customElements.get("my-card")).toBe(KViewCard);
    const card = new KViewCard();
    page.append(Object.assign(card, { template: quiet, bag: toBag("Ada") }));
    await settle();
    expect(page.innerHTML).toBe('<my-card><div class="kv-root"><em>Ada</em></div></my-card>');
  });

  it("honours what was set before", async () => {
    const early = document.createElement("late-card") as KViewCardElement;
    page.append(Object.assign(early, { template: quiet, bag: toBag("Ada"), shadow: true }));
    defineKViewCard("late-card");
    customElements.upgrade(page);
    await settle();
    const card = page.firstElementChild as KViewCardElement;
    expect(card.shadowRoot?.innerHTML).toBe('<div class="kv-root"><em>Ada</em></div>');
    expect(Object.keys(card)).not.toContain("bag");
  });

  it("leaves another's element alone", () => {
    customElements.define("others-card", class extends HTMLElement {});
    expect(() => defineKViewCard("others-card")).toThrow();
  });
});
