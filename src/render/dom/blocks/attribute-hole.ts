import { type AttributeRule, blankRel } from "../../../policy/attributes.ts";
import { findUrlUse } from "../../../policy/judge-value.ts";
import { judgeText } from "../../../policy/text.ts";
import { judgeUrl, type UrlUse } from "../../../policy/urls.ts";
import { chargeJudging, toAttribute } from "../../attributes.ts";
import { countText } from "../../output-limits.ts";
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
  readonly #tag: string;
  readonly #prop: string;
  readonly #rule: AttributeRule;
  readonly #at: number;
  readonly #isText: boolean;
  readonly #use: UrlUse | undefined;

  /**
   * @param value Index of its value.
   * @param prop Name as the template wrote it.
   * @param at Offset in the source.
   */
  constructor(place: Piece, value: number, prop: string, rule: AttributeRule, at: number) {
    this.place = place;
    this.#value = value;
    this.#tag = place.tag;
    this.#prop = prop;
    this.#rule = rule;
    this.#at = at;
    this.#isText = rule.type === "text" || rule.type === "class" || rule.type === "data";
    this.#use = findUrlUse(rule);
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
    if (typeof value === "string") {
      if (this.#isText) return judgeText(value);
      // Most addresses are what they seem: judged without the detour over `judgeValue`, by the same judge.
      if (value.length > 256) chargeJudging(realm, value);
      const url = this.#use === undefined || value === "" ? undefined : judgeUrl(value, this.#use, realm.policy);
      if (url !== undefined) return url;
    }
    const judged = toAttribute(realm, this.#tag, this.#prop, this.#rule, value, this.#at);
    return judged === true ? "" : judged;
  }
}
