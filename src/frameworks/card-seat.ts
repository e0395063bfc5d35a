import type { Bag } from "../context/bag.ts";
import type { Template } from "../ir/template.ts";
import { hydrate, type MountedCard, mount } from "../render/dom.ts";
import type { RenderOptions } from "../render/options.ts";

/** What is to be shown. */
export interface Showing {
  readonly template: Template;
  readonly bag: Bag;
  readonly options: RenderOptions;
}

/** Where it is to be shown. */
interface Wish extends Showing {
  readonly element: Element;
}

/**
 * Where a framework's component seats its card: called as often as the framework renders, it does no more than what changed asks
 * for. Other data updates the card, which keeps its state; another template, or other options, mounts it afresh.
 */
export class CardSeat {
  #card: MountedCard | undefined;
  #wish: Wish | undefined;
  #shown: Wish | undefined;
  #busy = false;

  get card(): MountedCard | undefined {
    return this.#card;
  }

  /** Shows a card in an element. */
  show(element: Element, showing: Showing): void {
    this.#wish = { element, ...showing };
    this.#work();
  }

  /** Takes the card out of its element. */
  remove(): void {
    this.#wish = undefined;
    this.#work();
  }

  /** A card that mounts or updates calls the host (a diagnostic), which may wish for something else meanwhile: that comes after. */
  #work(): void {
    if (this.#busy) return;
    this.#busy = true;
    try {
      let wish: Wish | undefined;
      do {
        wish = this.#wish;
        this.#follow(wish);
      } while (wish !== this.#wish);
    } finally {
      this.#busy = false;
    }
  }

  #follow(wish: Wish | undefined): void {
    const before = this.#shown;
    if (wish === undefined || before === undefined || !canUpdate(before, wish)) {
      const card = this.#card;
      this.#card = undefined;
      card?.unmount();
    }
    // What is reported from here on goes to whoever listens now.
    this.#shown = wish;
    if (wish === undefined) return;
    if (this.#card === undefined) this.#card = this.#start(wish);
    else if (before?.bag !== wish.bag) this.#card.update(wish.bag);
  }

  #start({ element, template, bag, options }: Wish): MountedCard {
    // An element of ours has content before its card only where a server wrote it.
    const start = element.hasChildNodes() ? hydrate : mount;
    return start(template, bag, element, {
      ...options,
      onDiagnostic: (diagnostic) => this.#shown?.options.onDiagnostic?.(diagnostic),
    });
  }
}

function canUpdate(before: Wish, after: Wish): boolean {
  return before.element === after.element && before.template === after.template && isSameOptions(before.options, after.options);
}

/** Components are written with options in place (`limits={{ fuel: 1_000 }}`): equal ones are the same ones. */
function isSameOptions(before: RenderOptions, after: RenderOptions): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof RenderOptions>;
  // Whoever hears of diagnostics is asked for at the moment; see `show`.
  names.delete("onDiagnostic");
  return [...names].every((name) => isSame(before[name], after[name]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Date && b instanceof Date) return Object.is(a.getTime(), b.getTime());
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && Object.is(a[key], b[key]));
}

/** An instance of a class may differ from another in what can't be seen. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
