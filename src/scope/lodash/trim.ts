import { charge, chargeString } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { get } from "../../runtime/get.ts";
import { Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createDynamicRegExp } from "../intrinsics/regexp.ts";
import { toInteger, toLodashText, toPlainText } from "./convert.ts";
import type { FunctionTable } from "./function-table.ts";
import { hasOwnData, isObject, readOwn } from "./own-data.ts";
import { callMethod } from "./string.ts";
import { hasUnicode, toSymbols } from "./symbols.ts";

/** Functions that cut strings at their ends. */
export const trimFunctions: FunctionTable = {
  trim: (realm, text, chars, guard) => trim(realm, text, chars, guard, true, true),
  trimStart: (realm, text, chars, guard) => trim(realm, text, chars, guard, true, false),
  trimEnd: (realm, text, chars, guard) => trim(realm, text, chars, guard, false, true),
  truncate,
};

function trim(realm: Realm, value: unknown, chars: unknown, guard: unknown, atStart: boolean, atEnd: boolean): string {
  const text = toLodashText(realm, value);
  if (text === "") return text;
  charge(realm, text.length >>> 6);
  if (guard || chars === undefined) return atStart ? (atEnd ? text.trim() : text.trimStart()) : text.trimEnd();
  const gone = new Set(toSymbols(realm, toPlainText(realm, chars)));
  if (gone.size === 0) return text;
  const symbols = toSymbols(realm, text);
  let start = 0;
  let end = symbols.length;
  if (atStart) while (start < end && gone.has(symbols[start] as string)) start++;
  if (atEnd) while (end > start && gone.has(symbols[end - 1] as string)) end--;
  return symbols.slice(start, end).join("");
}

/** `_.truncate(text, { length, omission, separator })`: cuts at the last separator that fits. */
function truncate(realm: Realm, value: unknown, options: unknown): string {
  const option = (name: string) => (isObject(options) && hasOwnData(options, name) ? readOwn(realm, options, name) : undefined);
  const has = (name: string) => isObject(options) && hasOwnData(options, name);
  const text = toLodashText(realm, value);
  const length = has("length") ? toInteger(realm, option("length")) : 30;
  const omission = has("omission") ? toPlainText(realm, option("omission")) : "...";
  if (length >= text.length) return text;
  const symbols = toSymbols(realm, text);
  if (length >= symbols.length) return text;
  const size = length - toSymbols(realm, omission).length;
  if (size < 1) return omission;
  const head = symbols.slice(0, size).join("");
  const end = hasUnicode(text) ? head.length : size;
  const cut = cutAt(realm, text, head, end, option("separator"));
  chargeString(realm, cut.length + omission.length);
  return cut + omission;
}

function cutAt(realm: Realm, text: string, head: string, end: number, separator: unknown): string {
  if (separator === undefined) return head;
  if (separator instanceof Opaque && separator.type.name === "RegExp") {
    // A separator right behind the cut is where the text would have been cut anyway.
    return callMethod(realm, text.slice(end), "search", [separator]) === 0 ? head : head.slice(0, findLast(realm, head, separator) ?? end);
  }
  const by = toPlainText(realm, separator);
  if (text.startsWith(by, end)) return head;
  const at = head.lastIndexOf(by);
  return at < 0 ? head : head.slice(0, at);
}

/** Where the last match begins. The expression is copied, as a global one, so that its `lastIndex` stays untouched. */
function findLast(realm: Realm, text: string, pattern: Opaque): number | undefined {
  const source = String(readOwn(realm, pattern, "source"));
  const flags = String(readOwn(realm, pattern, "flags"));
  const copy = createDynamicRegExp(realm, source, flags.includes("g") ? flags : `${flags}g`);
  let found: number | undefined;
  for (;;) {
    const match = call(realm, get(realm, copy, "exec"), copy, [text]);
    if (match === null || match === undefined) return found;
    found = get(realm, match, "index") as number;
    // An empty match would be found again for ever.
    if (get(realm, match, 0) === "") return found;
  }
}
