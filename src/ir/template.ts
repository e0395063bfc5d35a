import type { Program } from "./program.ts";

/** A component of the host: one form for each target, trusted. What `defineComponent` was given. */
export interface NativeForms {
  // biome-ignore lint/suspicious/noExplicitAny: the forms are the host's; each target knows what it calls.
  readonly html: ((props: any, context: any) => string) | undefined;
  readonly dom: unknown;
  /** The props that it knows; absent, all. */
  readonly propNames?: readonly string[] | undefined;
}

/**
 * A compiled KView. Apart from what renderers remember on it, it is its `program`: plain JSON that can be stored and
 * loaded again (`loadTemplate`).
 */
export class Template {
  readonly program: Program;
  /** The host's own components that the program names, by name. Not part of the program: a stored one gets them at loading. */
  readonly natives: ReadonlyMap<string, NativeForms>;
  /** Locales and time zones that renders of this template found to exist. */
  readonly knownLocales = new Set<string>();
  /** Formatters that renders of this template made; see `Realm`. */
  readonly formatters = new Map<string, unknown>();
  /** Path data of icons by name, for names that only the card's data know; a stored program gets them at loading. */
  readonly icons: ReadonlyMap<string, string> | undefined;
  /** What a module brings that was printed of the program; opaque to all but the target that runs it. */
  readonly printed: unknown;
  readonly #linked = new Map<object, unknown>();

  constructor(
    program: Program,
    natives: ReadonlyMap<string, NativeForms> = new Map(),
    icons?: ReadonlyMap<string, string>,
    printed?: unknown,
  ) {
    this.program = program;
    this.natives = natives;
    this.icons = icons;
    this.printed = printed;
  }

  /** Links the program for a target at first use and remembers the result as long as the template lives. */
  linked<Linked>(link: (template: Template) => Linked): Linked {
    let linked = this.#linked.get(link) as Linked | undefined;
    if (linked === undefined) {
      linked = link(this);
      this.#linked.set(link, linked);
    }
    return linked;
  }
}
