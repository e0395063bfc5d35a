import type { Program } from "./nodes.ts";

/**
 * A compiled KView. Apart from what renderers remember on it, it is its `program`: plain JSON that can be stored and
 * loaded again (`loadTemplate`).
 */
export class Template {
  readonly program: Program;
  readonly #linked = new Map<object, unknown>();

  constructor(program: Program) {
    this.program = program;
  }

  /** Links the program for a target at first use and remembers the result as long as the template lives. */
  linked<Linked>(link: (program: Program) => Linked): Linked {
    let linked = this.#linked.get(link) as Linked | undefined;
    if (linked === undefined) {
      linked = link(this.program);
      this.#linked.set(link, linked);
    }
    return linked;
  }
}
