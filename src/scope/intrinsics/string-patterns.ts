import { charge, chargeAppend, chargeArray } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import type { Fn, Native } from "../../runtime/handles.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeGrowth, chargeSearch, thisText } from "./arguments.ts";
import { createIterator } from "./iterator.ts";
import { createDynamicRegExp, isRegExp, type RegExpState, toGroups, toMatchArray } from "./regexp.ts";
import type { RegexMatch } from "./regexp-match.ts";
import { type Found, parseReplacement } from "./replacement.ts";

/** Steps over one character: over both halves of a surrogate pair where the pattern is a Unicode one. */
function advance(state: RegExpState, text: string, at: number): number {
  return at + (state.linked.plan.flags.includes("u") && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** Finds the matches of a pass, from `lastIndex` on for a sticky pattern, all of them for a global one. */
function* matches(realm: Realm, state: RegExpState, text: string): Generator<RegexMatch> {
  const { flags } = state.linked.plan;
  const global = flags.includes("g");
  const sticky = flags.includes("y");
  let at = sticky && !global ? state.lastIndex : 0;
  const search = state.linked.begin(realm, text);
  while (at <= text.length) {
    const found = search(at);
    if (global || sticky) state.lastIndex = found === undefined || global ? 0 : found.end;
    if (found === undefined) return;
    yield found;
    if (!global) return;
    at = found.end === found.index ? advance(state, text, found.end) : found.end;
  }
  state.lastIndex = 0;
}

/** A pattern argument: a regular expression as it is, anything else as its text. No hook of an object is asked. */
function toPattern(realm: Realm, value: unknown, flags: string): RegExpState {
  if (isRegExp(value)) return value.state;
  return createDynamicRegExp(realm, value === undefined ? "(?:)" : toText(realm, value), flags).state;
}

export function match(realm: Realm, self: unknown, [pattern]: readonly unknown[]): unknown {
  const text = thisText(realm, self);
  const state = toPattern(realm, pattern, "");
  if (!state.linked.plan.flags.includes("g")) {
    for (const found of matches(realm, state, text)) return toMatchArray(state, found, text);
    return null;
  }
  const list: unknown[] = [];
  for (const found of matches(realm, state, text)) {
    chargeGrowth(realm, list.length + 1, 1);
    list.push(found.captures[0]);
  }
  return list.length === 0 ? null : list;
}

export function matchAll(realm: Realm, self: unknown, [pattern]: readonly unknown[]): unknown {
  const text = thisText(realm, self);
  const given = toPattern(realm, pattern, "g");
  if (!given.linked.plan.flags.includes("g")) throwType(realm, "`matchAll` needs a regular expression with the flag `g`");
  // A copy, so that the walk neither uses nor changes the `lastIndex` of the given one.
  const state: RegExpState = { linked: given.linked, lastIndex: 0 };
  return createIterator(walk(realm, state, given.lastIndex, text));
}

function* walk(realm: Realm, state: RegExpState, from: number, text: string): Generator<unknown> {
  const search = state.linked.begin(realm, text, from);
  for (let at = from; at <= text.length; ) {
    const found = search(at);
    if (found === undefined) return;
    yield toMatchArray(state, found, text);
    at = found.end === found.index ? advance(state, text, found.end) : found.end;
  }
}

export function search(realm: Realm, self: unknown, [pattern]: readonly unknown[]): unknown {
  const text = thisText(realm, self);
  return toPattern(realm, pattern, "").linked.begin(realm, text)(0)?.index ?? -1;
}

export function replace(realm: Realm, self: unknown, [pattern, replacement]: readonly unknown[]): unknown {
  const text = thisText(realm, self);
  if (isRegExp(pattern)) return replaceMatches(realm, pattern.state, text, replacement);
  return replaceTexts(realm, text, toText(realm, pattern), replacement, false);
}

export function replaceAll(realm: Realm, self: unknown, [pattern, replacement]: readonly unknown[]): unknown {
  const text = thisText(realm, self);
  if (isRegExp(pattern)) {
    if (!pattern.state.linked.plan.flags.includes("g")) throwType(realm, "`replaceAll` needs a regular expression with the flag `g`");
    return replaceMatches(realm, pattern.state, text, replacement);
  }
  return replaceTexts(realm, text, toText(realm, pattern), replacement, true);
}

/** A text that grows under the budget. */
class Output {
  readonly #realm: Realm;
  text = "";

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  add(part: string): void {
    chargeAppend(this.#realm, this.text.length + part.length, part.length);
    this.text += part;
  }
}

function replaceMatches(realm: Realm, state: RegExpState, text: string, replacement: unknown): string {
  const replacer = toReplacer(realm, replacement, state);
  const output = new Output(realm);
  let done = 0;
  // All matches are found before the first replacement is made, as in the language: a replacer sees no half-done pass.
  for (const found of [...matches(realm, state, text)]) {
    output.add(text.slice(done, found.index));
    replacer(output, { text, index: found.index, captures: found.captures, groups: toGroups(state, found.captures) });
    done = found.end;
  }
  output.add(text.slice(done));
  return output.text;
}

function replaceTexts(realm: Realm, text: string, wanted: string, replacement: unknown, all: boolean): string {
  const replacer = toReplacer(realm, replacement);
  chargeSearch(realm, text.length, wanted.length);
  const output = new Output(realm);
  let done = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, Math.max(at + 1, done))) {
    output.add(text.slice(done, at));
    replacer(output, { text, index: at, captures: [wanted], groups: undefined });
    done = at + wanted.length;
    // The search of a text past its end finds the empty text at the end, again and again.
    if (!all || at >= text.length) break;
  }
  output.add(text.slice(done));
  return output.text;
}

type Replacer = (output: Output, found: Found) => void;

/** @param state The pattern whose matches are replaced; absent for a plain text. */
function toReplacer(realm: Realm, replacement: unknown, state?: RegExpState): Replacer {
  if (isCallable(replacement)) return (output, found) => output.add(callReplacer(realm, replacement, found));
  const text = toText(realm, replacement);
  if (!text.includes("$")) return (output) => output.add(text);
  const tree = state?.linked.plan.tree;
  const pieces = parseReplacement(realm, text, tree?.groups ?? 0, tree !== undefined && tree.names.size > 0);
  return (output, found) => {
    for (const piece of pieces) output.add(typeof piece === "string" ? piece : piece(found));
  };
}

function callReplacer(realm: Realm, replacer: Fn | Native, found: Found): string {
  const args: unknown[] = [...found.captures, found.index, found.text];
  if (found.groups !== undefined) args.push(found.groups);
  return toText(realm, call(realm, replacer, undefined, args));
}

export function split(realm: Realm, self: unknown, [separator, limit]: readonly unknown[]): unknown {
  const text = thisText(realm, self);
  const most = limit === undefined ? 2 ** 32 - 1 : toNumber(realm, limit) >>> 0;
  if (isRegExp(separator)) return splitByPattern(realm, separator.state, text, most);
  const by = toText(realm, separator);
  if (most === 0) return [];
  if (separator === undefined) return [text];
  if (by === "") {
    chargeArray(realm, Math.min(text.length, most));
    return text.slice(0, most).split("");
  }
  chargeSearch(realm, text.length, by.length);
  const list: string[] = [];
  let done = 0;
  for (let at = text.indexOf(by); at >= 0 && list.length < most; at = text.indexOf(by, done)) {
    chargeGrowth(realm, list.length + 1, 1);
    list.push(text.slice(done, at));
    done = at + by.length;
  }
  if (list.length < most) list.push(text.slice(done));
  return list;
}

/** RegExp.prototype[@@split] (22.2.6.14), by searching rather than by trying each place. */
function splitByPattern(realm: Realm, state: RegExpState, text: string, most: number): unknown[] {
  if (most === 0) return [];
  const { source, flags } = state.linked.plan;
  // Split looks everywhere, whatever the flag `y` says.
  const linked = flags.includes("y") ? createDynamicRegExp(realm, source, flags.replace("y", "")).state.linked : state.linked;
  const find = linked.begin(realm, text);
  if (text === "") return find(0) === undefined ? [text] : [];
  const list: unknown[] = [];
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const found = find(at);
    if (found === undefined || found.index >= text.length) break;
    if (found.end === done) {
      charge(realm, 1);
      at = advance(state, text, at);
      continue;
    }
    chargeGrowth(realm, list.length + found.captures.length, found.captures.length);
    list.push(text.slice(done, found.index), ...found.captures.slice(1));
    if (list.length >= most) return list.slice(0, most);
    done = found.end;
    at = found.end === found.index ? advance(state, text, found.end) : found.end;
  }
  list.push(text.slice(done));
  return list;
}
