import type { NativeForms } from "../ir/template.ts";

/** What a value is, as far as a prop's schema tells them apart. */
export type PropKind = "text" | "number" | "boolean" | "list" | "record";

/** What a component says of one prop: data, derived from its schema when it is defined. */
export interface PropRule {
  /** The component makes no sense without it. */
  readonly required: boolean;
  /** What the value may be, besides nothing, a masked value and those of `values`; absent: anything. */
  readonly kinds?: readonly PropKind[];
  /** Single values that it may have. */
  readonly values?: readonly (string | number | boolean)[];
  /** It names an icon. */
  readonly icon?: boolean;
}

/**
 * What the compiler sees of a component: data. `template` is absent for native components, which are called at run time.
 */
export interface ComponentSource {
  readonly name: string;
  readonly propNames: readonly string[];
  readonly propRules: ReadonlyMap<string, PropRule>;
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
