import { Fragment, type VNode } from "preact";
import type { DomChild } from "./vnode.ts";

/** How the page differs from what a card shows: a path of tags, and the difference in words. */
export interface Mismatch {
  readonly path: string;
  readonly difference: string;
}

/** Texts that stand beside one another in the tree and are one text in the page, with their lengths. */
interface Split {
  readonly node: Text;
  readonly lengths: readonly number[];
}

type Item = VNode | readonly string[];

/**
 * Compares what a card shows with nodes of the page, which a server may have written. Gives the first difference; else cuts texts of
 * the page where the tree has several, so that each finds its own. Nothing is changed where something differs.
 */
export function compareTree(child: DomChild, element: Element): Mismatch | undefined {
  const splits: Split[] = [];
  const found = compareChildren([child], trimmed(element.childNodes), "", splits);
  if (found !== undefined) return found;
  for (const { node, lengths } of splits) {
    let rest = node;
    for (const length of lengths.slice(0, -1)) rest = rest.splitText(length);
  }
  return undefined;
}

/** A page may have blanks around the place for a card. */
function trimmed(nodes: NodeListOf<ChildNode>): readonly ChildNode[] {
  const list = [...nodes];
  const isBlank = (node: ChildNode | undefined) => node?.nodeType === 3 && node.nodeValue?.trim() === "";
  if (isBlank(list[0])) list.shift();
  if (isBlank(list.at(-1))) list.pop();
  return list;
}

function compareChildren(children: readonly unknown[], nodes: readonly ChildNode[], path: string, splits: Split[]): Mismatch | undefined {
  const items = toItems(children);
  // What a component of the host shows is its own affair.
  if (items === undefined) return undefined;
  for (let i = 0; i < Math.max(items.length, nodes.length); i++) {
    const item = items[i];
    const node = nodes[i];
    if (item === undefined) return { path, difference: `the page has ${describe(node)}, the card nothing` };
    const found = isTexts(item) ? compareTexts(item, node, path, splits) : compareElement(item, node, path, splits);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Elements and runs of texts, in order; `undefined` where a component of the host is among them. */
function toItems(children: readonly unknown[]): readonly Item[] | undefined {
  const items: (VNode | string[])[] = [];
  const add = (child: unknown): boolean => {
    if (child === null || child === undefined) return true;
    if (Array.isArray(child)) return child.every(add);
    if (typeof child === "string") {
      const last = items.at(-1);
      if (Array.isArray(last)) last.push(child);
      else items.push([child]);
      return true;
    }
    const vnode = child as VNode<{ children?: unknown }>;
    if (vnode.type === Fragment) return add(vnode.props.children);
    if (typeof vnode.type === "function") return false;
    items.push(vnode);
    return true;
  };
  return add(children) ? items : undefined;
}

function isTexts(item: Item): item is readonly string[] {
  return Array.isArray(item);
}

function compareTexts(texts: readonly string[], node: ChildNode | undefined, path: string, splits: Split[]): Mismatch | undefined {
  const text = texts.join("");
  if (node?.nodeType !== 3 || node.nodeValue !== text)
    return { path, difference: `the page has ${describe(node)}, the card ${quote(text)}` };
  if (texts.length > 1) splits.push({ node: node as Text, lengths: texts.map(({ length }) => length) });
  return undefined;
}

function compareElement(vnode: VNode, node: ChildNode | undefined, path: string, splits: Split[]): Mismatch | undefined {
  const tag = vnode.type as string;
  if (node?.nodeType !== 1 || (node as Element).localName.toLowerCase() !== tag.toLowerCase())
    return { path, difference: `the page has ${describe(node)}, the card \`<${tag}>\`` };
  const element = node as Element;
  const inside = path === "" ? tag : `${path} > ${tag}`;
  const { children } = vnode.props as { children?: unknown };
  const difference = compareAttributes(vnode.props as Readonly<Record<string, unknown>>, element);
  if (difference !== undefined) return { path: inside, difference };
  const list = Array.isArray(children) ? children : [children];
  return compareChildren(list, [...element.childNodes], inside, splits);
}

function compareAttributes(props: Readonly<Record<string, unknown>>, element: Element): string | undefined {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(props)) if (typeof value === "string") given.set(name.toLowerCase(), value);
  for (const { name, namespaceURI, value } of element.attributes) {
    const expected = given.get(name.toLowerCase());
    given.delete(name.toLowerCase());
    if (
      expected === value ||
      namespaceURI !== null ||
      (name === "style" && expected !== undefined && isSameStyle(expected, value, element))
    )
      continue;
    return `\`${name}\` is ${quote(value)} in the page, ${expected === undefined ? "absent" : quote(expected)} in the card`;
  }
  const [missing] = given;
  return missing === undefined ? undefined : `\`${missing[0]}\` is absent in the page, ${quote(missing[1])} in the card`;
}

/** Pages spell styles their own way. */
function isSameStyle(first: string, second: string, element: Element): boolean {
  const [a, b] = [first, second].map((text) => {
    const probe = element.ownerDocument.createElement("p");
    probe.style.cssText = text;
    return probe.getAttribute("style");
  });
  return a === b;
}

function describe(node: ChildNode | undefined): string {
  if (node === undefined) return "nothing";
  if (node.nodeType === 1) return `\`<${(node as Element).localName}>\``;
  return node.nodeType === 3 ? quote(node.nodeValue ?? "") : "a comment";
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 37)}…` : text);
}
