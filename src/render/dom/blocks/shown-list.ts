import { charge } from "../../../runtime/budget.ts";
import { View } from "../../../runtime/view.ts";
import type { Painter } from "./painter.ts";
import type { Shown } from "./shown.ts";

/** A key of the template, or the place of a child that has none: there stands what stood there before, as in React. */
type Key = string | number;

/** Children of unknown number, known by their keys. */
export class ShownList implements Shown {
  readonly #end: Node | null;
  /** The element that its children are the last of, where nothing stands behind them. */
  readonly within: Node | undefined;
  #keys: Key[] = [];
  #items: (Shown | undefined)[] = [];

  /** @param end The empty text behind its children; `null` where they are the last in `within`. */
  constructor(end: Node | null, within?: Node) {
    this.#end = end;
    this.within = within;
  }

  get first(): Node {
    return this.#after(-1) as Node;
  }

  get last(): Node {
    return this.#end as Node;
  }

  get #parent(): Node {
    return this.within ?? (this.#end?.parentNode as Node);
  }

  /** Makes its children, which stand nowhere yet. */
  fill(values: readonly unknown[], painter: Painter, depth: number, drawn: boolean): void {
    for (let i = 0; i < values.length; i++) {
      charge(painter.realm, 1);
      this.#keys.push(keyOf(values[i], i));
      this.#items.push(painter.show(values[i], undefined, depth, drawn));
    }
  }

  /** Puts its children in front of its end, which stands in the page. */
  placeItems(parent: Node = this.#parent): void {
    for (const item of this.#items) item?.place(parent, this.#end);
  }

  update(values: readonly unknown[], painter: Painter, depth: number, drawn: boolean): void {
    if (this.#isInPlace(values)) this.#updateInPlace(values, painter, depth, drawn);
    else this.#updateByKeys(values, painter, depth, drawn);
  }

  place(parent: Node, before: Node | null): void {
    parent.insertBefore(this.#end as Node, before);
    this.placeItems(parent);
  }

  /** Takes its children out of the page. */
  removeItems(): void {
    for (const item of this.#items) item?.remove();
    this.#items = [];
    this.#keys = [];
  }

  remove(): void {
    this.removeItems();
    (this.#end as Text).remove();
  }

  #isInPlace(values: readonly unknown[]): boolean {
    const keys = this.#keys;
    if (values.length !== keys.length) return false;
    for (let i = 0; i < values.length; i++) if (keyOf(values[i], i) !== keys[i]) return false;
    return true;
  }

  #updateInPlace(values: readonly unknown[], painter: Painter, depth: number, drawn: boolean): void {
    for (let i = 0; i < values.length; i++) {
      charge(painter.realm, 1);
      const before = this.#items[i];
      const item = painter.show(values[i], before, depth, drawn);
      if (item === before) continue;
      item?.place(this.#parent, before?.first ?? this.#after(i));
      before?.remove();
      this.#items[i] = item;
    }
  }

  #updateByKeys(values: readonly unknown[], painter: Painter, depth: number, drawn: boolean): void {
    const known = new Map<Key, Shown>();
    const gone = new Set<Shown>();
    this.#items.forEach((item, index) => {
      if (item === undefined) return;
      const key = this.#keys[index] as Key;
      if (!known.has(key)) known.set(key, item);
      gone.add(item);
    });
    this.#keys = values.map(keyOf);
    this.#items = values.map((value, index) => {
      charge(painter.realm, 1);
      const key = this.#keys[index] as Key;
      const before = known.get(key);
      known.delete(key);
      const item = painter.show(value, before, depth, drawn);
      if (item !== undefined) gone.delete(item);
      return item;
    });
    for (const item of gone) item.remove();
    this.#arrange();
  }

  /** From the last to the first: what stands where it belongs is not touched. */
  #arrange(): void {
    const parent = this.#parent;
    let before = this.#end;
    for (let i = this.#items.length - 1; i >= 0; i--) {
      const item = this.#items[i];
      if (item === undefined) continue;
      if (item.last.parentNode !== parent || item.last.nextSibling !== before) item.place(parent, before);
      before = item.first;
    }
  }

  #after(index: number): Node | null {
    for (let i = index + 1; i < this.#items.length; i++) {
      const item = this.#items[i];
      if (item !== undefined) return item.first;
    }
    return this.#end;
  }
}

function keyOf(value: unknown, index: number): Key {
  return (value instanceof View ? value.key : undefined) ?? index;
}
