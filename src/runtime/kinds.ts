import { Fn, Native } from "./handles.ts";

/** Tells whether a value can be called. */
export function isCallable(value: unknown): value is Fn | Native {
  return value instanceof Fn || (value instanceof Native && (value.run !== undefined || value.make !== undefined));
}

/** `typeof`, as the template sees it (ECMAScript 13.5.3). */
export function typeOf(value: unknown): string {
  switch (typeof value) {
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
