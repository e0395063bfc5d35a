import { charge, chargeComparison } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { Instance, Opaque } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { deeper } from "./callback.ts";
import { hasOwnData, isObject, isSame, keysOf, readOwn } from "./own-data.ts";

/** Opaque kinds that are equal when their primitive forms are. */
const comparedByPrimitive: ReadonlySet<string> = new Set(["Date", "RegExp", "Moment", "Duration"]);

/** How a comparison goes. */
export interface Comparison {
  /** Everything in the left value has to be in the right one, which may hold more (`_.isMatch`). */
  readonly partial: boolean;
  /** Arrays are compared as bags. */
  readonly unordered: boolean;
  /** A customizer: anything but `undefined` decides. */
  readonly decide?: (left: unknown, right: unknown, key: string | number, leftHolder: unknown, rightHolder: unknown) => unknown;
}

export const exact: Comparison = { partial: false, unordered: false };
export const matching: Comparison = { partial: true, unordered: true };

/** Pairs under comparison: a cycle is equal to one of the same shape. */
type Open = Map<unknown, unknown>;

/**
 * Compares two values as `_.isEqual` does; with `matching`, as `_.isMatch` does, `left` being the source.
 *
 * Every pair that is looked at costs a unit. Nothing is remembered of pairs that are done: trees of shared parts, whose
 * paths double at each level, end in a `LimitError` like any other endless work.
 */
export function isEqualDeep(realm: Realm, left: unknown, right: unknown, how: Comparison, open: Open = new Map()): boolean {
  charge(realm, 1);
  if (typeof left === "string" && typeof right === "string" && left.length === right.length) charge(realm, left.length >>> 6);
  if (isSame(left, right)) return true;
  if (!isObject(left) || !isObject(right)) return false;
  return deeper(realm, () => {
    if (Array.isArray(left)) return Array.isArray(right) && whileOpen(open, left, right, () => isEqualArray(realm, left, right, how, open));
    if (left instanceof Opaque) return right instanceof Opaque && isEqualOpaque(realm, left, right, how, open);
    if (!isPlain(left) || !isPlain(right)) return false;
    return isEqualObject(realm, left, right, how, open);
  });
}

function isPlain(value: unknown): boolean {
  return isRecord(value) || value instanceof Instance;
}

function whileOpen(open: Open, left: unknown, right: unknown, compare: () => boolean): boolean {
  if (open.has(left) && open.has(right)) return open.get(left) === right && open.get(right) === left;
  open.set(left, right);
  open.set(right, left);
  const result = compare();
  open.delete(left);
  open.delete(right);
  return result;
}

function isEqualArray(realm: Realm, left: readonly unknown[], right: readonly unknown[], how: Comparison, open: Open): boolean {
  if (left.length !== right.length && !(how.partial && right.length > left.length)) return false;
  const taken = new Set<number>();
  return left.every((item, index) => {
    const decided = how.partial
      ? how.decide?.(right[index], item, index, right, left)
      : how.decide?.(item, right[index], index, left, right);
    if (decided !== undefined) return Boolean(decided);
    if (!how.unordered) return isEqualDeep(realm, item, right[index], how, open);
    const found = right.findIndex((other, at) => !taken.has(at) && isEqualDeep(realm, item, other, how, open));
    if (found >= 0) taken.add(found);
    return found >= 0;
  });
}

function isEqualObject(realm: Realm, left: unknown, right: unknown, how: Comparison, open: Open): boolean {
  const keys = keysOf(realm, left);
  if (!how.partial && keys.length !== keysOf(realm, right).length) return false;
  if (!keys.every((key) => hasOwnData(right, key) || (how.partial && readOwn(realm, right, key) !== undefined))) return false;
  const same = whileOpen(open, left, right, () =>
    keys.every((key) => {
      const mine = readOwn(realm, left, key);
      const other = readOwn(realm, right, key);
      const decided = how.partial ? how.decide?.(other, mine, key, right, left) : how.decide?.(mine, other, key, left, right);
      return decided === undefined ? isEqualDeep(realm, mine, other, how, open) : Boolean(decided);
    }),
  );
  // Two classes with the same fields are different things, unless only a part has to match.
  return same && (how.partial || keys.includes("constructor") || classOf(left) === classOf(right));
}

function classOf(value: unknown): unknown {
  return value instanceof Instance ? value.cls : undefined;
}

function isEqualOpaque(realm: Realm, left: Opaque, right: Opaque, how: Comparison, open: Open): boolean {
  if (left.type !== right.type) return false;
  const { name } = left.type;
  if (comparedByPrimitive.has(name)) {
    const hint = name === "RegExp" ? "string" : "number";
    return isSame(left.type.primitive?.(realm, left.state, hint), right.type.primitive?.(realm, right.state, hint));
  }
  if (name === "Error") {
    return ["name", "message"].every((key) => toText(realm, readOwn(realm, left, key)) === toText(realm, readOwn(realm, right, key)));
  }
  if (name !== "Map" && name !== "Set") return false;
  const items = toList(realm, left);
  const others = toList(realm, right);
  if (items.length !== others.length && !how.partial) return false;
  return whileOpen(open, left, right, () => isEqualArray(realm, items, others, { ...how, unordered: true }, open));
}

/** `_.isMatch` for one object: the source's own entries are in it. An empty source matches everything. */
export function isMatchOf(realm: Realm, object: unknown, source: unknown, how: Comparison = matching): boolean {
  chargeComparison(realm, object, source);
  if (object === source) return true;
  const keys = keysOf(realm, source);
  if (object === null || object === undefined) return keys.length === 0;
  return keys.every((key) => {
    const wanted = readOwn(realm, source, key);
    const found = readOwn(realm, object, key);
    if (found === undefined && !hasOwnData(object, key)) return false;
    const decided = how.decide?.(found, wanted, key, object, source);
    return decided === undefined ? isEqualDeep(realm, wanted, found, how) : Boolean(decided);
  });
}
