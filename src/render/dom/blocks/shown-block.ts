import { charge } from "../../../runtime/budget.ts";
import { LimitError } from "../../../runtime/failure.ts";
import { countNodes, countText } from "../../output-limits.ts";
import type { Block, Hole } from "./block.ts";
import type { Painter } from "./painter.ts";
import type { Shown } from "./shown.ts";

/** A copy of a block in the page, with what it was filled with. */
export class ShownBlock implements Shown {
  readonly block: Block;
  /** It stands in a drawing. */
  readonly drawn: boolean;
  readonly #nodes: readonly Node[];
  /** What each hole holds. */
  readonly #held: unknown[] = [];
  #values: readonly unknown[];

  constructor(block: Block, values: readonly unknown[], painter: Painter, depth: number, drawn: boolean) {
    pay(block, painter);
    this.block = block;
    this.drawn = drawn;
    this.#values = values;
    const nodes = block.copy(painter.document, drawn);
    this.#nodes = nodes;
    const { holes } = block;
    for (let i = 0; i < holes.length; i++) {
      const hole = holes[i] as Hole;
      this.#held.push(hole.show(painter, nodes[hole.node] as never, values, depth, drawn));
    }
  }

  get first(): Node {
    return this.#nodes[0] as Node;
  }

  get last(): Node {
    return this.#nodes[0] as Node;
  }

  /** Fills it with other values: what is the same as before is left alone. */
  update(values: readonly unknown[], painter: Painter, depth: number): void {
    pay(this.block, painter);
    const { holes } = this.block;
    const held = this.#held;
    for (let i = 0; i < holes.length; i++) {
      const hole = holes[i] as Hole;
      held[i] = hole.update(painter, this.#nodes[hole.node] as never, values, this.#values, held[i] as never, depth, this.drawn);
    }
    this.#values = values;
  }

  place(parent: Node, before: Node | null): void {
    parent.insertBefore(this.first, before);
  }

  remove(): void {
    (this.first as Element).remove();
  }
}

/** Counts what a block shows, whether it is new or not: limits bound what a card holds. */
function pay({ nodes, written, cost, attributes }: Block, { realm }: Painter): void {
  charge(realm, cost);
  countNodes(realm, nodes);
  countText(realm, written);
  if (attributes > realm.limits.attributes)
    throw new LimitError("attributes", `an element has more than ${realm.limits.attributes} attributes`);
}
