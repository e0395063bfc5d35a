import { charge, chargeArray } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { Instance, Opaque } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import { View } from "../../runtime/view.ts";
import { createDate, timeOf } from "../intrinsics/date.ts";
import { createMap } from "../intrinsics/map.ts";
import { createDynamicRegExp } from "../intrinsics/regexp.ts";
import { createSet } from "../intrinsics/set.ts";
import { deeper } from "./callback.ts";
import { isObject } from "./own-data.ts";

/** A customizer of `_.cloneWith`: anything but `undefined` stands for the clone. */
export type Customize = (value: unknown, key?: string | number, holder?: unknown) => unknown;

interface Cloning {
  readonly deep: boolean;
  readonly customize: Customize | undefined;
  /** Originals and their clones: shared parts stay shared, cycles close. */
  readonly done: Map<unknown, unknown>;
}

/** `_.cloneDeep`. */
export function cloneDeep(realm: Realm, value: unknown, customize?: Customize): unknown {
  return cloneAny(realm, value, { deep: true, customize, done: new Map() });
}

/** `_.clone`. */
export function cloneShallow(realm: Realm, value: unknown, customize?: Customize): unknown {
  return cloneAny(realm, value, { deep: false, customize, done: new Map() });
}

function cloneAny(realm: Realm, value: unknown, how: Cloning, key?: string | number, holder?: unknown): unknown {
  const custom = holder === undefined ? how.customize?.(value) : how.customize?.(value, key, holder);
  if (custom !== undefined) return custom;
  if (!isObject(value) || value instanceof View) return value;
  const done = how.done.get(value);
  if (done !== undefined) return done;
  charge(realm, 1);
  return deeper(realm, () => {
    if (Array.isArray(value)) return cloneArray(realm, value, how);
    if (isRecord(value)) return cloneEntries(realm, value, value, createRecord(), how);
    if (value instanceof Instance) {
      const copy = new Instance(value.cls, createRecord());
      cloneEntries(realm, value.own, value, copy.own, how, copy);
      return copy;
    }
    if (value instanceof Opaque) return cloneOpaque(realm, value, how, holder !== undefined);
    // As in lodash, a function is kept inside of something, and an empty object by itself.
    return isCallable(value) && holder === undefined ? createRecord() : value;
  });
}

function cloneArray(realm: Realm, value: readonly unknown[], how: Cloning): unknown[] {
  chargeArray(realm, value.length);
  if (!how.deep) return value.slice();
  const copy: unknown[] = [];
  how.done.set(value, copy);
  for (let index = 0; index < value.length; index++) copy.push(cloneAny(realm, value[index], how, index, value));
  return copy;
}

function cloneEntries(realm: Realm, from: Rec, holder: unknown, to: Rec, how: Cloning, copy: unknown = to): unknown {
  how.done.set(holder, copy);
  for (const key of Object.keys(from)) {
    charge(realm, 1);
    to[key] = how.deep ? cloneAny(realm, from[key], how, key, holder) : from[key];
  }
  return copy;
}

/** Dates, maps, sets and regular expressions are made anew; a moment knows how to clone itself; the rest stays what it is. */
function cloneOpaque(realm: Realm, value: Opaque, how: Cloning, inside: boolean): unknown {
  const { state, type } = value;
  switch (type.name) {
    case "Date":
      return createDate(timeOf(value) ?? Number.NaN);
    case "RegExp":
      return createDynamicRegExp(realm, String(type.read?.(realm, state, "source")), String(type.read?.(realm, state, "flags")));
    case "Map": {
      const copy = new Map<unknown, unknown>();
      const made = remember(how, value, createMap(copy));
      for (const pair of toList(realm, value)) {
        const [key, item] = pair as readonly unknown[];
        copy.set(key, how.deep ? cloneAny(realm, item, how, undefined, value) : item);
      }
      return made;
    }
    case "Set": {
      const copy = new Set<unknown>();
      const made = remember(how, value, createSet(copy));
      for (const item of toList(realm, value)) copy.add(how.deep ? cloneAny(realm, item, how, undefined, value) : item);
      return made;
    }
    case "Moment":
    case "Duration":
      return call(realm, type.methods.get("clone"), value, []);
    default:
      return inside ? value : createRecord();
  }
}

function remember<Copy>(how: Cloning, value: unknown, copy: Copy): Copy {
  how.done.set(value, copy);
  return copy;
}
