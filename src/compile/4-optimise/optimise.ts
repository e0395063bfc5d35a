import type { AnyNode, FunctionNode } from "../../ir/nodes.ts";
import type { Facts } from "../../ir/program.ts";
import type { Lowered } from "../2-lower/lower.ts";
import type { ComponentSources } from "../component-source.ts";
import { toComponentTemplate } from "../component-template.ts";
import { type Allocation, allocateSlots } from "./allocate.ts";
import { Inliner } from "./inline.ts";

/** The optimised tree with its tables. */
export interface Optimised extends Allocation {
  readonly script: FunctionNode;
  readonly components: Readonly<Record<string, FunctionNode>>;
}

/**
 * Inlines platform components, folds constants, allocates slots. `finish` takes nodes whose children are finished, so that analysis
 * can hand each over as it leaves it; `optimise` does the rest, once the whole tree is there.
 */
export class Optimiser {
  /** Gives the optimised node; the node itself where the tree has to be optimised as a whole. */
  readonly finish: (node: AnyNode) => AnyNode;
  readonly #sources: ComponentSources;
  readonly #inliner: Inliner;
  readonly #early: boolean;

  constructor(lowered: Lowered, sources: ComponentSources) {
    this.#sources = sources;
    this.#inliner = new Inliner(lowered.declarations, lowered.bodies, {
      knows: (name) => sources.get(name) !== undefined,
      propNames: (name) => sources.get(name)?.propNames ?? [],
      template: (name) => {
        const component = sources.get(name);
        if (component?.template === undefined) return undefined;
        return component.remember(toComponentTemplate);
      },
    });
    this.#early = !namesComponent(lowered, sources);
    this.finish = this.#early ? this.#inliner.finish : (node) => node;
  }

  /** `script` is the analysed tree, every node of which went through `finish`. */
  optimise(script: FunctionNode, facts: Facts): Optimised {
    const inliner = this.#inliner;
    let optimised = script;
    if (!this.#early) {
      // A component named as a value (`const Box = wide ? Grid : Segment`) is called at run time. Kept ones are numbered first.
      for (const name of facts.globals) if (this.#sources.get(name) !== undefined) inliner.keep(name, script);
      optimised = inliner.optimise(script) as FunctionNode;
    }
    const components: Record<string, FunctionNode> = Object.create(null) as Record<string, FunctionNode>;
    for (const [name, fn] of inliner.components) components[name] = fn;
    const roots = [optimised, ...inliner.components.values()];
    return { script: optimised, components, ...allocateSlots(roots, inliner.declarations, inliner.bodies) };
  }
}

/** Tells whether a template may name a platform component as a value, or have one of its own by that name. */
function namesComponent({ valueNames, ownNames }: Lowered, sources: ComponentSources): boolean {
  for (const name of valueNames) if (sources.get(name) !== undefined) return true;
  for (const name of ownNames) if (sources.get(name) !== undefined) return true;
  return false;
}
