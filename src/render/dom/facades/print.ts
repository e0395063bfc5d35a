import { judgeAttribute } from "../../../policy/attributes.ts";
import { elements } from "../../../policy/elements.ts";
import { charge, chargeAppend } from "../../../runtime/budget.ts";
import { escapeText } from "../../../runtime/escape.ts";
import { LimitError } from "../../../runtime/failure.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { isDrawing, withoutPrefix } from "./attributes.ts";
import type { ParentState } from "./states.ts";

/** Prints what is in a node as HTML: charged as it grows, without the card's prefix and without what is ours. */
export function printContent(realm: Realm, { page, parent }: ParentState): string {
  return new Printer(realm, page).content(parent, "", 0);
}

/** As `printContent`, the element itself too. */
export function printElement(realm: Realm, { page, parent }: ParentState): string {
  return new Printer(realm, page).element(parent as Element, "", 0);
}

class Printer {
  readonly #realm: Realm;
  readonly #page: ParentState["page"];

  constructor(realm: Realm, page: ParentState["page"]) {
    this.#realm = realm;
    this.#page = page;
  }

  content(parent: Node, text: string, level: number): string {
    if (level > this.#realm.limits.outputDepth) throw new LimitError("outputDepth", "nodes nest too deep");
    const source = this.#page.styles.get(parent);
    if (source !== undefined) return this.#append(text, source);
    let html = text;
    for (const child of parent.childNodes) {
      charge(this.#realm, 1);
      if (this.#page.guard.isClosed(child)) continue;
      if (child.nodeType === 1) html = this.element(child as Element, html, level);
      else if (child.nodeType === 3) {
        const { data } = child as Text;
        html = this.#append(html, isRaw(parent) ? data : escapeContent(data));
      }
    }
    return html;
  }

  element(element: Element, text: string, level: number): string {
    const tag = element.localName;
    let html = this.#append(text, `<${tag}`);
    for (const { name, value } of element.attributes) {
      if (name.startsWith("data-kv")) continue;
      const rule = judgeAttribute(tag, name);
      if (rule === undefined && tag !== "iframe") continue;
      const own = rule === undefined ? value : withoutPrefix(this.#page, rule, value);
      html = this.#append(html, ` ${name}="${escapeText(own)}"`);
    }
    html = this.#append(html, ">");
    if (elements.get(tag)?.void === true) return html;
    return this.#append(this.content(element, html, level + 1), `</${tag}>`);
  }

  #append(text: string, part: string): string {
    chargeAppend(this.#realm, text.length + part.length, part.length);
    return text + part;
  }
}

function isRaw(node: Node): boolean {
  return node.nodeName === "STYLE" && !isDrawing(node as Element);
}

/** As pages print text: quotes stand as they are. */
function escapeContent(text: string): string {
  return escapeText(text).replaceAll("&quot;", '"');
}
