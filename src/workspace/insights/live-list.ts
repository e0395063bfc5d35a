/** What stands in the page for one entry of a list. */
interface Shown<Entry> {
  readonly element: Element;
  start(): void;
  update(entry: Entry): void;
  unmount(): void;
}

/** The children of an element by key: an update leaves those that stay where they are, with their state, focus and scroll. */
export class LiveList<Entry extends { readonly key: string }, Item extends Shown<Entry>> {
  readonly element: Element;
  readonly #make: (entry: Entry) => Item;
  #items: ReadonlyMap<string, Item> = new Map();

  constructor(element: Element, make: (entry: Entry) => Item) {
    this.element = element;
    this.#make = make;
  }

  items(): readonly Item[] {
    return [...this.#items.values()];
  }

  show(entries: readonly Entry[]): void {
    const before = this.#items;
    const kept = new Set(entries.map(({ key }) => key));
    for (const [key, item] of before) if (!kept.has(key)) item.unmount();
    const items = new Map<string, Item>();
    // Known before anything is mounted: should that fail, all can still be taken down.
    this.#items = items;
    let last: Element | undefined;
    for (const entry of entries) {
      const known = before.get(entry.key);
      const item = known ?? this.#make(entry);
      items.set(entry.key, item);
      const place: Node | null = last === undefined ? this.element.firstChild : last.nextSibling;
      // An element that is moved would lose its focus and its scroll position.
      if (place !== item.element) this.element.insertBefore(item.element, place);
      last = item.element;
      if (known === undefined) item.start();
      else item.update(entry);
    }
  }
}
