import type { Call, Expression, Member, Tagged } from "../ir/nodes.ts";
import { call } from "../runtime/call.ts";
import { get } from "../runtime/get.ts";
import { absent, describe, type Receiver, skipped } from "./calls.ts";
import { templateObject } from "./literals.ts";
import { placeOfCall, placeOfKey } from "./place-of-key.ts";
import { SKIP, type Steps } from "./signals.ts";
import type { ExpressionSuspender, RunSteps } from "./suspend-expressions.ts";

type CalleeSteps = (...args: Parameters<RunSteps>) => Steps<Receiver>;

/** Links a link of an optional chain in a suspending function; gives `SKIP` where the chain ends early. */
export function linkLinkSteps(node: Expression, values: ExpressionSuspender): RunSteps {
  if (node.kind === "call") return linkCallSteps(node, values);
  if (node.kind !== "member") return values.expression(node);
  const read = linkMemberSteps(node, values);
  return function* (frame, realm) {
    return (yield* read(frame, realm)).callee;
  };
}

/** Links a call: what is called is read before the arguments are evaluated (ECMAScript 13.3.6.1), so it waits with its receiver. */
export function linkCallSteps(node: Call, values: ExpressionSuspender): RunSteps {
  const callee = linkCalleeSteps(node.callee, values);
  const args = values.expression({ kind: "array", span: node.span, items: node.args });
  const name = describe(node.callee);
  const at = placeOfCall(node);
  return function* (frame, realm) {
    const target = yield* callee(frame, realm);
    if (target.callee === SKIP || (node.optional && (target.callee === null || target.callee === undefined))) return SKIP;
    const list = (yield* args(frame, realm)) as unknown[];
    realm.at = at;
    return call(realm, target.callee, target.self, list, name);
  };
}

export function linkTaggedSteps(node: Tagged, values: ExpressionSuspender): RunSteps {
  const tag = linkCalleeSteps(node.tag, values);
  const args = values.expression({ kind: "array", span: node.span, items: node.values });
  const name = describe(node.tag);
  return function* (frame, realm) {
    const target = yield* tag(frame, realm);
    const list = (yield* args(frame, realm)) as unknown[];
    realm.at = node.span[0];
    return call(realm, target.callee, target.self, [templateObject(node, realm), ...list], name);
  };
}

function linkCalleeSteps(node: Expression, values: ExpressionSuspender): CalleeSteps {
  if (node.kind === "member") return linkMemberSteps(node, values);
  if (node.kind === "chain" && node.value.kind === "member") {
    // `(o?.f)(await x)`: the parentheses end the chain, the receiver stays.
    const inner = linkMemberSteps(node.value, values);
    return function* (frame, realm) {
      const found = yield* inner(frame, realm);
      return found.callee === SKIP ? absent : found;
    };
  }
  const callee = node.kind === "call" ? linkCallSteps(node, values) : values.expression(node);
  const self = node.kind === "super-member" ? values.expression(node.receiver) : undefined;
  return function* (frame, realm) {
    const fn = yield* callee(frame, realm);
    return { callee: fn, self: self === undefined ? undefined : yield* self(frame, realm) };
  };
}

/** Reads a member and keeps the object that it was read of. */
function linkMemberSteps(node: Member, values: ExpressionSuspender): CalleeSteps {
  const object = linkLinkSteps(node.object, values);
  const key = typeof node.key === "string" ? undefined : values.expression(node.key);
  const at = placeOfKey(node);
  return function* (frame, realm) {
    const self = yield* object(frame, realm);
    if (self === SKIP || (node.optional && (self === null || self === undefined))) return skipped;
    const name = key === undefined ? node.key : yield* key(frame, realm);
    realm.at = at;
    return { callee: get(realm, self, name), self };
  };
}
