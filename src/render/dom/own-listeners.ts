import type { Controls } from "./controls.ts";
import { isTyped } from "./handlers.ts";
import { leadsOutside } from "./leads-outside.ts";

type OwnListener = readonly [event: string, listener: (event: Event) => void, capture: boolean];

/** What a card itself listens to in its element, whether the template does or not. */
export class OwnListeners {
  readonly #element: Element;
  readonly #guards: readonly OwnListener[];
  readonly #restorers: readonly OwnListener[];

  /**
   * @param attend Called when something is done in the card that may be the reader's doing.
   * @param isForbidden Tells of events that the template has caused where it must not.
   */
  constructor(element: Element, controls: Controls, attend: (event: Event) => void, isForbidden: (event: Event) => boolean) {
    this.#element = element;
    const forbid = (event: Event): void => {
      if (!isForbidden(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    this.#guards = [
      // Before all others: nobody hears of these.
      ["click", forbid, true],
      ["reset", forbid, true],
      // A form of the card would take the reader, and what is typed into it, to another page.
      ["submit", (event) => event.preventDefault(), true],
      ["pointerdown", attend, true],
      ["keydown", attend, true],
      ["click", attend, true],
      ["click", (event) => keepInside(event, element), true],
      ["keydown", (event) => (event as KeyboardEvent).key === "Enter" && keepInside(event, element), true],
    ];
    this.#restorers = [
      // A controlled input shows what the template says. A choice is told twice: templates listen to the second.
      ["input", ({ target }) => isTyped(target) && controls.restore(target, element), false],
      ["change", ({ target }) => controls.restore(target, element), false],
    ];
  }

  /** Before the template is evaluated: it could stop events at the same element, or submit a form while it is mounted. */
  guard(): void {
    for (const [event, listener, capture] of this.#guards) this.#element.addEventListener(event, listener, capture);
  }

  /** After that: what the template listens to there has heard of an event when a control is put back. */
  add(): void {
    for (const [event, listener, capture] of this.#restorers) this.#element.addEventListener(event, listener, capture);
  }

  remove(): void {
    for (const [event, listener, capture] of [...this.#guards, ...this.#restorers])
      this.#element.removeEventListener(event, listener, capture);
  }
}

function keepInside(event: Event, root: Element): void {
  if (leadsOutside(event.target as Element, root)) event.preventDefault();
}
