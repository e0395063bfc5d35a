import { charge } from "./budget.ts";
import { Fn, Instance, Native, Opaque } from "./handles.ts";
import type { Realm } from "./realm.ts";
import { createRecord, isRecord, type Rec } from "./record.ts";
import { throwType } from "./throw.ts";

/** Every read of an absent name walks the chain, for one step of the budget. */
const longestChain = 50;

const ownersKey = "prototypes";

/** Whose `prototype` a record is. Kept for records that the template has read there. */
function ownersIn(realm: Realm): WeakMap<Rec, Fn> {
  let owners = realm.store.get(ownersKey) as WeakMap<Rec, Fn> | undefined;
  if (owners === undefined) {
    owners = new WeakMap();
    realm.store.set(ownersKey, owners);
  }
  return owners;
}

/** Reads `fn.prototype`: the methods of what `new fn()` makes. */
export function readPrototype(fn: Fn): Rec | undefined {
  if (fn.code.construct === undefined) return undefined;
  if (fn.proto === undefined) fn.proto = createRecord();
  const owners = ownersIn(fn.realm);
  if (!owners.has(fn.proto)) owners.set(fn.proto, fn);
  return fn.proto;
}

/** Tells which function's `prototype` a record is. */
export function findOwner(realm: Realm, prototype: unknown): Fn | undefined {
  return isRecord(prototype) ? ownersIn(realm).get(prototype) : undefined;
}

/** Finds the facade whose `prototype` a value is: a base of components, an intrinsic. */
export function findFacade(realm: Realm, prototype: unknown): Native | undefined {
  if (!(prototype instanceof Native)) return undefined;
  charge(realm, 50);
  const react = realm.globals.get("React");
  for (const all of react instanceof Native ? [react.members, realm.globals] : [realm.globals])
    for (const found of all.values())
      if (found instanceof Native && found.make && found.members.get("prototype") === prototype) return found;
  return undefined;
}

/**
 * Writes `fn.prototype`. What an object of another function or class is put there for, in code that was compiled to functions, is to
 * inherit: the function then extends that one, as a class would.
 */
export function writePrototype(realm: Realm, fn: Fn, value: Rec | Instance | Native): void {
  // That of a class can't be written.
  if (fn.code.kind === "class") throwType(realm, "cannot set `prototype` of a class");
  if (value instanceof Native) {
    fn.parent = findFacade(realm, value) ?? throwType(realm, "this can't be the `prototype` of a function");
    fn.proto = createRecord();
    return;
  }
  const proto = isRecord(value) ? value : value.own;
  const model = isRecord(value) ? findOwner(realm, value) : value.cls;
  if (model !== fn) fn.parent = checkParent(realm, model, fn);
  fn.proto = proto;
}

/** Refuses a parent by which a chain would be endless, or too long to be walked for each name. */
export function checkParent<Parent extends Fn | Native | undefined>(realm: Realm, parent: Parent, heir?: Fn): Parent {
  let count = 0;
  for (let at: Fn | Native | undefined = parent; at instanceof Fn; at = at.parent) {
    if (at === heir) throwType(realm, "a function can't inherit from itself");
    if (++count >= longestChain) throwType(realm, `a class can't extend more than ${longestChain} others`);
  }
  return parent;
}

/** Finds the facade that a class extends in the end. */
export function findBase(cls: Fn): Native | undefined {
  let at: Fn | Native | undefined = cls;
  while (at instanceof Fn) at = at.parent;
  return at;
}

const bareCode = {
  name: "",
  length: 0,
  kind: "class",
  async: false,
  generator: false,
  invoke: (fn: Fn) => throwType(fn.realm, "this class can't be called"),
} as const;

/** Makes an object that inherits from a function of the template or a facade, without any constructor run: `Object.create(F.prototype)`. */
export function createHeir(realm: Realm, model: Fn | Native): Instance {
  if (model instanceof Fn) {
    model.proto ??= createRecord();
    return new Instance(model, createRecord());
  }
  const cls = new Fn(bareCode, undefined, realm, model);
  cls.proto = createRecord();
  return new Instance(cls, createRecord());
}

/** The `prototype` that a facade hands out to everybody; nothing can be written there. */
function prototypeOf(realm: Realm, name: string): unknown {
  const facade = realm.globals.get(name);
  return facade instanceof Native ? facade.members.get("prototype") : undefined;
}

const primitives: Readonly<Record<string, string>> = { string: "String", number: "Number", boolean: "Boolean" };

/**
 * Gives what `Object.getPrototypeOf` does: of what the template's own classes and functions made, their `prototype`; of a class, what it
 * extends; of all else what `Array.prototype` and its like answer to anyway. Nothing behind a value is handed out by it.
 */
export function toPrototype(realm: Realm, value: unknown): unknown {
  if (value === null || value === undefined) return throwType(realm, `${value} has no prototype`);
  if (value instanceof Instance) return readPrototype(value.cls) ?? value.cls.proto ?? null;
  if (value instanceof Fn) return value.parent ?? null;
  if (value instanceof Opaque && value.cls !== undefined) return readPrototype(value.cls) ?? null;
  const all = prototypeOf(realm, "Object") ?? null;
  if (value === all) return null;
  const parent = findOwner(realm, value)?.parent;
  if (parent !== undefined) return (parent instanceof Fn ? readPrototype(parent) : parent.members.get("prototype")) ?? null;
  const name = Array.isArray(value) ? "Array" : value instanceof Opaque ? value.type.name : (primitives[typeof value] ?? "Object");
  return prototypeOf(realm, name) ?? all;
}
