import { createRecord } from "./record.ts";

const deepest = 200;
/** Values of one record: more take longer to copy than a card may take. Parts that occur several times count each time. */
const most = 1_000_000;

/**
 * Copies data of the host into the closed universe: records, arrays, primitives; dates as ISO texts.
 *
 * What is copied is frozen: a template that the analysis did not see writing to data gets a TypeError, never the data.
 *
 * Only own, enumerable data properties with text keys are read, by their descriptors: an accessor is never run, a
 * polluted prototype is not in sight, and a key `__proto__` stays a key. What is no data is the caller's mistake.
 *
 * @param path What the caller calls this value, for the message.
 * @throws TypeError that names path, expected and found, for functions, symbols, bigints, accessors, class instances,
 *   sparse arrays, cycles, and more than 200 levels.
 */
export function importValue(value: unknown, path: string): unknown {
  if (typeof value !== "object" || value === null) return importPrimitive(value, [path]);
  return new Importer(path).copy(value, 0);
}

function importPrimitive(value: unknown, trail: readonly (string | number)[]): unknown {
  switch (typeof value) {
    case "function":
    case "symbol":
    case "bigint":
      return refuse(trail, `a ${typeof value}`);
    default:
      return value;
  }
}

class Importer {
  readonly #trail: (string | number)[];
  /** Objects that are being copied; looked at only when something has gone wrong. */
  readonly #open: object[] = [];
  #left = most;

  constructor(path: string) {
    this.#trail = [path];
  }

  copy(value: object, level: number): unknown {
    this.#open[level] = value;
    if (level >= deepest) {
      const cyclic = this.#open.indexOf(value) < level;
      refuse(this.#trail.slice(0, 8), cyclic ? "an object that contains itself" : `more than ${deepest} levels`);
    }
    if (Array.isArray(value)) return this.#copyArray(value, level);
    const prototype: unknown = Object.getPrototypeOf(value);
    // A plain object, of this realm or another: its prototype has none of its own.
    if (prototype === null || Object.getPrototypeOf(prototype) === null) return this.#copyObject(value, level);
    return this.#copyInstance(value);
  }

  #copyObject(value: object, level: number): unknown {
    const record = createRecord();
    const keys = Object.keys(value);
    this.#count(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string;
      record[key] = this.#copyProperty(Object.getOwnPropertyDescriptor(value, key), key, level);
    }
    return Object.freeze(record);
  }

  #copyArray(value: readonly unknown[], level: number): unknown {
    const list: unknown[] = [];
    this.#count(value.length);
    for (let i = 0; i < value.length; i++) {
      const descriptor = Object.getOwnPropertyDescriptor(value, i);
      if (descriptor === undefined) {
        this.#trail.push(i);
        return refuse(this.#trail, "a hole in the array");
      }
      list.push(this.#copyProperty(descriptor, i, level));
    }
    return Object.freeze(list);
  }

  #copyProperty(descriptor: PropertyDescriptor | undefined, key: string | number, level: number): unknown {
    const value: unknown = descriptor?.value;
    switch (typeof value) {
      case "string":
      case "number":
      case "boolean":
        return value;
      case "undefined":
        if (descriptor?.get === undefined && descriptor?.set === undefined) return undefined;
        this.#trail.push(key);
        return refuse(this.#trail, "an accessor");
      default:
    }
    if (value === null) return null;
    this.#trail.push(key);
    const copy = typeof value === "object" ? this.copy(value, level + 1) : importPrimitive(value, this.#trail);
    this.#trail.pop();
    return copy;
  }

  #copyInstance(value: object): unknown {
    const time = timeOf(value);
    if (time === undefined) return refuse(this.#trail, "an instance of a class");
    return Number.isNaN(time) ? refuse(this.#trail, "an invalid date") : new Date(time).toISOString();
  }

  #count(entries: number): void {
    this.#left -= entries;
    if (this.#left < 0) refuse(this.#trail.slice(0, 8), `more than ${most} values`);
  }
}

/** The time of a date, of this realm or another; nothing of the object's own is called. */
function timeOf(value: object): number | undefined {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return undefined;
  }
}

function refuse(trail: readonly (string | number)[], found: string): never {
  // Keys may be as long as the data.
  const cut = (key: string) => (key.length > 60 ? `${key.slice(0, 57)}…` : key);
  const path = trail.map((key, i) => (typeof key === "number" ? `[${key}]` : i === 0 ? key : `.${cut(key)}`)).join("");
  throw new TypeError(`\`${path}\`: expected plain data, found ${found}`);
}
