import { Fn, type Handle, Instance, Native, Opaque } from "./handles.ts";
import { isRecord } from "./record.ts";
import { View } from "./view.ts";

/** The kinds of value that exist in a template. A value of no kind is refused wherever it turns up. */
export type Kind =
  | "undefined"
  | "null"
  | "boolean"
  | "number"
  | "string"
  | "array"
  | "record"
  | "function"
  | "native"
  | "instance"
  | "opaque"
  | "view";

/** Gives the kind of a value; `undefined` for a value that is not of the closed universe. */
export function kindOf(value: unknown): Kind | undefined {
  switch (typeof value) {
    case "undefined":
    case "boolean":
    case "number":
    case "string":
      return typeof value as Kind;
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return "array";
      if (isRecord(value)) return "record";
      return kindOfHandle(value as Handle);
    default:
      // Host functions, symbols, bigints: nothing of the template's.
      return undefined;
  }
}

function kindOfHandle(value: object): Kind | undefined {
  if (value instanceof Fn) return "function";
  if (value instanceof Native) return "native";
  if (value instanceof Instance) return "instance";
  if (value instanceof Opaque) return "opaque";
  if (value instanceof View) return "view";
  return undefined;
}

/** Tells whether a value can be called. */
export function isCallable(value: unknown): value is Fn | Native {
  return value instanceof Fn || (value instanceof Native && (value.run !== undefined || value.make !== undefined));
}

/** `typeof`, as the template sees it (ECMAScript 13.5.3). */
export function typeOf(value: unknown): string {
  switch (typeof value) {
    case "undefined":
    case "boolean":
    case "number":
    case "string":
      return typeof value;
    case "object":
      return isCallable(value) ? "function" : "object";
    default:
      return "undefined";
  }
}
