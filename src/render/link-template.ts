import { type Linked, linkProgram } from "../engine/link.ts";
import type { MarkupLinker } from "../engine/linker.ts";
import type { Template } from "../ir/template.ts";
import { Leaf, PlatformComponent } from "../runtime/platform-component.ts";

/** The platform components that a program can call at run time, as values; their code is set once the program is linked. */
function toPlatformComponents({ program, natives }: Template, leaves: ReadonlyMap<string, unknown>): Map<string, PlatformComponent> {
  const components = new Map<string, PlatformComponent>();
  for (const name of Object.keys(program.components)) components.set(name, new PlatformComponent(name, undefined));
  for (const [name, forms] of natives) components.set(name, new PlatformComponent(name, forms));
  // Last: a program from outside can't put anything in the place of a leaf.
  for (const [name, dom] of leaves) components.set(name, new Leaf(name, dom));
  return components;
}

type Bodies = Parameters<typeof linkProgram>[3];

const noLeaves: ReadonlyMap<string, unknown> = new Map();

/**
 * Links a template for a target, its platform components included.
 *
 * @param toBodies Bodies of functions that a module brings.
 * @param leaves What native leaves are in this target, by name; of all others their children are shown.
 */
export function linkTemplate(template: Template, markup: MarkupLinker, leaves = noLeaves, toBodies?: Bodies): Linked {
  const components = toPlatformComponents(template, leaves);
  const linked = linkProgram(template.program, markup, components, toBodies);
  for (const [name, code] of linked.components) {
    const component = components.get(name);
    if (component !== undefined) component.code = code;
  }
  return linked;
}
