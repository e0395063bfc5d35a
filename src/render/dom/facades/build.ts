import { blankRel, frameAttributes, judgeAttribute } from "../../../policy/attributes.ts";
import { elements, judgeElement } from "../../../policy/elements.ts";
import type { HtmlNode } from "../../../policy/html.ts";
import { judgeText } from "../../../policy/text.ts";
import { charge, chargeString } from "../../../runtime/budget.ts";
import { LimitError } from "../../../runtime/failure.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError } from "../../../runtime/throw.ts";
import { toAttribute } from "../../attributes.ts";
import type { Page } from "../page.ts";
import { isDrawing, opensTab, putAttribute, withoutPrefix } from "./attributes.ts";

const svgNamespace = "http://www.w3.org/2000/svg";
const cost = 20;
const longestName = 40;

/** Makes an element for the template; the policy says which. The refused ones are named in the error. */
export function buildElement(realm: Realm, page: Page, name: string, svg: boolean): HTMLElement {
  charge(realm, cost);
  const tag = judgeElement(name, svg);
  if (tag === undefined)
    return throwError(realm, "Error", `\`<${name.slice(0, longestName)}>\` is not an element that cards may make: ${reason(name)}`);
  const doc = page.hostDocument;
  const element = (svg ? doc.createElementNS(svgNamespace, tag) : doc.createElement(tag)) as HTMLElement;
  // Before it has an address: what is framed runs without the host's origin.
  if (tag === "iframe") for (const [attribute, value] of frameAttributes) element.setAttribute(attribute, value);
  page.own(element);
  return element;
}

function reason(name: string): string {
  const lower = name.toLowerCase();
  if (lower === "script") return "a card runs inside the host's page, and a script would run outside of the card";
  if (lower === "link" || lower === "object" || lower === "embed") return "it would load what the host does not know";
  return "it is not among the elements of the policy";
}

/** Makes a text for the template. */
export function buildText(realm: Realm, page: Page, text: string): Text {
  chargeString(realm, text.length);
  charge(realm, cost);
  const node = page.hostDocument.createTextNode(judgeText(text));
  page.own(node);
  return node;
}

/** Makes the nodes of judged markup. No text ever becomes markup by itself: pages forbid that (Trusted Types). */
export function buildHtml(realm: Realm, page: Page, nodes: readonly HtmlNode[], svg: boolean): Node[] {
  return nodes.map((node) => {
    if (typeof node === "string") return buildText(realm, page, node);
    const inside = svg || node.tag === "svg";
    const element = buildElement(realm, page, node.tag, inside);
    for (const [name, value] of node.attributes) putAttribute(element, name, value === true ? "" : value);
    for (const child of buildHtml(realm, page, node.children, inside)) element.appendChild(child);
    return element;
  });
}

/** Judged again, as if the template had written them: a host's component has ids without the card's prefix, and styles of any kind. */
function copyAttributes(realm: Realm, page: Page, element: HTMLElement, tag: string, copy: HTMLElement): void {
  for (const { name, value } of element.attributes) {
    const rule = judgeAttribute(tag, name);
    if (rule === undefined || rule.type === "control-value") continue;
    chargeString(realm, value.length);
    const given = value === "" && rule.type.endsWith("boolean") ? true : withoutPrefix(page, rule, value);
    const judged = toAttribute(realm, tag, name, rule, given, realm.at);
    if (judged !== null) putAttribute(copy, rule.name, judged === true ? "" : judged);
  }
  if (opensTab(copy)) copy.setAttribute("rel", blankRel);
}

/**
 * Copies a node of the card, as nodes of the template. Only what the policy lists is copied: a host's component may have put other
 * elements and attributes into the card.
 */
export function buildCopy(realm: Realm, page: Page, node: Node, deep: boolean, level = 0): Node | undefined {
  if (level > realm.limits.outputDepth) throw new LimitError("outputDepth", "nodes nest too deep");
  if (node.nodeType === 3) return buildText(realm, page, (node as Text).data);
  if (node.nodeType !== 1) return undefined;
  const element = node as HTMLElement;
  const svg = isDrawing(element);
  // The attributes of the card's root are the host's: its copy has none.
  const isBody = page.toNode(node) === page.toNode(page.root);
  const tag = isBody ? "div" : judgeElement(element.localName, svg);
  if (tag === undefined) return undefined;
  const copy = buildElement(realm, page, tag, svg && !isBody);
  if (!isBody) copyAttributes(realm, page, element, tag, copy);
  const source = page.styles.get(node);
  if (source !== undefined) page.styles.set(copy, source);
  if (deep && elements.get(tag)?.text !== "none") {
    for (const child of element.childNodes) {
      if (page.guard.isClosed(child)) continue;
      const inner = buildCopy(realm, page, child, true, level + 1);
      if (inner !== undefined) copy.appendChild(inner);
    }
  }
  return copy;
}
