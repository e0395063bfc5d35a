import type { StorageArea } from "../runtime/host.ts";

/** What cards put in front of their keys. */
const cardPrefix = /^kview\/[^/]*\//;

/**
 * A storage in memory. A card finds the initial content below its own keys, whatever its name is: it gets a copy with its
 * prefix when it is first heard of. A test reads with or without the prefix; without, it gets what the first card has.
 */
export class TestStorage implements StorageArea {
  readonly #initial: Readonly<Record<string, string>>;
  readonly #prefixes = new Set<string>();
  readonly #items = new Map<string, string>();

  constructor(initial: Readonly<Record<string, string>>) {
    this.#initial = initial;
  }

  get length(): number {
    return this.#items.size;
  }

  getItem(key: string): string | null {
    this.#meet(key);
    const found = this.#items.get(key);
    if (found !== undefined) return found;
    const [first] = this.#prefixes;
    if (first === undefined) return Object.hasOwn(this.#initial, key) ? (this.#initial[key] ?? null) : null;
    return this.#items.get(first + key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#meet(key);
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#meet(key);
    this.#items.delete(key);
  }

  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }

  #meet(key: string): void {
    const prefix = cardPrefix.exec(key)?.[0];
    if (prefix === undefined || this.#prefixes.has(prefix)) return;
    this.#prefixes.add(prefix);
    for (const [name, value] of Object.entries(this.#initial)) this.#items.set(prefix + name, value);
  }
}
