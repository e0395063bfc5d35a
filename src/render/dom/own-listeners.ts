import type { Controls } from "./controls.ts";
import { isTyped } from "./handlers.ts";

/** What a card itself listens to in its element, whether the template does or not. */
export class OwnListeners {
  readonly #element: Element;
  readonly #listeners: readonly (readonly [event: string, listener: (event: Event) => void, capture: boolean])[];

  constructor(element: Element, controls: Controls) {
    this.#element = element;
    this.#listeners = [
      // A form of the card would take the reader, and what is typed into it, to another page. Before any other listener hears of it.
      ["submit", (event) => event.preventDefault(), true],
      // A controlled input shows what the template says. A choice is told twice: templates listen to the second.
      ["input", ({ target }) => isTyped(target) && controls.restore(target, element), false],
      ["change", ({ target }) => controls.restore(target, element), false],
    ];
  }

  add(): void {
    for (const [event, listener, capture] of this.#listeners) this.#element.addEventListener(event, listener, capture);
  }

  remove(): void {
    for (const [event, listener, capture] of this.#listeners) this.#element.removeEventListener(event, listener, capture);
  }
}
