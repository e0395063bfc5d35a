import type { SuperMember } from "../ir/nodes.ts";
import { call } from "../runtime/call.ts";
import { findInherited, shorten, toKey } from "../runtime/get.ts";
import { Accessor, Fn, Instance, type Native, Opaque } from "../runtime/handles.ts";
import { set, setOwn } from "../runtime/set.ts";
import { throwType } from "../runtime/throw.ts";
import { toHome } from "./home.ts";
import type { Fill, Linker } from "./linker.ts";
import { climb } from "./locals.ts";
import { evaluateKey } from "./references.ts";

/**
 * Links `super.key = value` (ECMAScript 13.3.7): a setter of the parent runs on the receiver; without one the receiver gets the
 * property itself, past any setter of its own class.
 */
export function linkSuperWrite(node: SuperMember, linker: Linker): Fill {
  const home = linker.place(node.home);
  const receiver = linker.expression(node.receiver);
  const key = linker.key(node.key);
  return (frame, realm, value) => {
    const self = receiver(frame, realm);
    const name = toKey(realm, evaluateKey(key, frame, realm));
    const { parent } = toHome(realm, climb(frame, home.hops)[home.slot]);
    realm.at = node.span[0];
    const found = node.static ? findStatic(parent, name) : findInherited(parent, name);
    if (found instanceof Accessor) {
      if (found.set === undefined) throwType(realm, `\`${shorten(name)}\` has only a getter`);
      call(realm, found.set, self, [value]);
    } else if (self instanceof Fn && self.props?.[name] instanceof Accessor) {
      // The class has an accessor of its own there, which a property can't take the place of.
      throwType(realm, `cannot set \`${shorten(name)}\``);
    } else if (self instanceof Instance || self instanceof Opaque || self instanceof Fn) setOwn(realm, self, name, value);
    else set(realm, self, name, value);
  };
}

/** Finds a static member along the classes that a class extends. */
function findStatic(cls: Fn | Native | undefined, name: string): unknown {
  for (let at = cls; at instanceof Fn; at = at.parent) if (at.props !== undefined && name in at.props) return at.props[name];
  return undefined;
}
