import type { Call, Chain, Delete, Expression, Member, SuperMember } from "../ir/nodes.ts";
import { call } from "../runtime/call.ts";
import { findInherited, get, getNamed, toKey } from "../runtime/get.ts";
import { Accessor, Native, Opaque } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord } from "../runtime/record.ts";
import { remove } from "../runtime/set.ts";
import { toHome } from "./home.ts";
import type { Linker, Run } from "./linker.ts";
import { climb } from "./locals.ts";
import { placeOfKey } from "./place-of-key.ts";
import { SKIP } from "./signals.ts";

/** Links `object.key` and `object[key]`. The short road is a record's own property; all else goes through `get`. */
export function linkMember(node: Member, linker: Linker): Run {
  const object = linker.expression(node.object);
  const key = linker.key(node.key);
  const at = placeOfKey(node);
  const inChain = node.optional || continuesChain(node);
  if (typeof key !== "string") {
    return (frame, realm) => {
      const target = object(frame, realm);
      if (inChain && (target === SKIP || (node.optional && (target === null || target === undefined)))) return SKIP;
      const name = key(frame, realm);
      realm.at = at;
      return get(realm, target, name);
    };
  }
  if (!inChain) {
    return (frame, realm) => {
      const target = object(frame, realm);
      if (isRecord(target)) {
        const value = target[key];
        if (value !== undefined) return value;
      }
      realm.at = at;
      return getNamed(realm, target, key);
    };
  }
  const { optional } = node;
  return (frame, realm) => {
    const target = object(frame, realm);
    if (target === SKIP || (optional && (target === null || target === undefined))) return SKIP;
    realm.at = at;
    return getNamed(realm, target, key);
  };
}

/** Tells whether an object or callee is itself a link of the same chain and may have skipped. */
export function continuesChain(node: Member | Delete | Call): boolean {
  return hasOptional(node.kind === "call" ? node.callee : node.object);
}

/** Tells whether a link of a chain, or one in front of it, may skip the rest. */
export function hasOptional(node: Expression): boolean {
  let at = node;
  while (at.kind === "member" || at.kind === "call") {
    if (at.optional) return true;
    at = at.kind === "member" ? at.object : at.callee;
  }
  return false;
}

export function linkChain(node: Chain, linker: Linker): Run {
  const value = linker.expression(node.value);
  return (frame, realm) => {
    const result = value(frame, realm);
    return result === SKIP ? undefined : result;
  };
}

export function linkDelete(node: Delete, linker: Linker): Run {
  const object = linker.expression(node.object);
  const key = linker.key(node.key);
  const at = node.span[0];
  return (frame, realm) => {
    const target = object(frame, realm);
    // A chain that ends early has nothing to delete (13.5.1.2).
    if (target === SKIP || (node.optional && (target === null || target === undefined))) return true;
    const name = typeof key === "string" ? key : key(frame, realm);
    realm.at = at;
    return remove(realm, target, name);
  };
}

/** Links `super.key`: looked up from the class that the method belongs to, with the method's `this` as receiver. */
export function linkSuperMember(node: SuperMember, linker: Linker): Run {
  const key = linker.key(node.key);
  const read = linkSuperLookup(node, linker);
  return (frame, realm) => read(frame, realm, typeof key === "string" ? key : toKey(realm, key(frame, realm)));
}

function linkSuperLookup(node: SuperMember, linker: Linker): (frame: Parameters<Run>[0], realm: Realm, key: string) => unknown {
  const home = linker.place(node.home);
  const receiver = linker.expression(node.receiver);
  return (frame, realm, key) => {
    const cls = toHome(realm, climb(frame, home.hops)[home.slot]);
    realm.at = node.span[0];
    if (node.static) return cls.parent === undefined ? undefined : getNamed(realm, cls.parent, key);
    const found = cls.parent instanceof Native ? cls.parent.inherited.get(key) : findInherited(cls.parent, key);
    if (found instanceof Accessor) return found.get === undefined ? undefined : call(realm, found.get, receiver(frame, realm), []);
    if (found !== undefined) return found;
    // Above every class stand the methods of the intrinsic that it extends, then those of all objects.
    const self = receiver(frame, realm);
    return (self instanceof Opaque ? self.type.methods.get(key) : undefined) ?? realm.methods.object.get(key);
  };
}
