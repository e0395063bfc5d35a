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

/**
 * Where a framework's component seats its card: called as often as the framework renders, it does no more than what changed asks
 * for. Other data updates the card, which keeps its state; another template, or other options, mounts it afresh.
 */
export class CardSeat {
  #card: MountedCard | undefined;
  #element: Element | undefined;
  #showing: Showing | undefined;

  get card(): MountedCard | undefined {
    return this.#card;
  }

  /** Shows a card in an element. */
  show(element: Element, showing: Showing): void {
    const before = this.#showing;
    const stays = before !== undefined && element === this.#element && canUpdate(before, showing);
    if (!stays) this.remove();
    // First of all: what is reported from here on goes to the caller of now.
    this.#showing = showing;
    if (this.#card === undefined) {
      this.#element = element;
      // An element of ours has content before its card only where a server wrote it.
      const start = element.hasChildNodes() ? hydrate : mount;
      this.#card = start(showing.template, showing.bag, element, {
        ...showing.options,
        onDiagnostic: (diagnostic) => this.#showing?.options.onDiagnostic?.(diagnostic),
      });
    } else if (before?.bag !== showing.bag) this.#card.update(showing.bag);
  }

  /** Takes the card out of its element. */
  remove(): void {
    const card = this.#card;
    this.#card = undefined;
    card?.unmount();
    this.#showing = undefined;
  }
}

function canUpdate(before: Showing, after: Showing): boolean {
  return before.template === after.template && isSameOptions(before.options, after.options);
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
