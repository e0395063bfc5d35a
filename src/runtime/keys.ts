import { arrayExtras, findInherited, toIndex, toKey } from "./get.ts";
import { Fn, Instance, Native, Opaque } from "./handles.ts";
import { hasPrivate, PrivateKey } from "./private.ts";
import type { Realm } from "./realm.ts";
import { isRecord, type Rec } from "./record.ts";
import { throwType } from "./throw.ts";

/** Own enumerable string keys, in the language's order. Views have none, and facades but for libraries. */
export function ownKeys(value: unknown): string[] {
  if (isRecord(value)) return Object.keys(value);
  if (Array.isArray(value)) {
    const extras = (value as unknown as { [arrayExtras]?: Rec })[arrayExtras];
    return extras === undefined ? Object.keys(value) : [...Object.keys(value), ...Object.keys(extras)];
  }
  if (typeof value === "string") return Object.keys(value);
  if (value instanceof Instance) return Object.keys(value.own);
  if (value instanceof Fn) return value.props === undefined ? [] : Object.keys(value.props);
  if (value instanceof Native) return value.lists ? [...value.members.keys()] : [];
  if (value instanceof Opaque)
    return [...(value.type.keys?.(value.state) ?? []), ...(value.extra === undefined ? [] : Object.keys(value.extra))];
  return [];
}

/** What functions have without being given it; no list shows it. */
function isOfFunctions(fn: Fn, key: string): boolean {
  return key === "name" || key === "length" || (key === "prototype" && fn.code.construct !== undefined);
}

/** Tells whether a value has an own property. */
export function hasOwn(value: unknown, key: string): boolean {
  if (isRecord(value)) return key in value;
  if (Array.isArray(value) || typeof value === "string") {
    if (key === "length") return true;
    const index = toIndex(key);
    if (index >= 0) return index < value.length;
    // Not by its list of keys: a look would cost the whole array.
    const extras = (value as unknown as { [arrayExtras]?: Rec })[arrayExtras];
    return extras !== undefined && key in extras;
  }
  if (value instanceof Native) return value.members.has(key);
  if (value instanceof Instance) return key in value.own;
  if (value instanceof Fn) return isOfFunctions(value, key) || (value.props !== undefined && key in value.props);
  if (value instanceof Opaque)
    return (value.extra !== undefined && key in value.extra) || (value.type.keys?.(value.state).includes(key) ?? false);
  return false;
}

/** `key in value`: own properties, data of opaque values (`size`, `message`), methods of template classes; nothing else behind a facade. */
export function hasProperty(realm: Realm, key: unknown, value: unknown): boolean {
  if (typeof value !== "object" || value === null) throwType(realm, "the right side of `in` has to be an object");
  if (key instanceof PrivateKey) return hasPrivate(value, key);
  const name = toKey(realm, key);
  if (hasOwn(value, name)) return true;
  if (value instanceof Opaque && value.type.read?.(realm, value.state, name) !== undefined) return true;
  return (value instanceof Instance || value instanceof Opaque) && findInherited(value.cls, name) !== undefined;
}

/** `value instanceof cls`: along template classes, then the facade names that an opaque value's kind lists. */
export function isInstanceOf(realm: Realm, value: unknown, cls: unknown): boolean {
  if (cls instanceof Fn) {
    // Arrows, methods and async functions have no `prototype` to be found (7.3.21).
    if (cls.code.construct === undefined && !cls.code.generator && typeof value === "object" && value !== null)
      throwType(realm, "the right side of `instanceof` makes no objects");
    for (
      let at: Fn | Native | undefined = value instanceof Instance || value instanceof Opaque ? value.cls : undefined;
      at !== undefined;
    ) {
      if (at === cls) return true;
      at = at instanceof Fn ? at.parent : undefined;
    }
    return false;
  }
  if (!(cls instanceof Native) || (cls.run === undefined && cls.make === undefined))
    throwType(realm, "the right side of `instanceof` is not callable");
  return classesOf(value).includes((cls as Native).name);
}

function classesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return ["Array", "Object"];
  if (isRecord(value)) return ["Object"];
  if (value instanceof Fn || value instanceof Native) return ["Function", "Object"];
  if (value instanceof Opaque) return [...(value.type.classes?.(value.state) ?? [value.type.name]), "Object"];
  if (value instanceof Instance) {
    for (let at: Fn | Native | undefined = value.cls; at !== undefined; at = at instanceof Fn ? at.parent : undefined) {
      if (at instanceof Native) return [at.name, "Object"];
    }
    return ["Object"];
  }
  return [];
}
