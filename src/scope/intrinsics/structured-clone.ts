import { charge, chargeArray } from "../../runtime/budget.ts";
import { get } from "../../runtime/get.ts";
import { Instance, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord } from "../../runtime/record.ts";
import { type ErrorState, errorType, throwError, throwType } from "../../runtime/throw.ts";
import { createDate, timeOf } from "./date.ts";
import { createMap, mapType } from "./map.ts";
import { createRegExp, isRegExp } from "./regexp.ts";
import { createSet, setType } from "./set.ts";

const deepest = 500;

/**
 * Copies a value with everything in it; what occurs twice, occurs twice in the copy as well. An instance of a class gives a plain record
 * (HTML 2.7). Functions, facades, views and promises can't be copied.
 */
function clone(realm: Realm, value: unknown, done: Map<unknown, unknown>, level: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  charge(realm, 1);
  if (level > deepest) throwError(realm, "RangeError", "this value nests too deep to be copied");
  const keep = <Copy>(copy: Copy): Copy => {
    done.set(value, copy);
    return copy;
  };
  if (Array.isArray(value)) {
    chargeArray(realm, value.length);
    charge(realm, value.length >>> 1);
    const copy: unknown[] = keep([]);
    for (let i = 0; i < value.length; i++) copy.push(clone(realm, value[i], done, level + 1));
    return copy;
  }
  const fields = value instanceof Instance ? value.own : isRecord(value) ? value : undefined;
  if (fields !== undefined) {
    const copy = keep(createRecord());
    const keys = Object.keys(fields);
    chargeArray(realm, keys.length);
    charge(realm, 2 * keys.length);
    for (const key of keys) copy[key] = clone(realm, get(realm, value, key), done, level + 1);
    return copy;
  }
  const time = timeOf(value);
  if (time !== undefined) return keep(createDate(time));
  if (isRegExp(value)) return keep(createRegExp(value.state.linked));
  if (!(value instanceof Opaque)) return throwType(realm, "this value can't be copied");
  if (value.type === (mapType as OpaqueType)) {
    const map = new Map<unknown, unknown>();
    const copy = keep(createMap(map));
    const source = value.state as Map<unknown, unknown>;
    chargeArray(realm, source.size);
    charge(realm, 2 * source.size);
    for (const [key, item] of source) map.set(clone(realm, key, done, level + 1), clone(realm, item, done, level + 1));
    return copy;
  }
  if (value.type === (setType as OpaqueType)) {
    const set = new Set<unknown>();
    const copy = keep(createSet(set));
    const source = value.state as Set<unknown>;
    chargeArray(realm, source.size);
    charge(realm, source.size);
    for (const item of source) set.add(clone(realm, item, done, level + 1));
    return copy;
  }
  if (value.type === (errorType as OpaqueType)) return keep(new Opaque(errorType, { ...(value.state as ErrorState) }));
  return throwType(realm, "this value can't be copied");
}

/** `structuredClone`. */
export const structuredCloneFacade = new Native({
  name: "structuredClone",
  length: 1,
  run: (realm, _self, [value]) => clone(realm, value, new Map(), 0),
});
