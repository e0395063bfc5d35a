/**
 * Gives data of the same shape with other values: longer texts, larger numbers, other truths, lists shorter by one or
 * twice as long. `undefined` where `value` holds nothing to change.
 */
export function toOtherData(value: unknown): unknown {
  if (typeof value === "string") return /^\d{4}-\d\d-\d\dT/.test(value) ? value.replace(/^\d{4}/, "2025") : `${value} ·`;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) {
    const items = value.map(toOtherData);
    return items.length > 1 ? items.slice(0, -1) : [...items, ...items];
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isName(key) ? item : toOtherData(item)]));
}

/** What names a kind of record, and must stay. */
const isName = (key: string) => key === "resource" || key === "type" || key === "klasses" || key === "app";
