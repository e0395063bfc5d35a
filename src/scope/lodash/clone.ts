import { charge, chargeArray } from "../../runtime/budget.ts";
import { call, construct } from "../../runtime/call.ts";
import { Instance, Opaque } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import { View } from "../../runtime/view.ts";
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

/** Dates, maps, sets and regular expressions are made anew by the facades that make them for templates. */
function cloneOpaque(realm: Realm, value: Opaque, how: Cloning, inside: boolean): unknown {
  const { name, primitive, methods } = value.type;
  switch (name) {
    case "Date":
      return rebuild(realm, name, [primitive?.(realm, value.state, "number")]);
    case "RegExp":
      return rebuild(realm, name, [value.type.read?.(realm, value.state, "source"), value.type.read?.(realm, value.state, "flags")]);
    case "Map":
    case "Set": {
      const items = toList(realm, value);
      const copy = rebuild(realm, name, how.deep ? [] : [items]);
      if (!how.deep || !(copy instanceof Opaque)) return copy;
      how.done.set(value, copy);
      for (const item of items) {
        const [key, inner] = name === "Map" ? (item as readonly unknown[]) : [item, item];
        const cloned = cloneAny(realm, inner, how, undefined, value);
        call(realm, copy.type.methods.get(name === "Map" ? "set" : "add"), copy, name === "Map" ? [key, cloned] : [cloned]);
      }
      return copy;
    }
    case "Moment":
    case "Duration":
      return call(realm, methods.get("clone"), value, []);
    default:
      return inside ? value : createRecord();
  }
}

function rebuild(realm: Realm, name: string, args: readonly unknown[]): unknown {
  return construct(realm, realm.globals.get(name), args, name);
}
