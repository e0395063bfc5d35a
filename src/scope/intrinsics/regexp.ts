import { judgeRegExp } from "../../policy/regex.ts";
import { charge } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { LimitError } from "../../runtime/failure.ts";
import { arrayExtras } from "../../runtime/get.ts";
import { Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, type Rec } from "../../runtime/record.ts";
import { throwError } from "../../runtime/throw.ts";
import { expectOpaque, toInteger } from "./arguments.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";
import { LinkedRegExp, type RegexMatch } from "./regexp-match.ts";

export interface RegExpState {
  readonly linked: LinkedRegExp;
  lastIndex: number;
}

/** Flags by property name. */
const flagNames: ReadonlyMap<string, string> = new Map([
  ["dotAll", "s"],
  ["global", "g"],
  ["hasIndices", "d"],
  ["ignoreCase", "i"],
  ["multiline", "m"],
  ["sticky", "y"],
  ["unicode", "u"],
]);

function printRegExp(state: RegExpState): string {
  return `/${state.linked.plan.source}/${state.linked.plan.flags}`;
}

/** RegExpBuiltinExec (ECMAScript 22.2.7.2): one search, with the rules of `lastIndex`. */
function execute(realm: Realm, state: RegExpState, text: string): RegexMatch | undefined {
  const stateful = /[gy]/.test(state.linked.plan.flags);
  const from = stateful ? state.lastIndex : 0;
  const match = from > text.length ? undefined : state.linked.begin(realm, text, from)(from);
  if (stateful) state.lastIndex = match === undefined ? 0 : match.end;
  return match;
}

/** Turns a match into the array that templates see, with `index`, `input`, `groups`. */
export function toMatchArray(state: RegExpState, match: RegexMatch, input: string): unknown[] {
  const result: unknown[] & { [arrayExtras]?: Rec } = [...match.captures];
  const extras = createRecord();
  extras.index = match.index;
  extras.input = input;
  extras.groups = toGroups(state, match.captures);
  if (match.indices !== undefined) {
    const indices: unknown[] & { [arrayExtras]?: Rec } = match.indices.map((pair) => pair && [...pair]);
    const named = createRecord();
    named.groups = toGroups(state, indices);
    indices[arrayExtras] = named;
    extras.indices = indices;
  }
  result[arrayExtras] = extras;
  return result;
}

/** The named groups of a match; `undefined` where the pattern names none. */
export function toGroups(state: RegExpState, values: readonly unknown[]): Rec | undefined {
  const { names } = state.linked.plan.tree;
  if (names.size === 0) return undefined;
  const groups = createRecord();
  for (const [name, index] of names) groups[name] = values[index];
  return groups;
}

/** Regular expressions. What is matched, and at what cost, is decided by `regexp-match`. */
export const regExpType: OpaqueType<RegExpState> = {
  name: "RegExp",
  methods: createMembers("RegExp.prototype", {
    exec: (realm, self, [value]) => {
      const state = expectOpaque(realm, self, regExpType, "exec");
      const text = toText(realm, value);
      const match = execute(realm, state, text);
      return match === undefined ? null : toMatchArray(state, match, text);
    },
    test: (realm, self, [value]) => {
      const state = expectOpaque(realm, self, regExpType, "test");
      return execute(realm, state, toText(realm, value)) !== undefined;
    },
    toString: (realm, self) => printRegExp(expectOpaque(realm, self, regExpType, "toString")),
  }),
  read: (_realm, state, key) => {
    if (key === "lastIndex") return state.lastIndex;
    if (key === "source") return state.linked.plan.source;
    if (key === "flags") return state.linked.plan.flags;
    const flag = flagNames.get(key);
    return flag === undefined ? undefined : state.linked.plan.flags.includes(flag);
  },
  write: (realm, state, key, value) => {
    if (key !== "lastIndex") return false;
    state.lastIndex = Math.max(toInteger(realm, value), 0);
    return true;
  },
  primitive: (_realm, state) => printRegExp(state),
};

/** Tells whether a value is a regular expression. */
export function isRegExp(value: unknown): value is Opaque<RegExpState> {
  return value instanceof Opaque && value.type === (regExpType as OpaqueType);
}

/**
 * Judges and links a regular expression, without running it: what the engine does once for each literal.
 *
 * @returns `undefined` where `judgeRegExp` refuses it; the compiler has reported that.
 */
export function linkRegExp(source: string, flags: string, maxLength?: number): LinkedRegExp | undefined {
  const verdict = judgeRegExp(source, flags, maxLength);
  return verdict.ok ? new LinkedRegExp(verdict.plan) : undefined;
}

/** Creates the value of a literal: a new one at each evaluation, so that no `lastIndex` outlives a render. */
export function createRegExp(linked: LinkedRegExp): Opaque<RegExpState> {
  return new Opaque(regExpType, { linked, lastIndex: 0 });
}

const remembered = 200;

/** Creates a regular expression from texts that are known at run time only. Linking is remembered for the card. */
export function createDynamicRegExp(realm: Realm, text: string, flags: string): Opaque<RegExpState> {
  // Before anything looks at it: what follows is quadratic in the length.
  if (text.length > realm.limits.regexLength)
    throw new LimitError("regexLength", `a regular expression of ${text.length} characters is too long`);
  let cache = realm.store.get("regexp") as Map<string, LinkedRegExp> | undefined;
  if (cache === undefined) {
    cache = new Map();
    realm.store.set("regexp", cache);
  }
  // Made and hashed anew at each call, known or not.
  charge(realm, text.length >>> 4);
  // A flag is a letter, so the first slash ends the flags.
  const key = `${flags}/${text}`;
  let linked = cache.get(key);
  if (linked === undefined) {
    charge(realm, 100 + text.length * 12);
    const verdict = judgeRegExp(text === "" ? "(?:)" : escapeSlashes(text), flags, Number.POSITIVE_INFINITY);
    if (!verdict.ok) return throwError(realm, "SyntaxError", `this regular expression can't be used: ${verdict.reason}`);
    linked = new LinkedRegExp(verdict.plan);
    if (cache.size < remembered) cache.set(key, linked);
  }
  return createRegExp(linked);
}

function convert(realm: Realm, args: readonly unknown[]): Opaque<RegExpState> {
  const [pattern, flags] = args;
  const state = isRegExp(pattern) ? pattern.state : undefined;
  const source = state !== undefined ? state.linked.plan.source : pattern === undefined ? "" : toText(realm, pattern);
  const given = flags !== undefined ? toText(realm, flags) : state !== undefined ? state.linked.plan.flags : "";
  return createDynamicRegExp(realm, source, given);
}

/** EscapeRegExpPattern (22.2.6.13.1): the source reads back as a literal. */
function escapeSlashes(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]\\])*\]|[/\n\r\u2028\u2029]/gs, (found) => lineEscapes.get(found) ?? found);
}

const lineEscapes: ReadonlyMap<string, string> = new Map([
  ["/", "\\/"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\u2028", "\\u2028"],
  ["\u2029", "\\u2029"],
]);

/** `RegExp`. */
export const regExpFacade = new Native({
  name: "RegExp",
  length: 2,
  run: (realm, _self, args) => (isRegExp(args[0]) && args[1] === undefined ? args[0] : convert(realm, args)),
  make: convert,
  members: createTable("RegExp", { prototype: createPrototype("RegExp", regExpType.methods) }),
});
