import { call } from "../../runtime/call.ts";
import type { Component } from "../../runtime/component.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { setRef } from "../../scope/react/effect-hooks.ts";
import type { Attention } from "./attention.ts";

/** What a ref is to hold: an element of the page or a component, by identity, and its value for the template. */
interface Change {
  readonly detach: unknown;
  attach: unknown;
  value: () => unknown;
}

/** Calls into the template and reports what it throws. */
type Guard = (run: () => void) => void;

/**
 * The refs of a card. Renders say what refs are on what; the template hears of it when the page has changed, and only of what is another
 * than before.
 */
export class Refs {
  readonly #realm: Realm;
  readonly #attention: Attention;
  readonly #attached = new Map<object, unknown>();
  readonly #undo = new Map<object, unknown>();
  readonly #changes = new Map<object, Change>();
  readonly #focused = new WeakSet<Element>();
  #toFocus: Element | undefined;

  constructor(realm: Realm, attention: Attention) {
    this.#realm = realm;
    this.#attention = attention;
  }

  /** Says that something in the page has this ref now, or `undefined` for none. */
  set(target: object, ref: unknown, value: () => unknown): void {
    const before = this.#attached.get(target);
    const change = this.#changes.get(target);
    if (change !== undefined) {
      change.attach = ref;
      change.value = value;
    } else if (before !== ref) this.#changes.set(target, { detach: before, attach: ref, value });
  }

  /** Has an element get the focus when it is in the page, the first time that it is (`autoFocus`). */
  focusOnce(element: Element): void {
    if (this.#focused.has(element)) return;
    this.#focused.add(element);
    this.#toFocus = element;
  }

  /** Hands the changes to the template: first what refs let go, then what they get. */
  commit(guardOf: (owner: Component | undefined) => Guard): void {
    const focus = this.#toFocus;
    this.#toFocus = undefined;
    if (focus !== undefined && isFree(focus) && this.#attention.mayFocus()) (focus as Partial<HTMLElement>).focus?.();
    if (this.#changes.size === 0) return;
    const changes = [...this.#changes];
    this.#changes.clear();
    for (const [target, { detach, attach }] of changes) {
      if (detach === undefined || detach === attach) continue;
      this.#attached.delete(target);
      const undo = this.#undo.get(target);
      this.#undo.delete(target);
      // A function that gave what undoes it is not called with `null` as well (React 19).
      guardOf(undefined)(() => void (isCallable(undo) ? call(this.#realm, undo, undefined, []) : setRef(this.#realm, detach, null)));
    }
    for (const [target, { detach, attach, value }] of changes) {
      if (attach === undefined || detach === attach) continue;
      this.#attached.set(target, attach);
      guardOf(undefined)(() => {
        const undo = setRef(this.#realm, attach, value());
        if (isCallable(undo)) this.#undo.set(target, undo);
      });
    }
  }
}

/** Tells whether nobody else has the focus: a card that comes into a page does not take it from what the reader types in. */
function isFree({ ownerDocument }: Element): boolean {
  const { activeElement, body } = ownerDocument;
  return activeElement === null || activeElement === body;
}
