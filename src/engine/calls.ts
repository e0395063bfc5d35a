import type { Call, Expression, New } from "../ir/nodes.ts";
import { call, construct } from "../runtime/call.ts";
import { get, getNamed, shorten } from "../runtime/get.ts";
import { Native } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Frame } from "./frame.ts";
import type { Linker, Run } from "./linker.ts";
import { continuesChain } from "./members.ts";
import { placeOfCall, placeOfKey } from "./place-of-key.ts";
import { SKIP } from "./signals.ts";

/** What is called, and what it is called on. */
export interface Receiver {
  readonly callee: unknown;
  readonly self: unknown;
}

/** Links a callee so that a member's object becomes the receiver; `name` is what messages call it. */
export function linkReceiver(
  node: Expression,
  linker: Linker,
): { readonly callee: (frame: Frame, realm: Realm) => Receiver; readonly name: string } {
  const name = describe(node);
  if (node.kind === "super-member") {
    const method = linker.expression(node);
    const self = linker.expression(node.receiver);
    return { name, callee: (frame, realm) => ({ callee: method(frame, realm), self: self(frame, realm) }) };
  }
  if (node.kind === "chain" && node.value.kind === "member") {
    // `(o?.f)()`: the parentheses end the chain, the receiver stays.
    const { callee } = linkReceiver(node.value, linker);
    return {
      name,
      callee: (frame, realm) => {
        const found = callee(frame, realm);
        return found.callee === SKIP ? absent : found;
      },
    };
  }
  if (node.kind !== "member") {
    const callee = linker.expression(node);
    return { name, callee: (frame, realm) => ({ callee: callee(frame, realm), self: undefined }) };
  }
  const object = linker.expression(node.object);
  const key = linker.key(node.key);
  const at = placeOfKey(node);
  return {
    name,
    callee: (frame, realm) => {
      const self = object(frame, realm);
      if (self === SKIP || (node.optional && (self === null || self === undefined))) return skipped;
      const property = typeof key === "string" ? key : key(frame, realm);
      realm.at = at;
      return { callee: get(realm, self, property), self };
    },
  };
}

export const skipped: Receiver = Object.freeze({ callee: SKIP, self: undefined });
export const absent: Receiver = Object.freeze({ callee: undefined, self: undefined });

export function linkCall(node: Call, linker: Linker): Run {
  if (
    node.callee.kind === "member" &&
    !node.optional &&
    !node.callee.optional &&
    typeof node.callee.key === "string" &&
    !continuesChain(node)
  ) {
    return linkMethodCall(node, node.callee.object, node.callee.key, linker);
  }
  const args = linker.list(node.args);
  const at = placeOfCall(node);
  const inChain = node.optional || continuesChain(node);
  if (node.callee.kind === "local" && !inChain) {
    const callee = linker.expression(node.callee);
    const name = describe(node.callee);
    return (frame, realm) => {
      const fn = callee(frame, realm);
      return callAt(realm, fn, args(frame, realm), at, name);
    };
  }
  const { callee, name } = linkReceiver(node.callee, linker);
  return (frame, realm) => {
    const target = callee(frame, realm);
    if (inChain && (target.callee === SKIP || (node.optional && (target.callee === null || target.callee === undefined)))) return SKIP;
    const list = args(frame, realm);
    realm.at = at;
    return call(realm, target.callee, target.self, list, name);
  };
}

/** `object.method(…)`, by far the most frequent call: no receiver pair, and facades are called straight away. */
function linkMethodCall(node: Call, objectNode: Expression, key: string, linker: Linker): Run {
  const object = linker.expression(objectNode);
  const args = linker.list(node.args);
  const at = placeOfCall(node);
  const name = describe(node.callee);
  return (frame, realm) => {
    const self = object(frame, realm);
    realm.at = at;
    const callee = getNamed(realm, self, key);
    return callMethod(realm, callee, self, args(frame, realm), at, name);
  };
}

/** Calls what was read of an object, on that object. */
export function callMethod(realm: Realm, callee: unknown, self: unknown, list: readonly unknown[], at: number, name: string): unknown {
  realm.at = at;
  if (callee instanceof Native && callee.run !== undefined && --realm.fuel >= 0) return callee.run(realm, self, list);
  return call(realm, callee, self, list, name);
}

/** Calls what no object stands in front of. */
export function callAt(realm: Realm, callee: unknown, list: readonly unknown[], at: number, name: string): unknown {
  realm.at = at;
  return call(realm, callee, undefined, list, name);
}

export function linkNew(node: New, linker: Linker): Run {
  const callee = linker.expression(node.callee);
  const args = linker.list(node.args);
  const name = describe(node.callee);
  const at = node.span[0];
  return (frame, realm) => {
    const target = callee(frame, realm);
    const list = args(frame, realm);
    realm.at = at;
    return construct(realm, target, list, name);
  };
}

/** What a callee is called in messages: `customer.fmt`. */
export function describe(node: Expression): string {
  switch (node.kind) {
    case "local":
    case "global":
      return `\`${shorten(node.name)}\``;
    case "member": {
      const object = describe(node.object);
      const inner = object.startsWith("`") ? object.slice(1, -1) : "…";
      return typeof node.key === "string" ? `\`${shorten(`${inner}.${node.key}`)}\`` : `\`${shorten(inner)}[…]\``;
    }
    case "chain":
      return describe(node.value);
    default:
      return "this value";
  }
}
