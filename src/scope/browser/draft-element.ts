import { elements, judgeElement } from "../../policy/elements.ts";
import { type HtmlNode, judgeHtml } from "../../policy/html.ts";
import { classesOf } from "../../policy/interfaces.ts";
import { charge, chargeAppend, chargeString } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { type Implementation, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError, throwType } from "../../runtime/throw.ts";
import { createFunctions, nothing } from "./facade-functions.ts";

/**
 * An element or text that a template makes where there is no page: what it holds can be written and read in another form. Templates use
 * one to escape a text or to decode one; it is shown nowhere.
 */
class Draft {
  readonly tag: string;
  /** Its content as a reader would see it, and as markup. */
  text = "";
  html = "";
  readonly attributes = new Map<string, string>();

  constructor(tag: string) {
    this.tag = tag;
  }
}

/** Serialises a text as the content of an element (HTML 13.3). */
function toMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("\u00a0", "&nbsp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function print(node: HtmlNode): { readonly text: string; readonly html: string } {
  if (typeof node === "string") return { text: node, html: toMarkup(node) };
  const parts = node.children.map(print);
  const attributes = node.attributes.map(
    ([name, value]) => ` ${name}="${value === true ? "" : value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`,
  );
  const open = `<${node.tag}${attributes.join("")}>`;
  const html = elements.get(node.tag)?.void ? open : `${open}${parts.map((part) => part.html).join("")}</${node.tag}>`;
  return { text: parts.map((part) => part.text).join(""), html };
}

function setText(realm: Realm, draft: Draft, text: string): void {
  chargeString(realm, text.length);
  draft.text = text;
  draft.html = draft.tag === "" ? text : toMarkup(text);
}

function setMarkup(realm: Realm, draft: Draft, html: string): void {
  // Judging takes time by length: paid before.
  charge(realm, html.length);
  // In a text area only references are markup.
  const source = draft.tag === "textarea" ? html.replaceAll("<", "&lt;") : html;
  const parts = judgeHtml(source, realm.policy, draft.tag === "textarea" ? "div" : draft.tag).nodes.map(print);
  draft.text = parts.map((part) => part.text).join("");
  draft.html = parts.map((part) => part.html).join("");
}

function expectDraft(realm: Realm, value: unknown): Draft {
  return value instanceof Opaque && value.state instanceof Draft ? value.state : throwType(realm, "this needs a node that the card made");
}

const append: Implementation = (realm, self, [child]) => {
  const draft = expectDraft(realm, self);
  const added = expectDraft(realm, child);
  const html = added.tag === "" ? toMarkup(added.text) : `<${added.tag}>${added.html}</${added.tag}>`;
  chargeAppend(realm, draft.html.length + html.length, html.length);
  draft.text += added.text;
  draft.html += html;
  return child;
};

const methods = createFunctions({
  addEventListener: nothing,
  appendChild: append,
  getAttribute: (realm, self, [name]) => expectDraft(realm, self).attributes.get(toText(realm, name)) ?? null,
  remove: nothing,
  removeEventListener: nothing,
  setAttribute: (realm, self, [name, value]) => {
    const text = toText(realm, value);
    chargeString(realm, text.length);
    expectDraft(realm, self).attributes.set(toText(realm, name), text);
    return undefined;
  },
});

const draftType: OpaqueType<Draft> = {
  name: "HTMLElement",
  methods,
  read: (_realm, { tag, text, html }, key) => {
    switch (key) {
      case "textContent":
      case "innerText":
      case "nodeValue":
      case "data":
        return text;
      case "innerHTML":
        return tag === "" ? undefined : html;
      case "value":
        return tag === "textarea" ? text : undefined;
      case "tagName":
      case "nodeName":
        return tag === "" ? "#text" : tag.toUpperCase();
      default:
        return undefined;
    }
  },
  write: (realm, draft, key, value) => {
    if (key === "innerHTML") setMarkup(realm, draft, toText(realm, value));
    else if (key === "textContent" || key === "innerText" || key === "nodeValue" || key === "data")
      setText(realm, draft, toText(realm, value));
    else return false;
    return true;
  },
  classes: ({ tag }) => (tag === "" ? ["Text", "Node"] : classesOf(tag)),
};

/** `document.createElement`, without a page. */
export const createDraft: Implementation = (realm, _self, [name]) => {
  const given = toText(realm, name);
  const tag = judgeElement(given);
  if (tag === undefined) return throwError(realm, "Error", `\`<${given.slice(0, 40)}>\` is not an element that cards may make`);
  charge(realm, 8);
  return new Opaque(draftType, new Draft(tag));
};

/** `document.createTextNode`, without a page. */
export const createDraftText: Implementation = (realm, _self, [value]) => {
  const draft = new Draft("");
  setText(realm, draft, toText(realm, value));
  return new Opaque(draftType, draft);
};
