import { chargeArray } from "./budget.ts";
import { call } from "./call.ts";
import { toNumber } from "./coerce.ts";
import { LimitError } from "./failure.ts";
import { arrayExtras, findInherited, shorten, toIndex, toKey } from "./get.ts";
import { Accessor, Fn, Instance, Native, Opaque } from "./handles.ts";
import { writePrototype } from "./heritage.ts";
import { PrivateKey, setPrivate } from "./private.ts";
import type { Realm } from "./realm.ts";
import { createRecord, isRecord, type Rec } from "./record.ts";
import { throwError, throwType } from "./throw.ts";

/**
 * Writes `target[key] = value`. Only what the template owns can be written: records, arrays, its functions and
 * instances, extra fields of opaque values. Facades and views refuse with a TypeError; primitives too, as in strict mode.
 */
export function set(realm: Realm, target: unknown, key: unknown, value: unknown): void {
  if (typeof key === "object" && key instanceof PrivateKey) return setPrivate(realm, target, key, value);
  if (Array.isArray(target)) return setElement(realm, target, key, value);
  const name = toKey(realm, key);
  if (isRecord(target)) {
    // A growing record is charged like a growing array: by its next key, which is new for most writes in a loop.
    if (!(name in target)) realm.fuel -= 1;
    store(realm, target, name, value);
    return;
  }
  if (target instanceof Instance) return setInherited(realm, target, target.cls, target.own, name, value);
  if (target instanceof Fn) {
    const inherits = name === "prototype" && (isRecord(value) || value instanceof Instance || value instanceof Native);
    if (inherits) writePrototype(realm, target, value);
    else setStatic(realm, target, name, value);
    return;
  }
  if (target instanceof Opaque) {
    const isKept = target.type.write?.(realm, target.state, name, value) === true;
    // A field of the template's class hides what its parent has of that name (`name` of an error).
    if (isKept && !(target.extra !== undefined && name in target.extra)) return;
    target.extra ??= createRecord();
    return setInherited(realm, target, target.cls, target.extra, name, value);
  }
  if (target instanceof Native && target.extra !== undefined) {
    realm.fuel -= 1;
    store(realm, target.extra, name, value);
    return;
  }
  const what = target === null ? "null" : target === undefined ? "undefined" : "this value";
  throwType(realm, `cannot set \`${shorten(name)}\` of ${what}`);
}

function setInherited(realm: Realm, target: unknown, cls: Fn | undefined, own: Rec, name: string, value: unknown): void {
  const found = name in own ? undefined : findInherited(cls, name);
  if (found instanceof Accessor) {
    if (found.set === undefined) throwType(realm, `\`${shorten(name)}\` has only a getter`);
    call(realm, found.set as Fn, target, [value]);
    return;
  }
  store(realm, own, name, value);
}

/** Writes a property of a function; a static setter of its class, or of one that this extends, takes the value. */
function setStatic(realm: Realm, target: Fn, name: string, value: unknown): void {
  for (let at: Fn | Native | undefined = target; at instanceof Fn; at = at.parent) {
    const found = at.props?.[name];
    if (!(found instanceof Accessor)) continue;
    if (found.set === undefined) throwType(realm, `\`${shorten(name)}\` has only a getter`);
    call(realm, found.set as Fn, target, [value]);
    return;
  }
  target.props ??= createRecord();
  store(realm, target.props, name, value);
}

/**
 * Writes an own property past any setter: a field of a class, `super.x = …`, a name on the window. What the template wrote to before it
 * may have frozen.
 */
export function setOwn(realm: Realm, target: unknown, name: string, value: unknown): void {
  if (target instanceof Instance) store(realm, target.own, name, value);
  else if (target instanceof Opaque) {
    target.type.write?.(realm, target.state, name, value);
    store(realm, (target.extra ??= createRecord()), name, value);
  } else if (target instanceof Fn) store(realm, (target.props ??= createRecord()), name, value);
  // A parent's constructor may have given another object in place of the instance.
  else set(realm, target, name, value);
}

/** Stores a property. The host refuses where the template froze or sealed its object; its error is not the template's. */
function store(realm: Realm, owner: Rec, name: string, value: unknown): void {
  try {
    owner[name] = value;
  } catch {
    throwType(realm, `cannot set \`${shorten(name)}\`: the object is frozen`);
  }
}

function storeElement(realm: Realm, owner: unknown[], index: number, value: unknown): void {
  try {
    owner[index] = value;
  } catch {
    throwType(realm, "cannot set an entry: the array is frozen or sealed");
  }
}

function setElement(realm: Realm, target: unknown[], key: unknown, value: unknown): void {
  const index = Number.isInteger(key) ? (key as number) : toIndex(toKey(realm, key));
  if (index >= 0) {
    if (index >= target.length) growTo(realm, target, index + 1);
    storeElement(realm, target, index, value);
    return;
  }
  const name = toKey(realm, key);
  if (name === "length") {
    const length = toNumber(realm, value);
    if (length >>> 0 !== length) throwError(realm, "RangeError", "an array's length has to be a whole number");
    if (length > target.length) {
      growTo(realm, target, length);
      // One more entry is left to whoever writes it.
      storeElement(realm, target, length - 1, undefined);
    }
    if (length < target.length && Object.isSealed(target)) throwType(realm, "cannot shorten the array: it is frozen or sealed");
    if (length < target.length) target.length = length;
    return;
  }
  const owner = target as unknown as { [arrayExtras]?: Rec };
  if (owner[arrayExtras] === undefined) {
    if (!Object.isExtensible(target)) throwType(realm, `cannot set \`${shorten(name)}\`: the array is frozen or sealed`);
    owner[arrayExtras] = createRecord();
  }
  store(realm, owner[arrayExtras] as Rec, name, value);
}

/** Charges for growth and fills the gap, so that no array of the template is sparse (a scan of one costs its length). */
function growTo(realm: Realm, target: unknown[], length: number): void {
  if (!(length <= realm.limits.arrayLength)) throw new LimitError("arrayLength", `an array of ${length} entries is too large`);
  const gap = length - target.length;
  if (gap > 1) {
    if (!Object.isExtensible(target)) throwType(realm, "the array is frozen or sealed");
    chargeArray(realm, length);
    for (let i = target.length; i < length; i++) target.push(undefined);
  } else realm.fuel -= 1;
}

/** Deletes `target[key]`; gives `true`, or a TypeError where strict mode would throw. */
export function remove(realm: Realm, target: unknown, key: unknown): boolean {
  const name = toKey(realm, key);
  if (isRecord(target)) drop(realm, target, name);
  else if (target instanceof Instance) drop(realm, target.own, name);
  else if (target instanceof Fn) drop(realm, target.props, name);
  else if (target instanceof Opaque) {
    if (!target.type.remove?.(realm, target.state, name)) drop(realm, target.extra, name);
  } else if (Array.isArray(target)) {
    const index = toIndex(name);
    if (index >= 0 && index < target.length) storeElement(realm, target, index, undefined);
    else drop(realm, (target as { [arrayExtras]?: Rec })[arrayExtras], name);
  } else if (target === undefined || typeof target === "object") {
    throwType(realm, `cannot delete \`${shorten(name)}\``);
  }
  return true;
}

function drop(realm: Realm, owner: Rec | undefined, name: string): void {
  try {
    delete owner?.[name];
  } catch {
    throwType(realm, `cannot delete \`${shorten(name)}\`: the object is frozen or sealed`);
  }
}
