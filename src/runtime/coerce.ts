import { charge, chargeAppend, chargeComparison, chargeJoin } from "./budget.ts";
import { call } from "./call.ts";
import { findInherited, get } from "./get.ts";
import { Fn, Instance, Native, Opaque } from "./handles.ts";
import { isCallable } from "./kinds.ts";
import type { Realm } from "./realm.ts";
import { isRecord, type Rec } from "./record.ts";
import { throwType } from "./throw.ts";

type Primitive = string | number | boolean | null | undefined;

/**
 * ToPrimitive (ECMAScript 7.1.1) over the closed universe. The `valueOf` and `toString` of records and instances are
 * the template's own functions, called through `call` and so metered; everything else answers from our tables.
 */
export function toPrimitive(realm: Realm, value: unknown, hint: "string" | "number" | "default"): Primitive {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "object":
      break;
    default:
      return undefined;
  }
  if (value === null) return null;
  if (Array.isArray(value)) return joinArray(realm, value, ",");
  if (isRecord(value) || value instanceof Instance || value instanceof Opaque) return objectPrimitive(realm, value, hint);
  if (value instanceof Fn || (value instanceof Native && isCallable(value))) return functionText(value);
  if (value instanceof Native) return `[object ${value.name}]`;
  return "[object Object]";
}

/** OrdinaryToPrimitive (7.1.1.1): methods of the template where it has given any, else what every object answers. */
function objectPrimitive(realm: Realm, value: Rec | Instance | Opaque, hint: "string" | "number" | "default"): Primitive {
  if (value instanceof Opaque && value.cls === undefined && value.extra === undefined) return opaquePrimitive(realm, value, hint);
  // Dates prefer their text unless a number is asked for (21.4.4.45).
  const textFirst = hint === "string" || (hint === "default" && value instanceof Opaque && value.type.name === "Date");
  for (const name of textFirst ? ["toString", "valueOf"] : ["valueOf", "toString"]) {
    if (!hasMethod(value, name)) {
      if (name === "toString") return value instanceof Opaque ? opaquePrimitive(realm, value, "string") : "[object Object]";
      const own = value instanceof Opaque ? opaquePrimitive(realm, value, "number") : undefined;
      if (typeof own === "number") return own;
      continue;
    }
    const method = get(realm, value, name);
    const result = isCallable(method) ? call(realm, method, value, []) : value;
    if (isPrimitive(result)) return result;
  }
  return throwType(realm, "cannot convert this object to a primitive value");
}

function opaquePrimitive(realm: Realm, value: Opaque, hint: "string" | "number" | "default"): Primitive {
  const primitive = value.type.primitive?.(realm, value.state, hint);
  return isPrimitive(primitive) && primitive !== undefined ? primitive : `[object ${value.type.name}]`;
}

/** Tells whether the template gave the object a property of that name, itself or by its class. */
function hasMethod(value: Rec | Instance | Opaque, name: string): boolean {
  if (isRecord(value)) return name in value;
  const own = value instanceof Opaque ? value.extra : value.own;
  return (own !== undefined && name in own) || findInherited(value.cls, name) !== undefined;
}

/** What a function prints as: never its source, nor ours. */
export function functionText(value: Fn | Native): string {
  return `function ${value instanceof Fn ? value.code.name : value.name}() { [native code] }`;
}

export function isPrimitive(value: unknown): value is Primitive {
  return value === null || (typeof value !== "object" && typeof value !== "function");
}

/** ToString (7.1.17). */
export function toText(realm: Realm, value: unknown): string {
  if (typeof value === "string") return value;
  return String(toPrimitive(realm, value, "string"));
}

/** ToNumber (7.1.4). */
export function toNumber(realm: Realm, value: unknown): number {
  if (typeof value === "number") return value;
  return readNumber(realm, toPrimitive(realm, value, "number"));
}

/** Reads a primitive as a number; a long text is read to its end, and paid for. */
function readNumber(realm: Realm, value: Primitive): number {
  if (typeof value === "string" && value.length > 64) charge(realm, value.length >>> 5);
  return Number(value);
}

/** `Array.prototype.join` over the closed universe; a cycle prints as nothing, as in the language. */
export function joinArray(realm: Realm, value: readonly unknown[], separator: string, seen: readonly unknown[] = []): string {
  if (seen.includes(value)) return "";
  const inside = [...seen, value];
  if (inside.length > 100) throwType(realm, "this array nests too deep to be joined");
  let text = "";
  for (let i = 0; i < value.length; i++) {
    const item = value[i];
    const part = item === null || item === undefined ? "" : Array.isArray(item) ? joinArray(realm, item, ",", inside) : toText(realm, item);
    const added = part.length + separator.length;
    chargeAppend(realm, text.length + added, added);
    text += i === 0 ? part : separator + part;
  }
  return text;
}

/** `left + right` (13.15.3); charged before the string is made. */
export function add(realm: Realm, left: unknown, right: unknown): string | number {
  if (typeof left === "number" && typeof right === "number") return left + right;
  const a = toPrimitive(realm, left, "default");
  const b = toPrimitive(realm, right, "default");
  if (typeof a === "string" || typeof b === "string") {
    const text = String(a);
    const rest = String(b);
    chargeJoin(realm, text.length + rest.length, Math.min(text.length, rest.length));
    return text + rest;
  }
  return readNumber(realm, a) + readNumber(realm, b);
}

/** Charges for a comparison that reads a text as a number where the other side is none. */
function chargeReading(realm: Realm, left: unknown, right: unknown): void {
  chargeComparison(realm, left, right);
  if (typeof left === typeof right) return;
  const text = typeof left === "string" ? left : right;
  if (typeof text === "string" && text.length > 64) charge(realm, text.length >>> 5);
}

/** `left == right` (7.2.14). Objects compare with primitives through `toPrimitive`, so no host hook runs. */
export function looseEquals(realm: Realm, left: unknown, right: unknown): boolean {
  if (left === null || left === undefined) return right === null || right === undefined;
  if (right === null || right === undefined) return false;
  const a = typeof left === "object" && typeof right !== "object" ? toPrimitive(realm, left, "default") : left;
  const b = typeof right === "object" && typeof left !== "object" ? toPrimitive(realm, right, "default") : right;
  chargeReading(realm, a, b);
  // biome-ignore lint/suspicious/noDoubleEquals: this is the language's `==`, on primitives or by identity.
  return a == b;
}

/** `left < right` and its kin (7.2.13), on primitives. */
export function compare(realm: Realm, left: unknown, right: unknown, operator: "<" | ">" | "<=" | ">="): boolean {
  const a = toPrimitive(realm, left, "number") as number;
  const b = toPrimitive(realm, right, "number") as number;
  chargeReading(realm, a, b);
  switch (operator) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
  }
}
