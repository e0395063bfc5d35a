import { elements } from "../../../policy/elements.ts";
import { htmlLimits, judgeHtml } from "../../../policy/html.ts";
import { judgeStyleSheet } from "../../../policy/stylesheet.ts";
import { charge, chargeAppend } from "../../../runtime/budget.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { reportAt } from "../../../runtime/report.ts";
import { throwError } from "../../../runtime/throw.ts";
import { expectWritable, isDrawing } from "./attributes.ts";
import { buildElement, buildHtml, buildText } from "./build.ts";
import { ElementState, type ParentState } from "./states.ts";

const mostReports = 10;

/** Refuses to replace what the card's root holds: all of the card would go. */
export function expectEmptiable(realm: Realm, state: ParentState, what: string): void {
  if (state instanceof ElementState) expectWritable(realm, state, what);
  const { page, parent } = state;
  charge(realm, parent.childNodes.length);
  if (state instanceof ElementState && state.isBody && ![...parent.childNodes].every((child) => page.owns(child)))
    throwError(realm, "Error", `\`${what}\` can't replace all that the card rendered: change its state`);
}

/** Makes nodes of markup, judged as the markup of data is. */
export function buildMarkup(realm: Realm, { page, parent }: ParentState, html: string): Node[] {
  // Judging takes time by length: paid before.
  charge(realm, html.length);
  const { localName } = parent as Partial<Element>;
  const { nodes, refused, refers } = judgeHtml(html, realm.policy, localName);
  if (refers) realm.references++;
  for (const reason of refused.slice(0, mostReports)) reportAt(realm, "policy/html", realm.at, { reason });
  return buildHtml(realm, page, nodes, isDrawing(parent));
}

/** `textContent = …`, `innerText = …`: the latter shows lines as lines. */
export function writeText(realm: Realm, state: ParentState, text: string, what: string): void {
  expectEmptiable(realm, state, what);
  if (writeSpecial(realm, state, text)) return;
  const lines = what === "innerText" && text.length <= htmlLimits.length ? text.split(/\r\n|\r|\n/) : [text];
  const nodes = lines.flatMap((line, i): Node[] => [
    ...(i === 0 ? [] : [buildElement(realm, state.page, "br", false)]),
    ...(line === "" ? [] : [buildText(realm, state.page, line)]),
  ]);
  replaceContent(state, nodes, what);
}

/** `innerHTML = …` */
export function writeMarkup(realm: Realm, state: ParentState, html: string, what: string): void {
  expectEmptiable(realm, state, what);
  if (writeSpecial(realm, state, html, () => decode(realm, html))) return;
  replaceContent(state, buildMarkup(realm, state, html), what);
}

/** Reads markup as a draft or an option does: references are characters, and no tag is one. Cards read `&amp;` of data in this way. */
function decode(realm: Realm, html: string): string {
  charge(realm, html.length);
  return judgeHtml(html.replaceAll("<", "&lt;"), realm.policy).nodes.join("");
}

/** Elements whose content is no markup: styles are judged, drafts are text, others hold nothing. */
function writeSpecial(realm: Realm, state: ParentState, text: string, plain = () => text): boolean {
  if (!(state instanceof ElementState)) return false;
  const { element } = state;
  const rule = elements.get(element.localName);
  if (rule?.text === "style") writeStyles(realm, state, text);
  else if (rule?.text === "plain") {
    const shown = plain();
    replaceContent(state, shown === "" ? [] : [buildText(realm, state.page, shown)], "textContent");
  } else return rule?.void === true || rule?.text === "none";
  return true;
}

/** Judges the text of a `<style>` and scopes it to the card's root. What it says is kept as it was written, to be added to. */
export function writeStyles(realm: Realm, state: ElementState, text: string): void {
  const { page, element } = state;
  charge(realm, text.length);
  page.markScope();
  const { css, refused } = judgeStyleSheet(text, realm.styleScope, realm.policy, realm.theme);
  for (const { name, reason } of refused.slice(0, mostReports)) reportAt(realm, "policy/style", realm.at, { name, reason });
  page.styles.set(element, text);
  replaceContent(state, css === "" ? [] : [buildText(realm, page, css)], "style");
}

/**
 * Puts nodes in the place of what is there. A text that the card rendered stays, so that the card's next text shows in it, as it would in
 * React; an element that the card rendered goes, and is changed unseen from then on.
 */
export function replaceContent({ page, parent }: ParentState, nodes: readonly Node[], what: string): void {
  const [only] = nodes;
  const text = nodes.length === 1 && only?.nodeType === 3 ? (only as Text).data : undefined;
  page.act(what, () => {
    const kept = [...parent.childNodes].filter((child) => child.nodeType === 3 && !page.owns(child)) as Text[];
    for (const child of [...parent.childNodes]) if (!kept.includes(child as Text)) child.remove();
    for (const [index, own] of kept.entries()) own.data = index === 0 && text !== undefined ? text : "";
    if (kept.length === 0 || text === undefined) for (const node of nodes) parent.appendChild(node);
  });
}

/** Reads all text in a node. */
export function readText(realm: Realm, { page, node }: { readonly page: ParentState["page"]; readonly node: Node }): string {
  const source = page.styles.get(node);
  if (source !== undefined) return source;
  let text = "";
  const walker = page.hostDocument.createTreeWalker(node, 4);
  for (let at = walker.nextNode(); at !== null; at = walker.nextNode()) {
    if (page.guard.isClosed(at)) continue;
    const part = (at as Text).data;
    chargeAppend(realm, text.length + part.length, part.length);
    text += part;
  }
  return text;
}

/** Reads the text of a node as it is shown, where the page can tell; charged by all text that is there. */
export function readShownText(realm: Realm, state: ElementState): string {
  const all = readText(realm, state);
  charge(realm, 20);
  if (holdsClosed(realm, state)) return all;
  // biome-ignore lint/performance/useDomNodeTextContent: it is what the template asked for.
  const shown: unknown = state.element.innerText;
  return typeof shown === "string" && !state.page.styles.has(state.node) ? shown : all;
}

/** Tells whether something in an element is closed to the template: the page itself would read that, too. */
function holdsClosed(realm: Realm, { page, element }: ElementState): boolean {
  if (!page.guard.isOn) return false;
  const inner = element.getElementsByTagName("*");
  charge(realm, inner.length);
  return [...inner].some((one) => page.guard.isClosed(one));
}
