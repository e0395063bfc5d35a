import type { Choices } from "./choices.ts";

/** What a generated expression is expected to give. A hint: coercions and failures are part of what is tested. */
export type Sort = "number" | "text" | "truth" | "list" | "record" | "any";

/** A name that a generated program declared. */
export interface Name {
  readonly name: string;
  readonly sort: Sort;
  readonly writable: boolean;
  /** Counts a loop's turns: assigned nowhere, so that the loop ends. */
  readonly counter?: true;
}

/** A function or class that a generated program declared. */
export interface Callable {
  readonly name: string;
  readonly form: "function" | "generator" | "class";
}

/** The kind of body around a place: what `return`, `yield` and `await` mean there. */
export type Body = "script" | "plain" | "generator" | "async";

/** Where in a program text is being written. Immutable but for `names` and `callables`, which grow as they are declared. */
export interface Place {
  readonly choices: Choices;
  /** Levels of expression or statement around. */
  readonly depth: number;
  readonly body: Body;
  /** In a loop or function: values that grow from turn to turn must not be made here, or they grow without end. */
  readonly repeated: boolean;
  readonly breakable: boolean;
  readonly continuable: boolean;
  /** Labels of loops around, in the same body. */
  readonly labels: readonly string[];
  readonly names: Name[];
  readonly callables: Callable[];
  /** Makes names that are used once. */
  readonly fresh: (prefix: string) => string;
}

/** Goes one level deeper. */
export function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

/** Opens a block: what is declared inside is not seen outside. */
export function openBlock(place: Place, changes: Partial<Place> = {}): Place {
  return { ...place, names: [...place.names], callables: [...place.callables], depth: place.depth + 1, ...changes };
}

/** Opens a function body. What was declared before can't be called there: loops that call loops that call loops never end. */
export function openBody(place: Place, body: Body, parameters: readonly Name[] = []): Place {
  const names = [...place.names, ...parameters];
  return openBlock(place, { body, names, callables: [], repeated: true, breakable: false, continuable: false, labels: [] });
}

/** Chooses a declared name, innermost declaration first where names are shadowed. */
export function chooseName(place: Place, fits: (name: Name) => boolean): Name | undefined {
  const seen = new Map<string, Name>();
  for (const name of place.names) seen.set(name.name, name);
  const fitting = [...seen.values()].filter(fits);
  return fitting.length === 0 ? undefined : place.choices.from(fitting);
}
