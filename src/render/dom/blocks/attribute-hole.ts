import { type AttributeRule, blankRel } from "../../../policy/attributes.ts";
import { judgeText } from "../../../policy/text.ts";
import { countText } from "../../output-limits.ts";
import { isTextRule, linkAttributeJudge } from "../../write-attribute.ts";
import type { Painter } from "./painter.ts";
import { type Piece, writeAttribute } from "./piece.ts";

/** What an attribute holds where its value was reported: it is judged, and reported, at every render. */
class Told {
  readonly text: string | null;
  constructor(text: string | null) {
    this.text = text;
  }
}

/** What an attribute holds: the judged text, `null` for none. */
type Held = string | null | Told;

/** An attribute of a block that is judged at the render. */
export class AttributeHole {
  readonly place: Piece;
  /** The node that it is on. */
  node = 0;
  readonly #value: number;
  readonly #rule: AttributeRule;
  readonly #isText: boolean;
  readonly #toText: ReturnType<typeof linkAttributeJudge>;

  /**
   * @param value Index of its value.
   * @param prop Name as the template wrote it.
   * @param at Offset in the source.
   */
  constructor(place: Piece, value: number, prop: string, rule: AttributeRule, at: number) {
    this.place = place;
    this.#value = value;
    this.#rule = rule;
    this.#isText = isTextRule(rule);
    this.#toText = linkAttributeJudge(place.tag, prop, rule, at);
  }

  show(painter: Painter, node: Node, values: readonly unknown[]): Held {
    return this.#write(painter, node as Element, values[this.#value], null);
  }

  update(painter: Painter, node: Node, values: readonly unknown[], before: readonly unknown[], held: Held): Held {
    const value = values[this.#value];
    if (value !== before[this.#value] || typeof value === "object" || held instanceof Told)
      return this.#write(painter, node as Element, value, held instanceof Told ? held.text : held);
    if (held !== null) countText(painter.realm, this.#rule.name.length + held.length);
    return held;
  }

  #write(painter: Painter, element: Element, value: unknown, before: string | null): Held {
    const told = painter.findings;
    const text = this.#judge(painter, value);
    const { name, type } = this.#rule;
    if (text !== null) countText(painter.realm, name.length + text.length);
    if (text !== before) {
      this.#set(element, name, text);
      if (type === "target") this.#set(element, "rel", text === null ? null : blankRel);
    }
    return painter.findings === told ? text : new Told(text);
  }

  #set(element: Element, name: string, text: string | null): void {
    if (text === null) element.removeAttribute(name);
    else writeAttribute(element, name, text);
  }

  #judge({ realm }: Painter, value: unknown): string | null {
    if (this.#isText && typeof value === "string") return judgeText(value);
    const judged = this.#toText(realm, value);
    return judged === true ? "" : judged;
  }
}
