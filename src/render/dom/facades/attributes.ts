import { type AttributeRule, blankRel, frameAttributes, judgeAttribute } from "../../../policy/attributes.ts";
import { elements } from "../../../policy/elements.ts";
import { charge, chargeString } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { reportAt } from "../../../runtime/report.ts";
import { throwError } from "../../../runtime/throw.ts";
import { toAttribute } from "../../attributes.ts";
import { namespaceOf } from "../namespaces.ts";
import type { Page } from "../page.ts";
import type { ElementState } from "./states.ts";

/**
 * Tells whether an element is one that the card's own markup could hold. Others come from components of the host: to a script or a frame
 * of theirs nothing is written.
 */
export function isWritable({ element, isBody }: ElementState): boolean {
  if (isBody) return true;
  if (!elements.has(element.localName)) return false;
  return element.localName !== "iframe" || frameAttributes.every(([name, value]) => element.getAttribute(name) === value);
}

/** Refuses to write to what the host's components made. */
export function expectWritable(realm: Realm, state: ElementState, what: string): void {
  if (!isWritable(state)) throwError(realm, "Error", `\`${what}\`: this element is the host's`);
}

/**
 * Writes an attribute by the rules that the card's own markup is judged by. What they refuse is reported and not written; nothing is
 * written to the card's root, which is the host's.
 *
 * @param value Text, or what React takes for a property: `true`, `false`, numbers.
 */
export function writeAttribute(realm: Realm, state: ElementState, name: string, value: unknown): void {
  const { element, page, isBody } = state;
  charge(realm, 4);
  if (isBody || !isWritable(state)) return;
  const tag = element.localName;
  const rule = judgeAttribute(tag, name);
  if (rule === undefined) return reportAt(realm, "jsx/unknown-attribute", realm.at, { name: cut(name), tag });
  if (rule.type === "control-value") return;
  if (typeof value === "string") chargeString(realm, value.length);
  const judged = toAttribute(realm, tag, name, rule, value, realm.at);
  page.act("setAttribute", () => (judged === null ? drop(element, rule) : put(element, rule, judged === true ? "" : judged)));
}

/** `setAttribute`: text, as in HTML, where a boolean attribute is true however it is written. */
export function setAttribute(realm: Realm, state: ElementState, name: string, value: unknown): void {
  const text = toText(realm, value);
  writeAttribute(realm, state, name, judgeAttribute(state.element.localName, name)?.type === "boolean" ? true : text);
}

/** Takes an attribute away, unless the policy put it there. */
export function removeAttribute(realm: Realm, state: ElementState, name: string): void {
  const { element, page, isBody } = state;
  charge(realm, 4);
  const rule = isBody || !isWritable(state) ? undefined : judgeAttribute(element.localName, name);
  if (rule !== undefined) page.act("removeAttribute", () => drop(element, rule));
}

/** Reads an attribute as the template wrote it: without the card's prefix. Those of the root, and ours, are not told. */
export function readAttribute(realm: Realm, { element, page, isBody }: ElementState, name: string): string | null {
  const key = name.toLowerCase();
  if (isBody || key.startsWith("data-kv")) return null;
  const value = element.getAttribute(name);
  if (value === null) return null;
  charge(realm, value.length >>> 6);
  const rule = judgeAttribute(element.localName, key);
  return rule === undefined ? value : withoutPrefix(page, rule, value);
}

/** Takes the card's prefix off names and references. */
export function withoutPrefix(page: Page, { type }: AttributeRule, value: string): string {
  switch (type) {
    case "id":
    case "name":
      return toOwnName(page, value);
    case "id-refs":
      return value
        .split(" ")
        .map((name) => toOwnName(page, name))
        .join(" ");
    case "fragment":
    case "url":
      return value.startsWith("#") ? `#${toOwnName(page, value.slice(1))}` : value;
    default:
      return value;
  }
}

/** Takes the card's prefix off an id or name. */
export function toOwnName(page: Page, name: string): string {
  const prefix = `${page.realm.policy.idPrefix}-`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function put(element: HTMLElement, { name }: AttributeRule, text: string): void {
  if (name === "rel" && opensTab(element)) return;
  putAttribute(element, name, text);
  if (name === "target") element.setAttribute("rel", blankRel);
}

/** Writes an attribute that was judged. */
export function putAttribute(element: HTMLElement, name: string, text: string): void {
  // Through the object model, which no style policy of the page forbids.
  if (name === "style") element.style.cssText = text;
  else if (isDrawing(element)) element.setAttributeNS(namespaceOf(name) ?? null, name, text);
  else element.setAttribute(name, text);
}

function drop(element: HTMLElement, { name }: AttributeRule): void {
  if (name !== "rel" || !opensTab(element)) element.removeAttribute(name);
}

/** Tells whether a link opens a tab: what it then says of itself is the policy's. */
export function opensTab(element: Element): boolean {
  return element.getAttribute("target") === "_blank";
}

/** Tells whether an element belongs to SVG: names keep their case there, and some have a namespace. */
export function isDrawing({ namespaceURI }: Partial<Element>): boolean {
  return namespaceURI === "http://www.w3.org/2000/svg";
}

function cut(name: string): string {
  return name.length > 40 ? `${name.slice(0, 37)}…` : name;
}
