import type { Program } from "./program.ts";
import type { NativeForms } from "./template.ts";

/** Where components are looked up; what `createRegistry` gives is one. */
export interface NativeSource {
  get?(name: string): (Partial<NativeForms> & { readonly template?: string | undefined }) | undefined;
  /** Icons by name, where the card's data name some; those of `kview/icons`. */
  readonly icons?: ReadonlyMap<string, string>;
}

/** The host's own components among those that a program names: those without a template in the language. */
export function toNatives({ facts }: Program, source: NativeSource | undefined): ReadonlyMap<string, NativeForms> {
  const natives = new Map<string, NativeForms>();
  for (const name of [...facts.components, ...facts.globals]) {
    const component = source?.get?.(name);
    if (component === undefined || component.template !== undefined) continue;
    natives.set(name, { html: component.html, dom: component.dom, propNames: component.propNames });
  }
  return natives;
}
