import type { Frame } from "../../../engine/frame.ts";
import type { Run } from "../../../engine/linker.ts";
import type { Realm } from "../../../runtime/realm.ts";
import type { AttributeHole } from "./attribute-hole.ts";
import { buildPiece, findSteps, type Piece, type Region, type Step } from "./piece.ts";
import type { RegionHole } from "./region-hole.ts";

export type Hole = AttributeHole | RegionHole;

/** What a block is made of: one element with all that is known of it, and what is not. */
export interface BlockParts {
  readonly root: Piece;
  /** What is evaluated, in order: values of holes, and others that only may fail. */
  readonly runs: readonly Run[];
  /** Where values are shown, in document order. */
  readonly holes: readonly Hole[];
  /** Elements in it. */
  readonly nodes: number;
  /** Units of text in it. */
  readonly written: number;
  /** Units of fuel to show it, beside what its children take. */
  readonly cost: number;
  /** The most attributes of an element in it. */
  readonly attributes: number;
}

/** A compiled element: nodes to clone, and the way to each place that is filled in. Made once, when a program is linked. */
export class Block {
  readonly holes: readonly Hole[];
  readonly nodes: number;
  readonly written: number;
  readonly cost: number;
  readonly attributes: number;
  readonly #runs: readonly Run[];
  readonly #root: Piece;
  readonly #steps: readonly Step[];
  readonly #models: readonly WeakMap<Document, Element>[] = [new WeakMap(), new WeakMap()];

  constructor({ root, runs, holes, nodes, written, cost, attributes }: BlockParts) {
    this.#root = root;
    this.#runs = runs;
    this.holes = holes;
    this.nodes = nodes;
    this.written = written;
    this.cost = cost;
    this.attributes = attributes;
    const wanted = toWanted(root, new Set(holes.map(({ place }) => place)));
    this.#steps = findSteps(root, (child) => wanted.has(child));
    for (const hole of holes) hole.node = hole.place.node as number;
  }

  /** Evaluates what is not known of it, in order. */
  values(frame: Frame, realm: Realm): unknown[] {
    const runs = this.#runs;
    const values: unknown[] = [];
    for (let i = 0; i < runs.length; i++) values.push((runs[i] as Run)(frame, realm));
    return values;
  }

  /**
   * Makes a copy of its nodes for a page; gives those that something is to be done with, the root first.
   *
   * @param drawn It stands in a drawing.
   */
  copy(document: Document, drawn: boolean): Node[] {
    const models = this.#models[drawn ? 1 : 0] as WeakMap<Document, Element>;
    let model = models.get(document);
    if (model === undefined) {
      // In the page's own document, where copies take half the time: what an element would load is judged at the render, and so never here.
      model = buildPiece(this.#root, document, drawn);
      models.set(document, model);
    }
    const steps = this.#steps;
    const nodes: Node[] = [model.cloneNode(true)];
    for (let i = 0; i < steps.length; i++) {
      const { from, way, hops } = steps[i] as Step;
      let node = nodes[from] as Node;
      if (way === "last") node = node.lastChild as Node;
      else if (way === "first") node = node.firstChild as Node;
      for (let hop = 0; hop < hops; hop++) node = node.nextSibling as Node;
      nodes.push(node);
    }
    return nodes;
  }
}

/** The places of holes, and the elements around them. */
function toWanted(root: Piece, places: ReadonlySet<Piece | Region>): ReadonlySet<Piece | Region> {
  const wanted = new Set(places);
  const visit = (piece: Piece): boolean => {
    for (const child of piece.children) if (typeof child !== "string" && "tag" in child && visit(child)) wanted.add(piece);
    if (piece.children.some((child) => typeof child !== "string" && wanted.has(child))) wanted.add(piece);
    return wanted.has(piece);
  };
  visit(root);
  return wanted;
}
