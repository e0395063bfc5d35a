import { charge, chargeKey } from "../../runtime/budget.ts";
import type { StorageArea } from "../../runtime/host.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError } from "../../runtime/throw.ts";
import { throwNamed } from "./named-error.ts";

/**
 * What one view may keep in an area. Lengths in UTF-16 units. A browser gives a whole origin no more than the total: of the host's own
 * area a view gets a fifth, or it could leave nothing for the host.
 */
const bounds = { keys: 1_000, valueLength: 1_048_576, totalLength: 5_242_880, hostLength: 1_048_576 } as const;

/** Steps for each entry of the host's area that is walked: the host reads all of them, the card's own or not. */
const walkCost = 8;

/** Texts by key, as one card sees them. */
export interface CardArea {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/** Gives what lies in front of a view's keys. A view's name may hold anything, and must not reach into another's keys. */
export function toNamespace(name: string): string {
  return `kview/${name.replaceAll("%", "%25").replaceAll("/", "%2F")}/`;
}

/** An area in memory; it ends with the card. */
export class MemoryArea implements CardArea {
  readonly #realm: Realm;
  readonly #entries = new Map<string, string>();
  #length = 0;

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  get(key: string): string | null {
    chargeKey(this.#realm, key);
    return this.#entries.get(key) ?? null;
  }

  set(key: string, value: string): void {
    chargeKey(this.#realm, key);
    const old = this.#entries.get(key);
    const length = this.#length - (old === undefined ? 0 : key.length + old.length);
    checkRoom(this.#realm, this.#entries.size - (old === undefined ? 0 : 1), length + key.length, value, bounds.totalLength);
    this.#entries.set(key, value);
    this.#length = length + key.length + value.length;
  }

  remove(key: string): void {
    chargeKey(this.#realm, key);
    const old = this.#entries.get(key);
    if (old === undefined) return;
    this.#length -= key.length + old.length;
    this.#entries.delete(key);
  }

  keys(): readonly string[] {
    charge(this.#realm, this.#entries.size);
    return [...this.#entries.keys()];
  }
}

/** An area of the host, of which a card sees the keys of its own view. What the host throws stays with the host. */
export class HostArea implements CardArea {
  readonly #realm: Realm;
  readonly #area: StorageArea;
  readonly #namespace: string;

  constructor(realm: Realm, area: StorageArea) {
    this.#realm = realm;
    this.#area = area;
    this.#namespace = toNamespace(realm.name);
  }

  get(key: string): string | null {
    const value: unknown = this.#ask((area) => area.getItem(this.#namespace + key));
    return typeof value === "string" ? value : null;
  }

  /** Counts what is there at each writing: other cards of the same view share it, so a count that is kept would go wrong. */
  set(key: string, value: string): void {
    const others = this.keys().filter((one) => one !== key);
    let length = 0;
    for (const one of others) length += one.length + (this.get(one)?.length ?? 0);
    checkRoom(this.#realm, others.length, length + key.length, value, bounds.hostLength);
    this.#ask((area) => area.setItem(this.#namespace + key, value));
  }

  remove(key: string): void {
    this.#ask((area) => area.removeItem(this.#namespace + key));
  }

  keys(): readonly string[] {
    const count = this.#ask(({ length }) => length);
    charge(this.#realm, count * walkCost);
    const own: string[] = [];
    for (let i = 0; i < count; i++) {
      const key: unknown = this.#ask((area) => area.key(i));
      if (typeof key === "string" && key.startsWith(this.#namespace)) own.push(key.slice(this.#namespace.length));
    }
    return own;
  }

  #ask<T>(question: (area: StorageArea) => T): T {
    try {
      return question(this.#area);
    } catch {
      return throwError(this.#realm, "Error", "the host service `storage` failed");
    }
  }
}

/** Refuses what does not fit. An error that the template can catch, as in a browser: the card goes on. */
function checkRoom(realm: Realm, others: number, length: number, value: string, most: number): void {
  if (others >= bounds.keys) throwNamed(realm, "QuotaExceededError", `a card can store ${bounds.keys} keys at most`);
  if (value.length > bounds.valueLength) throwNamed(realm, "QuotaExceededError", "this value is too long to be stored");
  if (length + value.length > most) throwNamed(realm, "QuotaExceededError", "what the card stores has grown too large");
}
