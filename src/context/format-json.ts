import { charge, chargeString } from "../runtime/budget.ts";
import { toText } from "../runtime/coerce.ts";
import { Opaque } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord } from "../runtime/record.ts";
import { toMaskedText } from "./masked.ts";

const deepest = 20;

/** Formats any value as JSON for reading: masked values as they are presented, functions and markup left out. */
export function formatJson(realm: Realm, value: unknown, depth = 0): string {
  // Checked at every value: one that holds itself ten times has ten to the power of the depth of them.
  charge(realm, 1);
  switch (typeof value) {
    case "string":
      chargeString(realm, value.length);
      return JSON.stringify(value);
    case "number":
      return Number.isFinite(value) ? String(value) : "null";
    case "boolean":
      return String(value);
    case "object":
      break;
    default:
      return "null";
  }
  if (value === null) return "null";
  const masked = toMaskedText(value);
  if (masked !== undefined) return JSON.stringify(masked);
  // Deeper than one would read; and a value of the template may hold itself.
  if (depth === deepest) return "…";
  if (Array.isArray(value))
    return wrap(
      realm,
      "[",
      value.map((item) => formatJson(realm, item, depth + 1)),
      "]",
    );
  if (isRecord(value)) {
    const parts: string[] = [];
    for (const key of Object.keys(value)) {
      if (value[key] !== undefined) parts.push(`${JSON.stringify(key)}:${formatJson(realm, value[key], depth + 1)}`);
    }
    return wrap(realm, "{", parts, "}");
  }
  return value instanceof Opaque ? JSON.stringify(toText(realm, value)) : "null";
}

function wrap(realm: Realm, open: string, parts: readonly string[], close: string): string {
  let length = 2;
  for (const part of parts) length += part.length + 1;
  chargeString(realm, length);
  return open + parts.join(",") + close;
}
