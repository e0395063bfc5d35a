import { charge, chargeKey } from "../../runtime/budget.ts";
import { LimitError } from "../../runtime/failure.ts";
import { toKey } from "../../runtime/get.ts";
import type { Realm } from "../../runtime/realm.ts";
import { hasOwnData } from "./own-data.ts";

/**
 * Turns what a template gives as a path into keys: a string parsed as lodash does, an array of keys, or one key.
 * A string that is an own key of `object` is that key, whatever it looks like. Segments are strings, numbers, booleans,
 * null or undefined; an object in a path is a TypeError, because its `toString` would choose the property late.
 */
export function toKeys(realm: Realm, path: unknown, object: unknown): readonly string[] {
  if (Array.isArray(path)) {
    chargeSegments(realm, path.length);
    return path.map((segment) => toPathKey(realm, segment));
  }
  if (typeof path !== "string") return [toPathKey(realm, path)];
  chargeKey(realm, path);
  return !isDeep(path) || hasOwnData(object, path) ? [path] : parsePath(realm, path);
}

/** A segment as a key; `-0` keeps its sign, as in lodash. */
export function toPathKey(realm: Realm, segment: unknown): string {
  return Object.is(segment, -0) ? "-0" : toKey(realm, segment);
}

/** Tells whether a string means more than one key. */
export function isDeep(path: string): boolean {
  if (path.includes(".")) return true;
  const open = path.indexOf("[");
  return open >= 0 && path.lastIndexOf("]") > open;
}

/**
 * Parses a path: `a.b`, `a[0].b`, `a["x.y"]`. Never fails: as in lodash, brackets that open nothing are passed over, and
 * a dot with nothing beside it stands for the empty key.
 */
export function parsePath(realm: Realm, path: string): string[] {
  charge(realm, path.length >>> 2);
  // Without brackets the dots say it all.
  if (!path.includes("[") && !path.includes("]")) {
    const names = path.split(".");
    chargeSegments(realm, names.length);
    return path === "" ? [] : names;
  }
  const keys: string[] = path.startsWith(".") ? [""] : [];
  for (let at = 0; at < path.length; ) {
    const token = readName(path, at) ?? readBracket(path, at);
    if (token !== undefined) keys.push(token.key);
    else if (isEmptySegment(path, at)) keys.push("");
    at = token?.end ?? at + 1;
    chargeSegments(realm, keys.length);
  }
  return keys;
}

interface Token {
  readonly key: string;
  readonly end: number;
}

function readName(path: string, start: number): Token | undefined {
  let end = start;
  while (end < path.length && path[end] !== "." && path[end] !== "[" && path[end] !== "]") end++;
  return end > start ? { key: path.slice(start, end), end } : undefined;
}

/** `[12]`, `[-1.5]`, `['…']`, `["…"]`. */
function readBracket(path: string, start: number): Token | undefined {
  if (path[start] !== "[") return undefined;
  const quote = path[start + 1];
  if (quote !== '"' && quote !== "'") {
    const close = path.indexOf("]", start);
    const text = close < 0 || close - start > 40 ? "" : path.slice(start + 1, close);
    return /^-?\d+(\.\d+)?$/.test(text) ? { key: text, end: close + 1 } : undefined;
  }
  let key = "";
  for (let at = start + 2; at < path.length; at++) {
    if (path[at] === quote) return path[at + 1] === "]" ? { key, end: at + 2 } : undefined;
    if (path[at] === "\\") at++;
    key += path[at] ?? "";
  }
  return undefined;
}

/** Nothing between this dot (or `[]`) and the next one or the end. */
function isEmptySegment(path: string, at: number): boolean {
  const next = path[at] === "." ? at + 1 : path.startsWith("[]", at) ? at + 2 : -1;
  return next >= 0 && (next >= path.length || path[next] === "." || path.startsWith("[]", next));
}

function chargeSegments(realm: Realm, count: number): void {
  if (count > realm.limits.nesting) throw new LimitError("nesting", `a path of more than ${realm.limits.nesting} keys is too deep`);
}
