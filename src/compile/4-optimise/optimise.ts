import type { FunctionNode } from "../../ir/nodes.ts";
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

/** Inlines platform components, folds constants, allocates slots. */
export function optimiseTemplate(lowered: Lowered, facts: Facts, sources: ComponentSources): Optimised {
  const inliner = new Inliner(lowered.declarations, lowered.bodies, {
    knows: (name) => sources.get(name) !== undefined,
    propNames: (name) => sources.get(name)?.propNames ?? [],
    template: (name) => {
      const component = sources.get(name);
      if (component?.template === undefined) return undefined;
      return component.remember(toComponentTemplate);
    },
  });
  // A component named as a value (`const Box = wide ? Grid : Segment`) is called at run time.
  for (const name of facts.globals) if (sources.get(name) !== undefined) inliner.keep(name, lowered.script);
  const script = inliner.optimise(lowered.script) as FunctionNode;
  const components: Record<string, FunctionNode> = Object.create(null) as Record<string, FunctionNode>;
  for (const [name, fn] of inliner.components) components[name] = fn;
  return { script, components, ...allocateSlots([script, ...inliner.components.values()], inliner.declarations, inliner.bodies) };
}
