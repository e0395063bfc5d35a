/** Milliseconds for which a card may act on what the reader has just done in it. */
const attendedTime = 1_000;
/** Times that a card may have the page scroll to it, for each thing that the host or the reader does. */
const mostScrolls = 5;

/**
 * Knows whether the reader is at a card. One that nobody attends to takes no focus from what the reader types into elsewhere, for it would
 * read what they type, and does not hold on to the page's scrolling. In a feed it does neither until the reader is at its item.
 */
export class Attention {
  readonly #root: Element;
  readonly #isClosed: (element: Element) => boolean;
  #attended = Number.NEGATIVE_INFINITY;
  #typed = Number.NEGATIVE_INFINITY;
  #scrolls = mostScrolls;

  /** @param isClosed Tells what in the card is not its template's: what is typed there is no business of it. */
  constructor(root: Element, isClosed: (element: Element) => boolean) {
    this.#root = root;
    this.#isClosed = isClosed;
  }

  /** The reader has done something in the card. */
  attend({ type, target }: Event): void {
    if (type === "keydown" && this.#isClosed(target as Element)) this.#typed = performance.now();
    else this.#attended = performance.now();
    this.renew();
  }

  /** The host has mounted or updated the card. */
  renew(): void {
    this.#scrolls = mostScrolls;
  }

  /** Whether the reader is typing where the template has no business: it takes neither focus nor selection from there. */
  get isTypingApart(): boolean {
    const active = this.#active;
    // A template that takes away what is typed into may have a field of its own get the rest.
    return performance.now() - this.#typed < attendedTime || (active !== null && isTyping(active) && this.#isClosed(active));
  }

  mayFocus(): boolean {
    if (this.isTypingApart) return false;
    if (performance.now() - this.#attended < attendedTime) return true;
    const active = this.#active;
    const item = this.#feedItem;
    if (item !== null) return item.contains(active);
    return active === null || this.#root.contains(active) || active.contains(this.#root) || !isTyping(active);
  }

  mayScroll(): boolean {
    if (this.#feedItem !== null && !this.mayFocus()) return false;
    return this.#scrolls-- > 0;
  }

  get #active(): Element | null {
    const tree = this.#root.getRootNode() as Document | ShadowRoot;
    return tree.activeElement ?? this.#root.ownerDocument.activeElement;
  }

  /** The item that the card is of, in a feed: there cards are mounted as the reader passes by, who is at none of them. */
  get #feedItem(): Element | null {
    return this.#root.closest("[role=feed] > *");
  }
}

/** Elements that take what is typed; of a frame or a component of the host nobody can tell. */
function isTyping(element: Element): boolean {
  return (
    /^(input|textarea|select|iframe|object|embed)$|-/.test(element.localName) ||
    (element as Partial<HTMLElement>).isContentEditable === true
  );
}
