import type { Target } from "../ir/nodes.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Frame } from "./frame.ts";
import type { Linker, RunKey } from "./linker.ts";

/** A member's object and key, evaluated once, for reading and then writing. */
export interface Reference {
  readonly object: unknown;
  readonly key: unknown;
}

export type Refer = (frame: Frame, realm: Realm) => Reference;

export function linkReference(node: Extract<Target, { kind: "member" }>, linker: Linker): Refer {
  const object = linker.expression(node.object);
  const key = linker.key(node.key);
  return (frame, realm) => ({ object: object(frame, realm), key: evaluateKey(key, frame, realm) });
}

export function evaluateKey(key: RunKey, frame: Frame, realm: Realm): unknown {
  return typeof key === "string" ? key : key(frame, realm);
}
