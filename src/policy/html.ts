import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html as names,
  parseFragment,
  serialize,
  type TreeAdapter,
} from "parse5";
import { blankRel, frameAttributes, judgeAttribute } from "./attributes.ts";
import { dropsContent, type ElementRule, elements, judgeElement } from "./elements.ts";
import type { PolicyEnv } from "./env.ts";
import { judgeValue } from "./judge-value.ts";
import { isReference } from "./references.ts";
import { isRefusal } from "./refusal.ts";
import { judgeStyle } from "./styles.ts";
import { judgeText } from "./text.ts";

/** An element or text that may be written as it is; texts and values are not escaped yet. */
export type HtmlNode = HtmlElement | string;

export interface HtmlElement {
  /** Canonical name. */
  readonly tag: string;
  /** Canonical names, each once; `true` is a bare attribute. What `target` and frames call for is already among them. */
  readonly attributes: ReadonlyArray<readonly [string, string | true]>;
  readonly children: readonly HtmlNode[];
}

export interface JudgedHtml {
  readonly nodes: readonly HtmlNode[];
  /** What was left out, each thing once, in few words. */
  readonly refused: readonly string[];
  /** Whether a drawing in it refers to something in the card. */
  readonly refers: boolean;
}

/** Bounds of one piece of HTML in data. What lies beyond is left out, what stands before it is kept. */
export const htmlLimits = Object.freeze({
  /** UTF-16 units. */
  length: 524_288,
  /** Elements that the parser makes: it repeats unclosed `<b>`, `<font>`, … in every further paragraph. */
  elements: 20_000,
  /** Elements open in one another. */
  depth: 200,
  /** Refusals that are told apart. */
  refusals: 50,
});

/**
 * Elements that a parser ends, or drops, where one stands in another of its group; markup can bring it to nest them, and so does what is
 * left when an element between them gives way to its content (HTML, 13.2.6.4.7).
 */
const alone: ReadonlyMap<string, string> = new Map([
  ...["a", "button", "form", "optgroup", "option"].map((tag): [string, string] => [tag, tag]),
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((tag): [string, string] => [tag, "heading"]),
]);

type Source = DefaultTreeAdapterTypes.ChildNode;
type SourceElement = DefaultTreeAdapterTypes.Element;
type Attributes = Array<readonly [string, string | true]>;

/** A list of nodes under way: where its rebuilt nodes go, and whether only text may. */
interface Frame {
  readonly sources: readonly Source[];
  next: number;
  readonly out: HtmlNode[];
  /** Whether the nodes stand in a drawing: HTML elements would end it when the result is parsed again. */
  readonly svg: boolean;
  readonly textOnly: boolean;
  /** Groups of `alone` that are around the nodes. */
  readonly around: readonly string[];
}

/** Thrown by the tree adapter to stop the parser, with what is left out; never leaves this module. */
class Stop extends Error {}

/**
 * Judges HTML that stands in data (`dangerouslySetInnerHTML`): parses it as HTML does, and builds from it what the same
 * tables allow that the template's own elements are judged by.
 *
 * Comments are dropped, `<style>` too (only the template styles its card); an element outside the allowlist gives way
 * to its content, unless that is code or raw text. Runs nothing, loads nothing, never throws; bounded by `htmlLimits`.
 *
 * @param within Canonical name of the element that will hold the result: `<td>` has no meaning in a `<div>`, and in
 *   `<svg>` the content is SVG.
 */
export function judgeHtml(html: string, env: PolicyEnv, within = "div"): JudgedHtml {
  const refused = new Set<string>();
  const sources = parse(html, within, refused);
  const nodes: HtmlNode[] = [];
  const frames: Frame[] = [
    { sources, next: 0, out: nodes, svg: elements.get(within)?.svg === true, textOnly: false, around: toGroups([], within) },
  ];
  // A stack of our own: what the parser takes in its stride would overflow the engine's.
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const source = frame.sources[frame.next++];
    if (source === undefined) frames.pop();
    else if (isText(source)) addText(frame.out, source.value);
    else if (isElement(source)) {
      const inner = rebuild(source, frame, env, refused);
      if (inner !== undefined) frames.push(inner);
    }
  }
  return { nodes, refused: [...refused], refers: nodes.some(refers) };
}

/** Tells whether something in a judged node refers to something in the card. No deeper than `htmlLimits.depth`. */
function refers(node: HtmlNode): boolean {
  if (typeof node === "string") return false;
  if ((elements.get(node.tag) as ElementRule).svg === true && node.attributes.some(([, value]) => value !== true && isReference(value)))
    return true;
  return node.children.some(refers);
}

/** Writes an element into its frame, and gives the frame for its content, if that is to be read. */
function rebuild(source: SourceElement, frame: Frame, env: PolicyEnv, refused: Set<string>): Frame | undefined {
  const tag = judgeSource(source, frame.svg);
  if (tag === undefined || frame.textOnly || frame.around.includes(alone.get(tag) ?? "")) {
    addRefusal(refused, `\`<${source.tagName.slice(0, 40)}>\``);
    // The content takes the element's place in the list that the element would have stood in.
    return dropsContent(source.tagName) ? undefined : { ...frame, sources: source.childNodes, next: 0 };
  }
  const children: HtmlNode[] = [];
  frame.out.push({ tag, attributes: judgeAttributes(tag, source, env, refused), children });
  const rule = elements.get(tag) as ElementRule;
  if (rule.text === "none") return undefined;
  const svg = source.namespaceURI === names.NS.SVG;
  const around = toGroups(frame.around, tag);
  return { sources: source.childNodes, next: 0, out: children, svg, textOnly: rule.text === "plain", around };
}

function toGroups(around: readonly string[], tag: string): readonly string[] {
  const group = alone.get(tag);
  return group === undefined ? around : [...around, group];
}

function judgeSource(source: SourceElement, insideSvg: boolean): string | undefined {
  if (source.namespaceURI === names.NS.SVG) return judgeElement(source.tagName, true);
  if (source.namespaceURI !== names.NS.HTML || insideSvg) return undefined;
  const tag = judgeElement(source.tagName);
  // `<path>` outside of a drawing is an element unknown to HTML.
  return tag === undefined || tag === "style" || (elements.get(tag) as ElementRule).svg === true ? undefined : tag;
}

function judgeAttributes(tag: string, source: SourceElement, env: PolicyEnv, refused: Set<string>): Attributes {
  const attributes: Attributes = [];
  let opensTab = false;
  for (const { name, prefix, value } of source.attrs) {
    const full = prefix === undefined || prefix === "" ? name : `${prefix}:${name}`;
    const rule = judgeAttribute(tag, full);
    // Only HTML's names are meant here; React's (`classname`) would give the same attribute twice.
    if (rule === undefined || rule.type === "control-value" || rule.name.toLowerCase() !== full.toLowerCase()) {
      addRefusal(refused, `the attribute \`${full.slice(0, 40)}\` of \`<${tag}>\``);
      continue;
    }
    const judged = rule.type === "style" ? judgeStyleText(value, env, refused) : judgeValue(rule, toPropValue(rule.type, value), env);
    if (isRefusal(judged)) addRefusal(refused, `the value of \`${rule.name}\` on \`<${tag}>\`: ${judged.refused}`);
    else if (judged !== null) attributes.push([rule.name, judged]);
    opensTab ||= rule.type === "target" && judged === "_blank";
  }
  if (tag === "iframe") attributes.push(...frameAttributes);
  return opensTab ? [...attributes.filter(([name]) => name !== "rel"), ["rel", blankRel]] : attributes;
}

/** In HTML an empty boolean attribute is true, in React's props an empty string is false. */
function toPropValue(type: string, value: string): string | true {
  return value === "" && (type === "boolean" || type === "overloaded-boolean") ? true : value;
}

function judgeStyleText(value: string, env: PolicyEnv, refused: Set<string>): string | null {
  const style = judgeStyle(value, env);
  for (const { name, reason } of style.refused) addRefusal(refused, `the style \`${name}\`: ${reason}`);
  return style.css === "" ? null : style.css;
}

function addText(out: HtmlNode[], value: string): void {
  const text = judgeText(value);
  const last = out.at(-1);
  // Neighbours become one text, as they do when the result is parsed again.
  if (typeof last === "string") out[out.length - 1] = last + text;
  else out.push(text);
}

function addRefusal(refused: Set<string>, what: string): void {
  if (refused.size < htmlLimits.refusals) refused.add(what);
}

/** How often markup is read once more: each time settles what the last one moved. */
const mostReadings = 3;

/** Parses with bounds. Those of the parser itself would be memory and patience. */
function parse(html: string, within: string, refused: Set<string>, again = mostReadings): readonly Source[] {
  let made = 0;
  let depth = 0;
  let moved = false;
  let root: SourceElement | undefined;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement: (tag, namespace, attributes) => {
      if (++made > htmlLimits.elements) throw new Stop(`what follows after ${htmlLimits.elements} elements`);
      return defaultTreeAdapter.createElement(tag, namespace, attributes);
    },
    onItemPush: (element) => {
      root ??= element;
      if (++depth > htmlLimits.depth) throw new Stop(`what nests deeper than ${htmlLimits.depth} elements`);
    },
    onItemPop: () => {
      depth--;
    },
    // What a table can't hold goes in front of it.
    insertBefore: (parent, node, before) => {
      moved = true;
      defaultTreeAdapter.insertBefore(parent, node, before);
    },
  };
  const rule = elements.get(within);
  const namespace = rule?.svg === true ? names.NS.SVG : names.NS.HTML;
  // Elements of text are no context: in them the parser would read all as text, and the renderer writes no markup there.
  const context = defaultTreeAdapter.createElement(rule === undefined || rule.text !== undefined ? "div" : within, namespace, []);
  if (html.length > htmlLimits.length) addRefusal(refused, `what follows after ${htmlLimits.length} characters`);
  try {
    const fragment = parseFragment(context, html.slice(0, htmlLimits.length), { treeAdapter, scriptingEnabled: false });
    // There it may stand where no parser would put it when it reads what is written: it is read once more, before it is judged.
    return moved && again > 0 ? parse(serialize(fragment), within, refused, again - 1) : fragment.childNodes;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    addRefusal(refused, error.message);
    return root?.childNodes ?? [];
  }
}

function isText(node: Source): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}

function isElement(node: Source): node is SourceElement {
  return "tagName" in node;
}
