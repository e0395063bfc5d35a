import { type Linked, linkProgram } from "../engine/link.ts";
import type { MarkupLinker } from "../engine/linker.ts";
import type { Template } from "../ir/template.ts";
import { PlatformComponent } from "../runtime/platform-component.ts";

/** The platform components that a program can call at run time, as values; their code is set once the program is linked. */
function toPlatformComponents({ program, natives }: Template): Map<string, PlatformComponent> {
  const components = new Map<string, PlatformComponent>();
  for (const name of Object.keys(program.components)) components.set(name, new PlatformComponent(name, undefined));
  for (const [name, forms] of natives) components.set(name, new PlatformComponent(name, forms));
  return components;
}

/** Links a template for a target, its platform components included. */
export function linkTemplate(template: Template, markup: MarkupLinker): Linked {
  const components = toPlatformComponents(template);
  const linked = linkProgram(template.program, markup, components);
  for (const [name, code] of linked.components) {
    const component = components.get(name);
    if (component !== undefined) component.code = code;
  }
  return linked;
}
