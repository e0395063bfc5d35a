import type { NativeForms } from "../ir/template.ts";

/**
 * What the compiler sees of a component: data. `template` is absent for native components, which are called at run time.
 */
export interface ComponentSource {
  readonly name: string;
  readonly propNames: readonly string[];
  readonly contexts?: readonly string[] | undefined;
  readonly template?: string | undefined;
  readonly html?: NativeForms["html"];
  readonly dom?: unknown;
  /** Remembers what `make` gives for this component, so that its template is parsed once. */
  remember<T>(make: (component: ComponentSource) => T): T;
}

export interface ComponentSources {
  get(name: string): ComponentSource | undefined;
  names(): readonly string[];
}
