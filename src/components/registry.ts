import { icons } from "../policy/icons.ts";
import { Component } from "./define-component.ts";
import { standardComponents } from "./standard.ts";

/** The components that a template can use as tags. Immutable: `with` gives another registry. */
export interface Registry {
  get(name: string): Component | undefined;
  /** Names in the order of definition; for did-you-mean and docs. */
  names(): readonly string[];
  /** Path data of the platform's icons by name. */
  readonly icons: ReadonlyMap<string, string>;
  /** Gives a registry with further components. A name that exists is replaced; a name given twice is a `TypeError`. */
  with(components: Iterable<Component>): Registry;
}

/**
 * Creates a registry of the platform's components and the given ones.
 *
 * A given component replaces the platform's of the same name. Two given ones of one name are a `TypeError`, as is
 * anything that `defineComponent` did not make.
 *
 * @example
 * const badge = defineComponent({ name: "Badge", props: z.looseObject({ text: z.string() }), template: "<b>{text}</b>" });
 * compile('<Badge text="new" />', { registry: createRegistry([badge]) });
 */
export function createRegistry(components: Iterable<Component> = []): Registry {
  return new ComponentRegistry(addAll(new Map(standardComponents.map((component) => [component.name, component])), components));
}

class ComponentRegistry implements Registry {
  readonly icons = icons;
  readonly #byName: ReadonlyMap<string, Component>;

  constructor(byName: ReadonlyMap<string, Component>) {
    this.#byName = byName;
  }

  get(name: string): Component | undefined {
    return this.#byName.get(name);
  }

  names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  with(components: Iterable<Component>): Registry {
    return new ComponentRegistry(addAll(new Map(this.#byName), components));
  }
}

function addAll(byName: Map<string, Component>, components: Iterable<Component>): ReadonlyMap<string, Component> {
  const given = new Set<string>();
  for (const component of components) {
    if (!(component instanceof Component)) throw new TypeError("a registry takes components that `defineComponent` made");
    if (given.has(component.name)) throw new TypeError(`two components are named \`${component.name}\``);
    given.add(component.name);
    byName.set(component.name, component);
  }
  return byName;
}
