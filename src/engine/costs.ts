import type { AnyNode } from "../ir/nodes.ts";
import type { Program } from "../ir/program.ts";
import { forEachChild } from "../ir/walk.ts";

/** Nodes, or slots of frames, that one unit of fuel pays for. */
const nodesOfUnit = 16;

/** What is made at one node, and takes as long as many: a function, a class and each of its members. */
const weights: Readonly<Partial<Record<AnyNode["kind"], number>>> = { function: 3, class: 24, "member-definition": 16, regexp: 3 };

/**
 * Knows what one run of a function or one turn of a loop costs beyond its own unit. Each part runs at most once in it, so its size
 * is the bound; parts that run more often are loops and functions themselves, and pay by their own. Found once, when the
 * program is linked: small ones, which are most, pay nothing more.
 */
export class Costs {
  readonly #frames: readonly number[];
  readonly #sizes = new Map<AnyNode, number>();

  constructor(program: Program) {
    this.#frames = program.frames;
  }

  /** Units that the parts of a node cost together. */
  of(node: AnyNode): number {
    return Math.floor(this.#parts(node) / nodesOfUnit);
  }

  #parts(node: AnyNode): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    let size = weights[node.kind] ?? 1;
    if (node.kind === "body") size += this.#frames[node.id] ?? 0;
    forEachChild(node, (child) => {
      // Making a function is this part's affair, running it is its own.
      size += child.kind === "function" ? (weights.function ?? 1) : this.#parts(child);
    });
    // Loops are asked again, each within all around it.
    if (node.kind === "for" || node.kind === "for-each" || node.kind === "while" || node.kind === "body") this.#sizes.set(node, size);
    return size;
  }
}
