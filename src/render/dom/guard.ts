import { closedEvents } from "../../policy/closed-events.ts";
import type { Rec } from "../../runtime/record.ts";
import type { ElementRef } from "./namespaces.ts";

/**
 * Keeps what components of the host put into a card from its template. A card that may hold such components notes every element that it
 * renders itself; all others below its root are closed: without a facade, and without a word of what is typed there.
 */
export class Guard {
  /** Components of the host may stand in the card. Without any, nothing is noted and nothing is closed. */
  isOn = false;
  readonly #root: Element;
  readonly #rendered = new WeakSet<Node>();
  readonly #isOwn: (element: Element) => boolean;

  /** @param isOwn Tells whether the template made an element, or has it by another right. */
  constructor(root: Element, isOwn: (element: Element) => boolean) {
    this.#root = root;
    this.#isOwn = isOwn;
  }

  /** Has an element noted that the card renders. */
  note(props: Rec): void {
    if (!this.isOn) return;
    const before = props.ref as ElementRef | undefined;
    props.ref = before === undefined ? this.#add : this.#addAnd(before);
  }

  /** Tells whether a node below the root was put there by anybody but the card. A text is what its element is. */
  isClosed(node: Node): boolean {
    if (!this.isOn || node === this.#root) return false;
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    return (
      element !== null && element !== this.#root && !this.#rendered.has(element) && !this.#isOwn(element) && this.#root.contains(element)
    );
  }

  /** Tells whether the template hears of an event. */
  hears(event: Event): boolean {
    if (!this.isOn || closedEvents.has(event.type)) return true;
    const inside = event.composedPath().find((target) => this.#holds(target)) ?? event.target;
    return !this.#holds(inside) || !this.isClosed(inside);
  }

  /**
   * Tells whether an event that the template has caused acts on what is closed: a click by way of a label around it, a form that takes
   * its controls back to their defaults.
   */
  forbids({ type, target }: Event): boolean {
    if (!this.isOn || !this.#holds(target)) return false;
    return type === "reset" ? this.hasClosed(target as Element) : this.isClosed(target);
  }

  /** Tells whether controls of a form are closed. */
  hasClosed(form: Element): boolean {
    const { elements } = form as Partial<HTMLFormElement>;
    return this.isOn && typeof elements === "object" && [...elements].some((control) => this.isClosed(control));
  }

  #holds(target: EventTarget | null): target is Node {
    return typeof (target as Partial<Node> | null)?.nodeType === "number" && this.#root.contains(target as Node);
  }

  // One function for all elements: Preact calls a ref again where it is another than before.
  readonly #add: ElementRef = (element) => {
    if (element !== null) this.#rendered.add(element);
  };

  #addAnd(before: ElementRef): ElementRef {
    return (element) => {
      this.#add(element);
      return before(element);
    };
  }
}
