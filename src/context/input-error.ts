import { Opaque } from "../runtime/handles.ts";
import { isRecord, type Rec } from "../runtime/record.ts";

/** Throws the error for input of the wrong shape: where it is, what belongs there, what was there instead. */
export function failInput(path: string, expected: string, found: unknown): never {
  throw new TypeError(`${path}: expected ${expected}, found ${describeValue(found)}`);
}

/** Names a value's kind for a message, never its content: it may be a customer's. */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (value instanceof Opaque) return `${/^[AEIOU]/.test(value.type.name) ? "an" : "a"} ${value.type.name}`;
  switch (typeof value) {
    case "object":
      return "a record";
    case "undefined":
      return "nothing";
    default:
      return `a ${typeof value}`;
  }
}

/** Reads a part of the input as a record. */
export function expectRecord(value: unknown, path: string): Rec {
  return isRecord(value) ? value : failInput(path, "a record", value);
}

/** Writes a place in the input as one would read it in code: `customer.emails[0]["first-name"]`. */
export function toPath(base: string, keys: readonly PropertyKey[]): string {
  let path = base;
  for (const key of keys) {
    if (typeof key === "number") path += `[${key}]`;
    else path += identifier.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
  }
  return path;
}

const identifier = /^[A-Za-z_$][\w$]*$/;
