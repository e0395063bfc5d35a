import type { Global, Local } from "../ir/nodes.ts";
import { windowConstants } from "../policy/scope-names.ts";
import { getNamed, shorten } from "../runtime/get.ts";
import type { Realm } from "../runtime/realm.ts";
import { setOwn } from "../runtime/set.ts";
import { throwError } from "../runtime/throw.ts";
import { DEAD, type Frame, Pending } from "./frame.ts";
import type { Fill, Linker, Place, Run } from "./linker.ts";

/** Links the read of a variable, specialised for the frames that templates use most. */
export function linkLocal(node: Local, linker: Linker): Run {
  const { hops, slot, binding } = linker.place(node);
  if (binding.checked) return linkChecked(node, hops, slot);
  switch (hops) {
    case 0:
      return (frame) => frame[slot];
    case 1:
      return (frame) => (frame[0] as Frame)[slot];
    case 2:
      return (frame) => ((frame[0] as Frame)[0] as Frame)[slot];
    default:
      return (frame) => climb(frame, hops)[slot];
  }
}

function linkChecked(node: Local, hops: number, slot: number): Run {
  const at = node.span[0];
  return (frame, realm) => expectAlive(realm, climb(frame, hops)[slot], at, node.name);
}

/** Gives what a variable holds, if its declaration has run. */
export function expectAlive(realm: Realm, value: unknown, at: number, name: string): unknown {
  return value === DEAD || value instanceof Pending ? throwDead(realm, at, name) : value;
}

/** Links an assignment to a variable. */
export function linkLocalWrite(node: Local, declares: boolean, linker: Linker): Fill {
  const { hops, slot, binding } = linker.place(node);
  const at = node.span[0];
  if (declares || isPlain(binding)) {
    if (hops === 0) return (frame, _realm, value) => void (frame[slot] = value);
    return (frame, _realm, value) => void (climb(frame, hops)[slot] = value);
  }
  return (frame, realm, value) => {
    const owner = climb(frame, hops);
    if (owner[slot] === DEAD) throwDead(realm, at, node.name);
    if (binding.kind === "const") {
      realm.at = at;
      throwError(realm, "TypeError", `assignment to constant \`${node.name}\``);
    }
    owner[slot] = value;
  };
}

function isPlain(binding: Place["binding"]): boolean {
  return binding.kind !== "const" && !binding.checked;
}

export function climb(frame: Frame, hops: number): Frame {
  let at = frame;
  for (let i = 0; i < hops; i++) at = at[0] as Frame;
  return at;
}

function throwDead(realm: Realm, at: number, name: string): never {
  realm.at = at;
  return throwError(
    realm,
    "ReferenceError",
    name === "this" ? "`super(…)` has to be called before `this` is used" : `\`${name}\` is used before its declaration`,
  );
}

/**
 * Links the read of a free name: what the template itself put on the card's window, then the bag, the scope, the components, what the
 * page has. An unknown name is a ReferenceError, or `undefined` under `typeof`.
 */
export function linkGlobal(node: Global, linker: Linker): Run {
  const { name } = node;
  const at = node.span[0];
  const component = linker.components.get(name);
  const quiet = node.quiet === true;
  const find = (realm: Realm): unknown => {
    if (realm.globals.has(name)) return realm.globals.get(name);
    if (component !== undefined) return component;
    // `window.x` and a bare undeclared `x` are the same.
    const found = getNamed(realm, realm.window, name);
    if (found !== undefined || quiet || name in realm.bag || name in realm.window.extra) return found;
    realm.at = at;
    return throwError(realm, "ReferenceError", `\`${shorten(name)}\` is not defined`);
  };
  // What a template puts on its window, by whatever name, may hide a name of the scope.
  if (linker.namesWindow || linker.program.facts.assigned.includes(name)) {
    return (_frame, realm) => {
      const { extra } = realm.window;
      return name in extra ? extra[name] : (realm.bag[name] ?? find(realm));
    };
  }
  return (_frame, realm) => {
    const value = realm.bag[name];
    return value !== undefined ? value : find(realm);
  };
}

/** Links an assignment to a free name: it lands on the card's window, which ends with the card. */
export function linkGlobalWrite(node: Global): Fill {
  const { name } = node;
  if (windowConstants.has(name)) return () => {};
  return (_frame, realm, value) => setOwn(realm, realm.window, name, value);
}
