import { call } from "./call.ts";
import { Accessor, Fn, Instance, Opaque } from "./handles.ts";
import type { Realm } from "./realm.ts";
import { throwType } from "./throw.ts";

/**
 * A private name of a class (ECMAScript 6.2.12). It stands only where a key stands and is never a value, so a template
 * can't spell it, compute it or list it: `o["#x"]` is an ordinary property.
 */
export class PrivateKey {
  /** As written, for messages: `#x`. What counts is the key itself: each evaluation of a class has keys of its own. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A private method: read like a field, never assigned. */
export class PrivateMethod {
  readonly fn: Fn;
  constructor(fn: Fn) {
    this.fn = fn;
  }
}

/** A private method or accessor, as a class holds it for its instances. */
export interface PrivateMember {
  readonly key: PrivateKey;
  readonly member: PrivateMethod | Accessor;
}

/** Gives the private members of an object; they stand beside its properties, where no key leads. */
function membersOf(target: unknown): Map<PrivateKey, unknown> | undefined {
  return target instanceof Instance || target instanceof Fn || target instanceof Opaque ? target.hidden : undefined;
}

export function hasPrivate(target: unknown, key: PrivateKey): boolean {
  return membersOf(target)?.has(key) === true;
}

/** Reads `target.#x`; a TypeError where the object has none. */
export function getPrivate(realm: Realm, target: unknown, key: PrivateKey): unknown {
  const member = findMembers(realm, target, key).get(key);
  if (member instanceof PrivateMethod) return member.fn;
  if (!(member instanceof Accessor)) return member;
  if (member.get === undefined) return throwType(realm, `\`${key.name}\` has only a setter`);
  return call(realm, member.get, target, []);
}

/** Writes `target.#x = value`; a TypeError where the object has none, or a method. */
export function setPrivate(realm: Realm, target: unknown, key: PrivateKey, value: unknown): void {
  const members = findMembers(realm, target, key);
  const member = members.get(key);
  if (member instanceof PrivateMethod) throwType(realm, `\`${key.name}\` is a method and can't be assigned`);
  if (member instanceof Accessor) {
    if (member.set === undefined) throwType(realm, `\`${key.name}\` has only a getter`);
    call(realm, member.set as Fn, target, [value]);
    return;
  }
  members.set(key, value);
}

/** Gives an object a private member; a TypeError where it has it already. */
export function definePrivate(realm: Realm, target: unknown, key: PrivateKey, member: unknown): void {
  if (!(target instanceof Instance || target instanceof Fn || target instanceof Opaque))
    throwType(realm, `\`${key.name}\` needs an object of a class`);
  const owner = target as Instance | Fn | Opaque;
  if (owner.hidden?.has(key)) throwType(realm, `\`${key.name}\` is there already`);
  realm.fuel -= 1;
  owner.hidden ??= new Map();
  owner.hidden.set(key, member);
}

/** Gives the private members of an object that has the one that is asked for. */
function findMembers(realm: Realm, target: unknown, key: PrivateKey): Map<PrivateKey, unknown> {
  const members = membersOf(target);
  if (members === undefined || !members.has(key)) throwType(realm, `\`${key.name}\` is not there: the object is of another class`);
  return members;
}
