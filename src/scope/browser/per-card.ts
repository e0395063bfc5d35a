import type { Realm } from "../../runtime/realm.ts";

/**
 * A name of the scope whose value each card has of its own. Functions of ours are immutable and shared by all cards; a value that a
 * template can write to, freeze or hang private members on must not be, or one card would see what another left there.
 */
export class PerCard {
  readonly #create: (realm: Realm) => unknown;

  constructor(create: (realm: Realm) => unknown) {
    this.#create = create;
  }

  /** Gives the card's value, the same at each reading. */
  of(realm: Realm): unknown {
    if (!realm.store.has(this)) realm.store.set(this, this.#create(realm));
    return realm.store.get(this);
  }
}

/** Reads a table of names, some of which each card has of its own. */
export function readName(realm: Realm, names: ReadonlyMap<string, unknown>, name: string): unknown {
  const value = names.get(name);
  return value instanceof PerCard ? value.of(realm) : value;
}
