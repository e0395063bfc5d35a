import { namespaceOf } from "../namespaces.ts";

const svgNamespace = "http://www.w3.org/2000/svg";

/** An element of a block as it is cloned. Where a hole is among its children, a text stands that is empty yet. */
export interface Piece {
  readonly tag: string;
  /** It belongs to a drawing, wherever the block stands. */
  readonly svg: boolean;
  readonly attributes: (readonly [name: string, value: string])[];
  readonly children: (Piece | Region | string)[];
  /** The node of the block that it is, where something is to be done with it. */
  node?: number;
}

/** Where children of an element are known only at the render: an empty text in front of which, or in which, they are shown. */
export interface Region {
  node: number;
}

/** How a node of a block is reached from one that was reached before it. */
export interface Step {
  readonly from: number;
  /** It is among the children of that node, counted from the first, or the last of them; else one of the siblings after it. */
  readonly way: "first" | "last" | "next";
  /** Siblings to go on. */
  readonly hops: number;
}

/**
 * Makes the nodes of a piece. By the page's own methods: no text is parsed.
 *
 * @param drawn The block stands in a drawing.
 */
export function buildPiece({ tag, svg, attributes, children }: Piece, document: Document, drawn: boolean): Element {
  const element = svg || drawn ? document.createElementNS(svgNamespace, tag) : document.createElement(tag);
  for (const [name, value] of attributes) writeAttribute(element, name, value);
  for (const child of children) {
    if (typeof child === "string") element.appendChild(document.createTextNode(child));
    else element.appendChild("tag" in child ? buildPiece(child, document, drawn) : document.createTextNode(""));
  }
  return element;
}

/** Writes an attribute as judged. Styles go through the object model, which no style policy of the page forbids. */
export function writeAttribute(element: Element, name: string, value: string): void {
  if (name === "style") (element as HTMLElement).style.cssText = value;
  else if (element.namespaceURI === svgNamespace && namespaceOf(name) !== undefined)
    element.setAttributeNS(namespaceOf(name) as string, name, value);
  else element.setAttribute(name, value);
}

/**
 * Numbers the nodes of a block that something is to be done with, the root first, and gives the way to each: found once, and gone in every
 * copy.
 */
export function findSteps(root: Piece, isWanted: (child: Piece | Region) => boolean): readonly Step[] {
  const steps: Step[] = [];
  root.node = 0;
  const visit = (piece: Piece): void => {
    let from = piece.node as number;
    let inside = true;
    let at = 0;
    piece.children.forEach((child, index) => {
      if (typeof child === "string" || !isWanted(child)) return;
      const isLast = inside && index === piece.children.length - 1;
      steps.push({ from, way: isLast ? "last" : inside ? "first" : "next", hops: isLast ? 0 : index - at });
      child.node = steps.length;
      from = steps.length;
      inside = false;
      at = index;
      if ("tag" in child) visit(child);
    });
  };
  visit(root);
  return steps;
}
