import { hydrate, render, type VNode } from "preact";
import { keepFocus } from "./focus-kept.ts";
import { withPlainPrototype } from "./prototype.ts";

/** How a tree comes into the page: made there, or taken over from what a server wrote. */
export type How = "render" | "hydrate";

/** The element that a card is shown in. */
export class Stage {
  readonly element: Element;
  /** The page is being changed: events that come of it are nobody's doing. */
  isChanging = false;
  #begun = false;

  constructor(element: Element) {
    this.element = element;
  }

  /** Nothing of the card was rendered yet. */
  get isFresh(): boolean {
    return !this.#begun;
  }

  render(vnode: VNode | null, how: How): void {
    const { element } = this;
    this.change(() => {
      // What stood in the element goes, a card that was never unmounted too: Preact itself would leave it beside this one.
      if (!this.#begun && how === "render") {
        render(null, element);
        element.replaceChildren();
      }
      this.#begun = true;
      withPlainPrototype(() => (how === "hydrate" && vnode !== null ? hydrate(vnode, element) : render(vnode, element)));
    });
  }

  change(run: () => void): void {
    const outer = this.isChanging;
    this.isChanging = true;
    try {
      if (outer) run();
      else keepFocus(this.element, run);
    } finally {
      this.isChanging = outer;
    }
  }
}
