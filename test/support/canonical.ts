import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

export type Tree = DefaultTreeAdapterMap["childNode"];
export type TreeElement = DefaultTreeAdapterMap["element"];
type ParentTree = DefaultTreeAdapterMap["parentNode"];

/** Parses HTML as a browser does that puts it into a `<template>`: the one context in which every element is allowed. */
export function parseTree(html: string): readonly Tree[] {
  return parseFragment(html).childNodes;
}

export function isTreeElement(node: Tree): node is TreeElement {
  return "tagName" in node;
}

/** Children, or the content of a `<template>`. */
export function childrenOf(node: TreeElement): readonly Tree[] {
  return node.tagName === "template" && "content" in node ? (node.content as ParentTree).childNodes : node.childNodes;
}

export function attributeOf(node: TreeElement, name: string): string | undefined {
  return node.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Walks every element of a tree, contents of `<template>` included. */
export function* elementsOf(nodes: readonly Tree[]): Generator<TreeElement> {
  for (const node of nodes) {
    if (!isTreeElement(node)) continue;
    yield node;
    yield* elementsOf(childrenOf(node));
  }
}

/** The text that a reader of the page sees, contents of `<style>` included. */
export function textOf(nodes: readonly Tree[]): string {
  return nodes
    .map((node) => (isTreeElement(node) ? textOf(childrenOf(node)) : node.nodeName === "#text" && "value" in node ? node.value : ""))
    .join("");
}

/**
 * Prints HTML so that two spellings of one tree are one text: a line per element, attribute and text; attributes sorted,
 * style declarations one by one, adjacent text merged. Comments are left out: targets may mark places with them.
 *
 * @param style Respells the text of a style attribute, where the other side went through an object model.
 */
export function toCanonical(html: string, style: (text: string) => string = (text) => text): string {
  const lines: string[] = [];
  printNodes(parseTree(html), "", lines, style);
  return lines.join("\n");
}

function printNodes(nodes: readonly Tree[], indent: string, lines: string[], style: (text: string) => string): void {
  let text = "";
  const flush = () => {
    if (text !== "") lines.push(indent + JSON.stringify(text));
    text = "";
  };
  for (const node of nodes) {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    if (!isTreeElement(node)) continue;
    flush();
    lines.push(`${indent}<${node.tagName}${node.namespaceURI.endsWith("/svg") ? " (svg)" : ""}>`);
    lines.push(...printAttributes(node, style).map((line) => `${indent}  @${line}`));
    printNodes(childrenOf(node), `${indent}  `, lines, style);
  }
  flush();
}

function printAttributes(node: TreeElement, style: (text: string) => string): readonly string[] {
  const lines: string[] = [];
  for (const { name, prefix, value } of node.attrs) {
    // Which option is chosen is printed as a browser would choose it, below.
    if (name === "selected" && node.tagName === "option") continue;
    if (name !== "style") lines.push(`${prefix ? `${prefix}:` : ""}${name}=${JSON.stringify(value)}`);
    else {
      const declarations = toDeclarations(style(value));
      // An empty style attribute and none are the same to a reader of the page.
      if (declarations.length > 0) lines.push(`style=${declarations.join("; ")}`);
    }
  }
  if (node.tagName === "select") lines.push(`chosen=${chosenIn(node).join()}`);
  return lines.sort();
}

/** Which options a browser shows as chosen: those marked (the last one, unless several may be), else the first. */
function chosenIn(select: TreeElement): readonly number[] {
  const options = [...elementsOf(select.childNodes)].filter((node) => node.tagName === "option");
  const marked = options.flatMap((option, index) => (attributeOf(option, "selected") === undefined ? [] : [index]));
  if (attributeOf(select, "multiple") !== undefined) return marked;
  if (marked.length > 0) return marked.slice(-1);
  const first = options.findIndex((option) => attributeOf(option, "disabled") === undefined);
  return first < 0 ? [] : [first];
}

/** Splits a style text into declarations, without the blanks and units that writers choose freely. */
export function toDeclarations(style: string): readonly string[] {
  return style
    .split(/;(?=(?:[^"']|"[^"]*"|'[^']*')*$)/)
    .map((declaration) => {
      const name = declaration.slice(0, declaration.indexOf(":")).trim();
      const value = declaration.slice(declaration.indexOf(":") + 1).trim();
      return `${name}:${value
        .replace(/\s+/g, " ")
        .replace(/\s*([,()/])\s*/g, "$1")
        .replace(/(^|[\s,(])0px/g, "$10")
        .replace(/(^|[\s,(])0\./g, "$1.")}`;
    })
    .filter((declaration) => declaration !== ":");
}
