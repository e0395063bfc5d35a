import { charge, chargeAppend } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { get } from "../../runtime/get.ts";
import { type Fn, type Implementation, Instance, Native, Opaque } from "../../runtime/handles.ts";
import { ownKeys } from "../../runtime/keys.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord } from "../../runtime/record.ts";
import { throwError, throwType } from "../../runtime/throw.ts";
import { toInteger } from "./arguments.ts";

const deepest = 500;

interface Printer {
  readonly realm: Realm;
  readonly replacer: Fn | Native | undefined;
  /** The only keys to print, where a list of them was given. */
  readonly keys: readonly string[] | undefined;
  readonly gap: string;
  /** Objects that are being printed. */
  readonly open: unknown[];
  readonly parts: string[];
  length: number;
}

/**
 * `JSON.stringify` (ECMAScript 25.5.2) over the closed universe. Functions, facades and views print as nothing. A
 * `toJSON` is called only if it is the template's own or one of ours. Charged as the text grows, since a tree whose
 * branches are shared prints far larger than it is.
 */
export const stringifyJson: Implementation = (realm, _self, [value, replacer, space]) => {
  const printer: Printer = {
    realm,
    replacer: isCallable(replacer) ? replacer : undefined,
    keys: Array.isArray(replacer) ? toKeyList(realm, replacer) : undefined,
    gap: toGap(realm, space),
    open: [],
    parts: [],
    length: 0,
  };
  const holder = createRecord();
  holder[""] = value;
  if (!print(printer, holder, "", value, "")) return undefined;
  return printer.parts.join("");
};

function toKeyList(realm: Realm, list: readonly unknown[]): readonly string[] {
  charge(realm, list.length);
  const keys = new Set<string>();
  for (const item of list) if (typeof item === "string" || typeof item === "number") keys.add(String(item));
  return [...keys];
}

function toGap(realm: Realm, space: unknown): string {
  if (typeof space === "number") return " ".repeat(Math.max(0, Math.min(10, toInteger(realm, space))));
  return typeof space === "string" ? space.slice(0, 10) : "";
}

function emit(printer: Printer, part: string): void {
  printer.length += part.length;
  chargeAppend(printer.realm, printer.length, part.length);
  printer.parts.push(part);
}

/** Prints one property's value; `false`, with nothing printed, where JSON has no form for it. */
function print(printer: Printer, holder: unknown, key: string, given: unknown, indent: string, before = ""): boolean {
  const { realm } = printer;
  let value = given;
  if (typeof value === "object" && value !== null) value = toJson(realm, value, key);
  if (printer.replacer !== undefined) value = call(realm, printer.replacer, holder, [key, value]);
  const simple = toSimple(value);
  if (simple !== undefined) {
    emit(printer, before + simple);
    return true;
  }
  if (!Array.isArray(value) && !isRecord(value) && !(value instanceof Instance) && !(value instanceof Opaque)) return false;
  if (printer.open.includes(value)) throwType(realm, "an object that contains itself can't be turned into JSON");
  if (printer.open.length > deepest) throwError(realm, "RangeError", "this value nests too deep for JSON");
  if (before !== "") emit(printer, before);
  printer.open.push(value);
  if (Array.isArray(value)) printArray(printer, value, indent);
  else printObject(printer, value, indent);
  printer.open.pop();
  return true;
}

/** The form that a value gives itself. Only `toJSON` functions of the closed universe are ever called. */
function toJson(realm: Realm, value: object, key: string): unknown {
  if (value instanceof Native) return undefined;
  if (value instanceof Opaque && value.type.json !== undefined && value.cls === undefined) return value.type.json(realm, value.state);
  if (!isRecord(value) && !(value instanceof Instance) && !(value instanceof Opaque)) return value;
  const method = get(realm, value, "toJSON");
  return isCallable(method) ? call(realm, method, value, [key]) : value;
}

/** Values that print without looking further; `undefined` for all others. */
function toSimple(value: unknown): string | undefined {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "number":
      return Number.isFinite(value) ? String(value) : "null";
    case "boolean":
      return String(value);
    default:
      return undefined;
  }
}

function printArray(printer: Printer, list: readonly unknown[], indent: string): void {
  const inner = indent + printer.gap;
  const line = printer.gap === "" ? "" : `\n${inner}`;
  emit(printer, "[");
  for (let i = 0; i < list.length; i++) {
    const before = i === 0 ? line : `,${line}`;
    if (!print(printer, list, String(i), list[i], inner, before)) emit(printer, `${before}null`);
  }
  emit(printer, list.length === 0 || line === "" ? "]" : `\n${indent}]`);
}

function printObject(printer: Printer, value: unknown, indent: string): void {
  const inner = indent + printer.gap;
  const line = printer.gap === "" ? "" : `\n${inner}`;
  emit(printer, "{");
  let empty = true;
  for (const key of printer.keys ?? ownKeys(value)) {
    charge(printer.realm, 2);
    const name = `${empty ? "" : ","}${line}${JSON.stringify(key)}:${printer.gap === "" ? "" : " "}`;
    if (print(printer, value, key, get(printer.realm, value, key), inner, name)) empty = false;
  }
  emit(printer, empty || line === "" ? "}" : `\n${indent}}`);
}
