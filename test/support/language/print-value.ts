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
  if (value instanceof Error) return `<${errorKind(value)}>`;
  if (value instanceof Map) return `Map ${list(value)}`;
  if (value instanceof Set) return `Set ${list(value)}`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return "<promise>";
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printValue(item, inside)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const kinds = [TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError];

/** Gives the intrinsic kind of an error: that of the nearest built-in class, whatever its `name` was set to. */
export function errorKind(error: Error): string {
  return kinds.find((kind) => error instanceof kind)?.name ?? "Error";
}
