import { types } from "node:util";

/**
 * Prints a plain value as text, so that two evaluations can be compared and a difference can be read. Order of keys,
 * `undefined`, `NaN` and `-0` are kept; an error shows its kind only, since messages are each engine's own.
 */
export function printValue(value: unknown, inside: readonly unknown[] = []): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "boolean":
    case "undefined":
      return String(value);
    case "object":
      break;
    default:
      return `<${typeof value}>`;
  }
  if (value === null) return "null";
  if (inside.includes(value)) return "<cycle>";
  return printObject(value, [...inside, value]);
}

function printObject(value: object, inside: readonly unknown[]): string {
  const list = (items: Iterable<unknown>) => `[${[...items].map((item) => printValue(item, inside)).join(", ")}]`;
  if (Array.isArray(value)) return list(Array.from(value));
  if (types.isNativeError(value)) return `<${errorKind(value)}>`;
  if (types.isMap(value)) return `Map ${list(value)}`;
  if (types.isSet(value)) return `Set ${list(value)}`;
  if (types.isDate(value)) return `Date ${value.getTime()}`;
  if (types.isRegExp(value)) return String(value);
  if (types.isPromise(value)) return "<promise>";
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printValue(item, inside)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Gives the intrinsic kind of an error: that of the nearest built-in class, of whatever realm, whatever its `name` was set to. */
export function errorKind(error: Error): string {
  for (let at: unknown = error; typeof at === "object" && at !== null; at = Object.getPrototypeOf(at)) {
    const { value: made } = Object.getOwnPropertyDescriptor(at, "constructor") ?? {};
    if (typeof made === "function" && native.test(Function.prototype.toString.call(made))) return made.name;
  }
  return "Error";
}

const native = /^function \w+\(\) \{ \[native code\] \}$/;
