import { charge, chargeArray, chargeKey } from "../../runtime/budget.ts";
import { call } from "../../runtime/call.ts";
import { get, toKey } from "../../runtime/get.ts";
import { defineGetter } from "../../runtime/getters.ts";
import { Accessor, Fn, Instance, Native } from "../../runtime/handles.ts";
import { createHeir, findFacade, findOwner, toPrototype } from "../../runtime/heritage.ts";
import { walkItems } from "../../runtime/iterate.ts";
import { hasOwn, ownKeys } from "../../runtime/keys.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import { set } from "../../runtime/set.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeEquality, chargeGrowth, expectCallable } from "./arguments.ts";
import { findAttributes, isRestricted, restrict } from "./integrity.ts";
import { createPrototype, createTable } from "./members.ts";
import { objectMethods } from "./object-methods.ts";

function expectObject(realm: Realm, value: unknown): unknown {
  return value === null || value === undefined ? throwType(realm, `${value} has no properties`) : value;
}

/** Own enumerable keys of a value, charged. */
function keysOf(realm: Realm, value: unknown): string[] {
  const keys = ownKeys(expectObject(realm, value));
  chargeArray(realm, keys.length);
  charge(realm, keys.length);
  return keys;
}

/** Charges for work that looks at every property of a value. */
function chargeWalk(realm: Realm, value: unknown): void {
  charge(realm, Array.isArray(value) ? value.length : ownKeys(value).length);
}

/** Writes a property as `defineProperty` would. Attributes are not kept: every property can be written and listed. */
function define(realm: Realm, target: unknown, key: string, descriptor: unknown): void {
  if (!isRecord(descriptor)) throwType(realm, "a property descriptor has to be an object");
  const given = descriptor as Rec;
  for (const half of [given.get, given.set])
    if (half !== undefined && !isCallable(half)) throwType(realm, "a getter or setter has to be a function");
  if (("get" in given || "set" in given) && ("value" in given || "writable" in given))
    throwType(realm, "a property descriptor has a value or a getter, not both");
  if (isCallable(given.get) || isCallable(given.set)) return defineAccessor(realm, target, key, given);
  // Attributes alone leave the value as it is (`{ writable: false }`).
  if ("value" in given || !hasOwn(target, key)) set(realm, target, key, given.value);
}

/**
 * Getters and setters are for instances: of a class that was compiled to a function, they are defined on its `prototype`. Of a plain
 * object there are getters alone: bundlers export by them.
 */
function defineAccessor(realm: Realm, target: unknown, key: string, { get: reader, set: writer }: Rec): void {
  const owner = findOwner(realm, target);
  if (owner === undefined && isRecord(target) && isCallable(reader) && writer === undefined) {
    set(realm, target, key, undefined);
    return defineGetter(realm, target, key, reader);
  }
  if (owner === undefined) throwType(realm, "setters of plain objects can't be defined");
  const accessors = ((owner as Fn).accessors ??= new Map());
  accessors.set(key, new Accessor(reader instanceof Fn ? reader : undefined, writer instanceof Fn ? writer : undefined));
}

/** Sorts the items of a walk by what a callback says of each. */
export function groupItems<Key>(realm: Realm, items: unknown, callback: unknown, toGroup: (value: unknown) => Key): Map<Key, unknown[]> {
  const fn = expectCallable(realm, callback);
  const groups = new Map<Key, unknown[]>();
  let index = 0;
  walkItems(realm, items, (item) => {
    const key = toGroup(call(realm, fn, undefined, [item, index++]));
    chargeKey(realm, key);
    const group = groups.get(key);
    if (group === undefined) {
      chargeGrowth(realm, groups.size + 1, 1);
      groups.set(key, [item]);
    } else {
      chargeGrowth(realm, group.length + 1, 1);
      group.push(item);
    }
  });
  return groups;
}

/** FromPropertyDescriptor (6.2.6.4): every field is data here, and only a length is not listed. */
function describe(realm: Realm, value: unknown, key: string, enumerable: boolean): Rec {
  const result = createRecord();
  // By the one property: whether a value is frozen takes a walk over all that it has.
  const { writable, configurable } = findAttributes(value, key);
  result.value = get(realm, value, key);
  result.writable = writable;
  result.enumerable = enumerable;
  result.configurable = configurable && enumerable;
  return result;
}

/** Tells whether a property that a value has is listed. */
function isListed(value: unknown, key: string): boolean {
  if (isRecord(value) || value instanceof Instance) return true;
  if (Array.isArray(value) || typeof value === "string") return key !== "length";
  return ownKeys(value).includes(key);
}

/**
 * The functions of `Object` (ECMAScript 20.1.2). Records have no prototype, so `setPrototypeOf` does
 * not exist, and `Object.create(record)` gives a copy of the record's own fields: what was inherited is read all the
 * same, only that later changes of the original do not show. Of a function's `prototype` it gives what inherits, as `new` would.
 */
const statics = createTable("Object", {
  assign: (realm, _self, [target, ...sources]) => {
    expectObject(realm, target);
    for (const source of sources) {
      if (source === null || source === undefined) continue;
      const keys = keysOf(realm, source);
      charge(realm, keys.length);
      for (const key of keys) set(realm, target, key, get(realm, source, key));
    }
    return target;
  },
  create: (realm, _self, [model, properties]) => {
    const parent = findOwner(realm, model) ?? findFacade(realm, model);
    // What all objects inherit, a record has.
    const isPlain = parent === undefined || parent === objectFacade;
    const result = isPlain ? createRecord() : createHeir(realm, parent);
    if (parent === undefined) {
      if (isRecord(model)) for (const key of keysOf(realm, model)) set(realm, result, key, model[key]);
      else if (model !== null) throwType(realm, "`Object.create` takes a plain object or null");
    }
    if (properties !== undefined) for (const key of keysOf(realm, properties)) define(realm, result, key, get(realm, properties, key));
    return result;
  },
  defineProperties: (realm, _self, [target, properties]) => {
    for (const key of keysOf(realm, properties)) define(realm, target, key, get(realm, properties, key));
    return target;
  },
  defineProperty: (realm, _self, [target, key, descriptor]) => {
    define(realm, target, toKey(realm, key), descriptor);
    return target;
  },
  entries: (realm, _self, [value]) => keysOf(realm, value).map((key) => [key, get(realm, value, key)]),
  freeze: (realm, _self, [value]) => {
    chargeWalk(realm, value);
    return restrict(value, Object.freeze);
  },
  fromEntries: (realm, _self, [entries]) => {
    const result = createRecord();
    let size = 0;
    walkItems(realm, entries, (entry) => {
      chargeGrowth(realm, ++size, 1);
      if (typeof entry !== "object" || entry === null) throwType(realm, "an entry has to be a pair");
      result[toKey(realm, get(realm, entry, 0))] = get(realm, entry, 1);
    });
    return result;
  },
  getOwnPropertyDescriptor: (realm, _self, [value, name]) => {
    const key = toKey(realm, name);
    if (!hasOwn(expectObject(realm, value), key)) return undefined;
    return describe(realm, value, key, isListed(value, key));
  },
  getOwnPropertyDescriptors: (realm, _self, [value]) => {
    const result = createRecord();
    const keys = keysOf(realm, expectObject(realm, value));
    charge(realm, keys.length * 8);
    for (const key of keys) result[key] = describe(realm, value, key, true);
    if (Array.isArray(value) || typeof value === "string") result.length = describe(realm, value, "length", false);
    return result;
  },
  getOwnPropertyNames: (realm, _self, [value]) => {
    const keys = keysOf(realm, value);
    // Indices, then `length`, then what has other names.
    if (Array.isArray(value) || typeof value === "string") keys.splice(value.length, 0, "length");
    return keys;
  },
  getPrototypeOf: (realm, _self, [value]) => toPrototype(realm, value),
  groupBy: (realm, _self, [items, callback]) => {
    const result = createRecord();
    for (const [key, group] of groupItems(realm, items, callback, (value) => toKey(realm, value))) result[key] = group;
    return result;
  },
  hasOwn: (realm, _self, [value, key]) => hasOwn(expectObject(realm, value), toKey(realm, key)),
  is: (realm, _self, [left, right]) => {
    chargeEquality(realm, left, 1);
    return Object.is(left, right);
  },
  isExtensible: (_realm, _self, [value]) => !isRestricted(value, (store) => !Object.isExtensible(store)),
  isFrozen: (realm, _self, [value]) => {
    chargeWalk(realm, value);
    return isRestricted(value, Object.isFrozen);
  },
  isSealed: (realm, _self, [value]) => {
    chargeWalk(realm, value);
    return isRestricted(value, Object.isSealed);
  },
  keys: (realm, _self, [value]) => keysOf(realm, value),
  preventExtensions: (realm, _self, [value]) => {
    chargeWalk(realm, value);
    return restrict(value, Object.preventExtensions);
  },
  prototype: createPrototype("Object", objectMethods),
  seal: (realm, _self, [value]) => {
    chargeWalk(realm, value);
    return restrict(value, Object.seal);
  },
  values: (realm, _self, [value]) => keysOf(realm, value).map((key) => get(realm, value, key)),
});

/** `Object(value)`: a value as it is; nothing gives a new record. There are no wrapper objects. */
function toObject(value: unknown): unknown {
  return value === null || value === undefined ? createRecord() : value;
}

/** `Object`. */
export const objectFacade = new Native({
  name: "Object",
  length: 1,
  run: (_realm, _self, [value]) => toObject(value),
  make: (_realm, [value]) => toObject(value),
  members: statics,
});
