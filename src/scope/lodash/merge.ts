import { charge } from "../../runtime/budget.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord } from "../../runtime/record.ts";
import { set } from "../../runtime/set.ts";
import { callBack, deeper } from "./callback.ts";
import type { FunctionTable } from "./function-table.ts";
import { entriesOf, hasOwnData, isArrayLikeObject, isIterateeCall, isObject, isSame, readOwn } from "./own-data.ts";
import { walkOwn } from "./walk.ts";

/** Decides what a key gets; `undefined` leaves it to the function. */
type Decide = (old: unknown, value: unknown, key: string, target: unknown, source: unknown) => unknown;
type Assign = (realm: Realm, target: unknown, source: unknown, decide: Decide | undefined) => void;

/**
 * Makes a function that writes from several sources into its first argument. The last argument may be a customizer.
 * Nothing and primitives give a new record: boxed primitives do not exist here.
 */
function toAssigner(assign: Assign, customizable = false): FunctionTable[string] {
  return (realm, first, _second, _third, args) => {
    let sources = args.slice(1);
    const last = sources.at(-1);
    let decide: Decide | undefined;
    if (customizable && sources.length > 1 && isCallable(last)) {
      sources = sources.slice(0, -1);
      decide = (...given) => callBack(realm, last, given);
    }
    // `_.reduce(list, _.assign)` hands over index and collection too.
    if (isIterateeCall(realm, args[1], args[2], args[3])) sources = sources.slice(0, 1);
    const target = isObject(first) ? first : createRecord();
    for (const source of sources) if (source) assign(realm, target, source, decide);
    return target;
  };
}

function assignOwn(realm: Realm, target: unknown, source: unknown, decide?: Decide): void {
  walkOwn(realm, source, (value, key) => {
    const old = readOwn(realm, target, String(key));
    const decided = decide?.(old, value, String(key), target, source);
    writeNew(realm, target, String(key), decided === undefined ? value : decided);
  });
}

/** Writes unless the same is there already. */
function writeNew(realm: Realm, target: unknown, key: string, value: unknown): void {
  if (hasOwnData(target, key) && isSame(readOwn(realm, target, key), value)) return;
  set(realm, target, key, value);
}

function assignMissing(realm: Realm, target: unknown, source: unknown): void {
  walkOwn(realm, source, (value, key) => {
    if (readOwn(realm, target, String(key)) === undefined) set(realm, target, key, value);
  });
}

/** Sources under way and what they are merged into, so that cycles end. */
type Open = Map<unknown, unknown>;

interface Merging {
  readonly realm: Realm;
  readonly decide: Decide | undefined;
  readonly open: Open;
}

function merge(how: Merging, target: unknown, source: unknown): void {
  if (target === source) return;
  const { realm } = how;
  walkOwn(realm, source, (value, name) => {
    const key = String(name);
    // As in lodash this key never travels, though here it would be one like any other.
    if (key === "__proto__") return;
    charge(realm, 1);
    const old = readOwn(realm, target, key);
    if (isObject(value) && how.open.has(value)) return writeMerged(realm, target, key, how.open.get(value));
    const decided = how.decide?.(old, value, key, target, source);
    if (decided !== undefined) return writeMerged(realm, target, key, decided);
    const base = isObject(value) ? toMergeBase(realm, old, value) : undefined;
    if (base === undefined) return writeMerged(realm, target, key, value);
    deeper(realm, () => {
      how.open.set(value, base);
      merge(how, base, value);
      how.open.delete(value);
    });
    writeMerged(realm, target, key, base);
  });
}

/** What a value is merged into: what is there if it fits, else a new container. Only arrays and records are merged. */
function toMergeBase(realm: Realm, old: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return Array.isArray(old) ? old : isArrayLikeObject(old) ? [...entriesOf(realm, old)] : [];
  if (isRecord(value)) return isObject(old) && !isCallable(old) ? old : createRecord();
  return undefined;
}

/** A source's `undefined` never replaces a value. */
function writeMerged(realm: Realm, target: unknown, key: string, value: unknown): void {
  if (value === undefined ? !hasOwnData(target, key) : !isSame(readOwn(realm, target, key), value)) set(realm, target, key, value);
}

const mergeInto: Assign = (realm, target, source, decide) => merge({ realm, decide, open: new Map() }, target, source);

const mergeMissing: Assign = (realm, target, source) => {
  const how: Merging = {
    realm,
    open: new Map(),
    decide: (old, value) => {
      if (isObject(old) && isObject(value)) {
        deeper(realm, () => {
          how.open.set(value, old);
          merge(how, old, value);
          how.open.delete(value);
        });
      }
      return old;
    },
  };
  merge(how, target, source);
};

/** `_.assign`, `_.defaults`, `_.merge` and their kin. Records have no inherited keys, so the `In` forms are the same. */
export const mergeFunctions: FunctionTable = {
  assign: toAssigner(assignOwn),
  assignIn: toAssigner(assignOwn),
  extend: toAssigner(assignOwn),
  assignWith: toAssigner(assignOwn, true),
  assignInWith: toAssigner(assignOwn, true),
  extendWith: toAssigner(assignOwn, true),
  defaults: toAssigner(assignMissing),
  defaultsDeep: toAssigner(mergeMissing),
  merge: toAssigner(mergeInto),
  mergeWith: toAssigner(mergeInto, true),
};
