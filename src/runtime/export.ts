import { charge } from "./budget.ts";
import { Instance, Opaque } from "./handles.ts";
import type { Realm } from "./realm.ts";
import { isRecord } from "./record.ts";

/** How much of a value is copied out; what lies beyond is left out. */
export interface ExportCaps {
  readonly depth: number;
  /** Entries of all arrays and objects together. */
  readonly entries: number;
  /** UTF-16 units of one text. */
  readonly textLength: number;
}

const defaultCaps: ExportCaps = { depth: 50, entries: 100_000, textLength: Number.POSITIVE_INFINITY };

/**
 * Copies a value of the closed universe into plain data for a service of the host: objects, arrays, primitives. The copy
 * shares nothing with the template.
 *
 * Functions, facades, views and promises become `undefined`; dates and what else prints itself in JSON become that form;
 * instances of classes become plain objects; maps and sets become arrays; an object inside itself becomes `undefined`.
 * Every property is defined, not assigned, so that a key `__proto__` is a key like any other.
 */
export function exportValue(realm: Realm, value: unknown, caps: ExportCaps = defaultCaps): unknown {
  return new Exporter(realm, caps).copy(value);
}

class Exporter {
  readonly #realm: Realm;
  readonly #caps: ExportCaps;
  readonly #open: unknown[] = [];
  #left: number;

  constructor(realm: Realm, caps: ExportCaps) {
    this.#realm = realm;
    this.#caps = caps;
    this.#left = caps.entries;
  }

  copy(value: unknown): unknown {
    charge(this.#realm, 1);
    switch (typeof value) {
      case "string":
        // The same text may be copied out again and again, and whoever gets it reads all of it.
        charge(this.#realm, value.length >>> 8);
        return value.length > this.#caps.textLength ? `${value.slice(0, this.#caps.textLength)}…` : value;
      case "object":
        break;
      default:
        return value;
    }
    if (value === null) return null;
    if (this.#open.length >= this.#caps.depth || this.#open.includes(value)) return undefined;
    this.#open.push(value);
    const copy = this.#copyObject(value);
    this.#open.pop();
    return copy;
  }

  #copyObject(value: object): unknown {
    if (Array.isArray(value)) return this.#copyItems(value);
    if (isRecord(value)) return this.#copyFields(value);
    if (value instanceof Instance) return this.#copyFields(value.own);
    if (!(value instanceof Opaque)) return undefined;
    const { type } = value;
    if (type.json !== undefined) return this.copy(type.json(this.#realm, value.state));
    if (type.name === "Error") {
      const text = type.primitive?.(this.#realm, value.state, "string");
      return typeof text === "string" ? this.copy(text) : undefined;
    }
    if (value.state instanceof Map || value.state instanceof Set) return this.#copyItems([...value.state]);
    if (type.name === "RegExp") return this.copy(type.primitive?.(this.#realm, value.state, "string"));
    return undefined;
  }

  #copyItems(items: readonly unknown[]): unknown[] {
    const copy: unknown[] = [];
    for (let i = 0; i < items.length && this.#left-- > 0; i++) copy.push(this.copy(items[i]));
    return copy;
  }

  #copyFields(fields: Readonly<Record<string, unknown>>): object {
    const copy = {};
    for (const key of Object.keys(fields)) {
      if (this.#left-- <= 0) break;
      Object.defineProperty(copy, key, { value: this.copy(fields[key]), writable: true, enumerable: true, configurable: true });
    }
    return copy;
  }
}
