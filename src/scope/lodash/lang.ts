import { charge, chargeArray } from "../../runtime/budget.ts";
import { compare, toNumber } from "../../runtime/coerce.ts";
import { Native, Opaque } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { callBack } from "./callback.ts";
import { type Customize, cloneDeep, cloneShallow } from "./clone.ts";
import { type Comparison, exact, isEqualDeep, isMatchOf, matching } from "./compare-deep.ts";
import { toFinite, toInteger, toLength, toLodashText } from "./convert.ts";
import type { FunctionTable, LodashFunction } from "./function-table.ts";
import { listValues } from "./object.ts";
import { entriesOf, hasOwnData, isArrayLikeObject, isObject, isSame, keysOf, lengthOf, readOwn } from "./own-data.ts";
import { parsePath, toKeys } from "./path.ts";
import { toSymbols } from "./symbols.ts";

/**
 * Questions that one look at a value answers. Views and facades are objects, but never plain ones. What a card can't make (buffers, typed
 * arrays, symbols, elements of the page) no value is; a facade is what the engine's own functions are elsewhere.
 */
const questions: Readonly<Record<string, (value: unknown) => boolean>> = {
  isArguments: () => false,
  isArray: Array.isArray,
  isArrayBuffer: () => false,
  isArrayLike: (value) => lengthOf(value) !== undefined,
  isArrayLikeObject,
  isBoolean: (value) => typeof value === "boolean",
  isBuffer: () => false,
  isDate: (value) => isKind(value, "Date"),
  isElement: () => false,
  isError: (value) => isKind(value, "Error") || (isObject(value) && !isRecord(value) && hasErrorFields(value)),
  isFinite: Number.isFinite,
  isFunction: isCallable,
  isInteger: Number.isInteger,
  isLength: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  isMap: (value) => isKind(value, "Map"),
  isNaN: Number.isNaN,
  isNative: (value) => value instanceof Native,
  isNil: (value) => value === null || value === undefined,
  isNull: (value) => value === null,
  isNumber: (value) => typeof value === "number",
  isObject,
  isObjectLike: (value) => isObject(value) && !isCallable(value),
  isPlainObject: isRecord,
  isRegExp: (value) => isKind(value, "RegExp"),
  isSafeInteger: Number.isSafeInteger,
  isSet: (value) => isKind(value, "Set"),
  isString: (value) => typeof value === "string",
  isSymbol: () => false,
  isTypedArray: () => false,
  isUndefined: (value) => value === undefined,
  isWeakMap: (value) => isKind(value, "WeakMap"),
  isWeakSet: (value) => isKind(value, "WeakSet"),
};

function isKind(value: unknown, name: string): boolean {
  return value instanceof Opaque && value.type.name === name;
}

/** An instance of a template's class that looks like an error is one to lodash. */
function hasErrorFields(value: object): boolean {
  const own = (value as { own?: unknown }).own;
  return isRecord(own) && typeof own.message === "string" && typeof own.name === "string";
}

function toFunction(ask: (value: unknown) => boolean): LodashFunction {
  return (_realm, value) => ask(value);
}

/** Tests, conversions, copies and comparisons of any value. */
export const langFunctions: FunctionTable = {
  ...(Object.fromEntries(Object.entries(questions).map(([name, ask]) => [name, toFunction(ask)])) as FunctionTable),
  isEmpty: (realm, value) => {
    if (Array.isArray(value) || typeof value === "string") return value.length === 0;
    if (isKind(value, "Map") || isKind(value, "Set")) return readOwn(realm, value, "size") === 0;
    return keysOf(realm, value).length === 0;
  },
  isEqual: (realm, left, right) => isEqualDeep(realm, left, right, exact),
  isEqualWith: (realm, left, right, customizer) => {
    const decide = toDecide(realm, customizer);
    const decided = decide === undefined ? undefined : callBack(realm, customizer, [left, right]);
    return decided === undefined ? isEqualDeep(realm, left, right, { ...exact, ...decide }) : Boolean(decided);
  },
  isMatch: (realm, object, source) => isMatchOf(realm, object, source),
  isMatchWith: (realm, object, source, customizer) => isMatchOf(realm, object, source, { ...matching, ...toDecide(realm, customizer) }),
  conformsTo: (realm, object, source) => conformsTo(realm, object, source),
  clone: (realm, value) => cloneShallow(realm, value),
  cloneDeep: (realm, value) => cloneDeep(realm, value),
  cloneWith: (realm, value, customizer) => cloneShallow(realm, value, toCustomize(realm, customizer)),
  cloneDeepWith: (realm, value, customizer) => cloneDeep(realm, value, toCustomize(realm, customizer)),
  castArray: (_realm, value, _second, _third, args) => (args.length === 0 ? [] : Array.isArray(value) ? value : [value]),
  eq: (_realm, left, right) => isSame(left, right),
  gt: (realm, left, right) => compareLoosely(realm, left, right, ">"),
  gte: (realm, left, right) => compareLoosely(realm, left, right, ">="),
  lt: (realm, left, right) => compareLoosely(realm, left, right, "<"),
  lte: (realm, left, right) => compareLoosely(realm, left, right, "<="),
  toArray,
  toNumber: (realm, value) => toNumber(realm, value),
  toInteger: (realm, value) => toInteger(realm, value),
  toFinite: (realm, value) => toFinite(realm, value),
  toLength: (realm, value) => toLength(realm, value),
  toSafeInteger: (realm, value) => Math.min(Math.max(toInteger(realm, value), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER),
  toPath: (realm, value) => (Array.isArray(value) ? [...toKeys(realm, value, undefined)] : parsePath(realm, toLodashText(realm, value))),
};

/** `gt` and its kin compare as numbers unless both are strings. */
function compareLoosely(realm: Realm, left: unknown, right: unknown, operator: "<" | ">" | "<=" | ">="): boolean {
  if (typeof left === "string" && typeof right === "string") return compare(realm, left, right, operator);
  return compare(realm, toNumber(realm, left), toNumber(realm, right), operator);
}

function toDecide(realm: Realm, customizer: unknown): Pick<Required<Comparison>, "decide"> | undefined {
  return isCallable(customizer) ? { decide: (...args) => callBack(realm, customizer, args) } : undefined;
}

function toCustomize(realm: Realm, customizer: unknown): Customize | undefined {
  return isCallable(customizer) ? (...args) => callBack(realm, customizer, args) : undefined;
}

/** Whether an object's entries pass the predicates of `source`. */
export function conformsTo(realm: Realm, object: unknown, source: unknown): boolean {
  const keys = keysOf(realm, source);
  if (object === null || object === undefined) return keys.length === 0;
  // From the last to the first, as lodash asks.
  return [...keys].reverse().every((key) => {
    const value = readOwn(realm, object, key);
    if (value === undefined && !hasOwnData(object, key)) return false;
    return Boolean(callBack(realm, readOwn(realm, source, key), [value]));
  });
}

function toArray(realm: Realm, value: unknown): unknown[] {
  if (!value) return [];
  if (typeof value === "string") return [...toSymbols(realm, value)];
  if (lengthOf(value) !== undefined) {
    chargeArray(realm, lengthOf(value) ?? 0);
    return [...entriesOf(realm, value)];
  }
  if (value instanceof Opaque && value.type.iterate !== undefined) return toList(realm, value);
  charge(realm, 1);
  return listValues(realm, value);
}
