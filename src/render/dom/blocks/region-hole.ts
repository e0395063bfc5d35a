import { judgeText } from "../../../policy/text.ts";
import { countText } from "../../output-limits.ts";
import type { Painter } from "./painter.ts";
import type { Region } from "./piece.ts";
import { ShownList } from "./shown-list.ts";

/** What stands between two elements of a block: judged texts, and values by their index. */
export type Item = string | number;

/** Children of a block that are known at the render. As long as they are texts, they are one text of the page. */
export class RegionHole {
  readonly place: Region;
  /** The text that is, or ends, what is shown. */
  node = 0;
  readonly #items: readonly Item[];
  readonly #depth: number;
  readonly #svg: boolean;
  /** The index of the value, where there is one and nothing else. */
  readonly #only: number | undefined;

  /**
   * @param depth Levels between the block and its children here.
   * @param svg They stand in a drawing, wherever the block stands.
   */
  constructor(place: Region, items: readonly Item[], depth: number, svg: boolean) {
    this.place = place;
    this.#items = items;
    this.#depth = depth;
    this.#svg = svg;
    const [first] = items;
    this.#only = items.length === 1 && typeof first === "number" ? first : undefined;
  }

  show(painter: Painter, node: Text, values: readonly unknown[], depth: number, drawn: boolean): string | ShownList {
    const text = this.#toText(painter, values);
    if (text === undefined) return this.#showList(painter, node, values, depth, drawn);
    if (text !== "") node.data = text;
    return text;
  }

  update(
    painter: Painter,
    node: Text,
    values: readonly unknown[],
    before: readonly unknown[],
    held: string | ShownList,
    depth: number,
    drawn: boolean,
  ): string | ShownList {
    if (typeof held === "string" && this.#only !== undefined && values[this.#only] === before[this.#only]) {
      countText(painter.realm, held.length);
      return held;
    }
    const text = this.#toText(painter, values);
    if (text === undefined) {
      if (typeof held !== "string") {
        held.update(this.#toList(values), painter, depth + this.#depth, drawn || this.#svg);
        return held;
      }
      node.data = "";
      return this.#showList(painter, node, values, depth, drawn);
    }
    if (typeof held !== "string") held.removeItems();
    if (text !== held) node.data = text;
    return text;
  }

  #showList(painter: Painter, node: Text, values: readonly unknown[], depth: number, drawn: boolean): ShownList {
    const list = new ShownList(node);
    list.fill(this.#toList(values), painter, depth + this.#depth, drawn || this.#svg);
    list.placeItems();
    return list;
  }

  #toList(values: readonly unknown[]): readonly unknown[] {
    if (this.#only === undefined) return this.#items.map((item) => (typeof item === "string" ? item : values[item]));
    const value = values[this.#only];
    return Array.isArray(value) ? value : [value];
  }

  /** Gives what is shown, if it is texts alone. */
  #toText({ realm }: Painter, values: readonly unknown[]): string | undefined {
    const only = this.#only === undefined ? undefined : values[this.#only];
    if (typeof only === "string") {
      countText(realm, only.length);
      return judgeText(only);
    }
    const items = this.#items;
    let text = "";
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as Item;
      if (typeof item === "string") {
        text += item;
        continue;
      }
      const value = values[item];
      switch (typeof value) {
        case "string":
          // One by one: two halves of a character that come from two values are none.
          text += judgeText(value);
          break;
        case "number":
          text += String(value);
          break;
        case "object":
          if (value !== null) return undefined;
          break;
        default:
      }
    }
    countText(realm, text.length);
    return text;
  }
}
