import { charge, chargeKey, shortestPaid } from "./budget.ts";
import { call } from "./call.ts";
import { readGetter } from "./getters.ts";
import { Accessor, Fn, Instance, Native, Opaque } from "./handles.ts";
import { readPrototype } from "./heritage.ts";
import { isCallable } from "./kinds.ts";
import { getPrivate, PrivateKey } from "./private.ts";
import type { Realm } from "./realm.ts";
import { createRecord, isRecord, type Rec } from "./record.ts";
import { throwType } from "./throw.ts";
import { BlockView, ComponentView, ElementView, View } from "./view.ts";

/**
 * Array-likes of the language carry a few named properties (`raw` of a tagged template's strings, `index` and `groups`
 * of a match). They live under this symbol, which no template can name.
 */
export const arrayExtras: unique symbol = Symbol("array extras");

/**
 * Reads `value[key]`: the only way to read in the language, patterns included. A total switch over the kinds; each
 * reads own properties or a method table, and the last branch refuses.
 *
 * @param key A string or number; anything else is a TypeError of the template (an object as a key is never coerced).
 */
export function get(realm: Realm, value: unknown, key: unknown): unknown {
  if (typeof key !== "string") {
    if (typeof key === "number") {
      if (Array.isArray(value)) return readIndex(value, key);
      key = String(key);
    } else if (key instanceof PrivateKey) return getPrivate(realm, value, key);
    else key = toKey(realm, key);
  } else if (key.length > shortestPaid) chargeKey(realm, key);
  return getNamed(realm, value, key as string);
}

/** Reads `value.key` for a key that is a string already. */
export function getNamed(realm: Realm, value: unknown, key: string): unknown {
  switch (typeof value) {
    case "string":
      return readString(realm, value, key);
    case "number":
      return realm.methods.number.get(key) ?? readObjectMethod(realm, key);
    case "boolean":
      return realm.methods.boolean.get(key) ?? readObjectMethod(realm, key);
    case "object":
      if (isRecord(value)) {
        const own = value[key];
        if (own !== undefined) return own;
        return key in value ? readGetter(realm, value, key) : readObjectMethod(realm, key);
      }
      if (Array.isArray(value)) return readArray(realm, value, key);
      if (value instanceof Instance) return readInstance(realm, value, key);
      if (value instanceof Opaque) return readOpaque(realm, value, key);
      if (value instanceof Native) return readNative(realm, value, key);
      if (value instanceof Fn) return readFn(realm, value, key);
      if (value instanceof View) return readView(realm, value, key);
      break;
    default:
  }
  return throwType(
    realm,
    `cannot read \`${shorten(key)}\` of ${value === null ? "null" : value === undefined ? "undefined" : "this value"}`,
  );
}

/** Turns a computed key into a property name. Objects are refused: a `toString` of theirs never runs for a key. */
export function toKey(realm: Realm, key: unknown): string {
  switch (typeof key) {
    case "string":
      if (key.length > shortestPaid) chargeKey(realm, key);
      return key;
    case "number":
    case "boolean":
    case "undefined":
      return String(key);
    default:
      if (key === null) return "null";
      return throwType(realm, "an object can't be used as a property key");
  }
}

function readObjectMethod(realm: Realm, key: string): unknown {
  return realm.methods.object.get(key);
}

function readString(realm: Realm, value: string, key: string): unknown {
  if (key === "length") return value.length;
  const method = realm.methods.string.get(key);
  if (method !== undefined) return method;
  const index = toIndex(key);
  if (index >= 0) return index < value.length ? value[index] : undefined;
  return readObjectMethod(realm, key);
}

function readIndex(value: readonly unknown[], index: number): unknown {
  // What is no index would be looked for on the host's `Object.prototype`.
  const item = index >>> 0 === index && index < value.length ? value[index] : undefined;
  return item === undefined ? readExtra(value, index) : item;
}

/** `list[-1]`, `list[0.5]` and what is too large for an index are names like any other. */
function readExtra(value: readonly unknown[], index: number): unknown {
  const extras = (value as { [arrayExtras]?: Rec })[arrayExtras];
  return extras === undefined ? undefined : extras[String(index)];
}

function readArray(realm: Realm, value: readonly unknown[], key: string): unknown {
  if (key === "length") return value.length;
  const index = toIndex(key);
  if (index >= 0) return readIndex(value, index);
  const extras = (value as { [arrayExtras]?: Rec })[arrayExtras];
  if (extras !== undefined && key in extras) return extras[key];
  return realm.methods.array.get(key) ?? readObjectMethod(realm, key);
}

function readInstance(realm: Realm, value: Instance, key: string): unknown {
  const own = value.own[key];
  if (own !== undefined || key in value.own) return own;
  const found = findInherited(value.cls, key);
  if (found instanceof Accessor) return found.get === undefined ? undefined : call(realm, found.get, value, []);
  return found !== undefined ? found : readObjectMethod(realm, key);
}

/** Finds a method, accessor or inherited native along a class and the classes that it extends. */
export function findInherited(cls: Fn | Native | undefined, key: string): unknown {
  for (let at = cls; at !== undefined; at = at instanceof Fn ? at.parent : undefined) {
    if (at instanceof Native) {
      const inherited = at.inherited.get(key);
      if (inherited !== undefined) return inherited;
      break;
    }
    const accessor = at.accessors?.get(key);
    if (accessor !== undefined) return accessor;
    if (at.proto !== undefined && key in at.proto) return at.proto[key];
  }
  if (key === "constructor" && cls instanceof Fn) return cls;
  return undefined;
}

function readOpaque(realm: Realm, value: Opaque, key: string): unknown {
  if (value.extra !== undefined && key in value.extra) return value.extra[key];
  if (value.cls !== undefined) {
    const found = findInherited(value.cls, key);
    if (found instanceof Accessor) return found.get === undefined ? undefined : call(realm, found.get, value, []);
    if (found !== undefined) return found;
  }
  const own = value.type.read?.(realm, value.state, key);
  if (own !== undefined) return own;
  return value.type.methods.get(key) ?? readObjectMethod(realm, key);
}

function readNative(realm: Realm, value: Native, key: string): unknown {
  if (value.extra !== undefined && key in value.extra) return value.extra[key];
  const member = value.members.get(key);
  if (member !== undefined || value.members.has(key)) return member;
  if (!isCallable(value)) return undefined;
  if (key === "name") return value.name;
  if (key === "length") return value.length;
  // A table of helpers (`_`, `Object`) has no text to show: of such a name it would only seem to be a helper.
  if (key === "toString" && value.members.size > 0) return undefined;
  return realm.methods.function.get(key);
}

function readFn(realm: Realm, value: Fn, key: string): unknown {
  if (key === "prototype") return readPrototype(value);
  for (let at: Fn | Native | undefined = value; at !== undefined; at = at.parent) {
    if (at instanceof Native) return at.members.get(key) ?? realm.methods.function.get(key);
    if (at.props !== undefined && key in at.props) {
      const found = at.props[key];
      if (found instanceof Accessor) return found.get === undefined ? undefined : call(realm, found.get, value, []);
      return found;
    }
    // Every function has a name and a length of its own, whatever it inherits.
    if (key === "name") return value.code.name;
    if (key === "length") return value.code.length;
  }
  return realm.methods.function.get(key) ?? readObjectMethod(realm, key);
}

function readView(realm: Realm, value: View, key: string): unknown {
  if (key === "key") return value.key ?? null;
  if (value instanceof ComponentView && key === "type") return value.type;
  if (value instanceof ElementView && key === "type") return value.tag;
  // Props are read-only for the template because views are never written to by `set`; a copy keeps it so for records.
  if (key === "props" && value instanceof ComponentView) return copyProps(realm, value.props);
  if (key === "props" && value instanceof ElementView) return Object.assign(copyProps(realm, value.props), { children: value.children });
  if (key === "props" && value instanceof BlockView) return createRecord();
  return undefined;
}

/** Copies the props of a view, one unit each: a view of many may be looked at often. */
export function copyProps(realm: Realm, props: Readonly<Rec>): Rec {
  const keys = Object.keys(props);
  charge(realm, keys.length);
  const copy = createRecord();
  for (const key of keys) copy[key] = props[key];
  return copy;
}

/** Reads a canonical array index; -1 for every other key. */
export function toIndex(key: string): number {
  const first = key.charCodeAt(0);
  if (!(first >= 48 && first <= 57) || key.length > 10) return -1;
  const index = Number(key);
  return Number.isInteger(index) && String(index) === key ? index : -1;
}

/** Cuts a name or value for a message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
