import type { Assign, BinaryOperator, Target, Update } from "../ir/nodes.ts";
import { toNumber } from "../runtime/coerce.ts";
import { get, toKey } from "../runtime/get.ts";
import { PrivateKey } from "../runtime/private.ts";
import type { Realm } from "../runtime/realm.ts";
import { set } from "../runtime/set.ts";
import type { Frame } from "./frame.ts";
import type { Fill, Linker, Run } from "./linker.ts";
import { linkGlobalWrite, linkLocalWrite } from "./locals.ts";
import { applyBinary } from "./operators.ts";
import { linkReference } from "./references.ts";
import { linkSuperWrite } from "./super-write.ts";

/** Links what can be assigned to. Members are written through `set`, patterns read through `get`. */
export function linkTarget(node: Target, declares: boolean, linker: Linker): Fill {
  switch (node.kind) {
    case "local":
      return linkLocalWrite(node, declares, linker);
    case "global":
      return linkGlobalWrite(node);
    case "member": {
      const reference = linkReference(node, linker);
      const at = node.span[0];
      return (frame, realm, value) => {
        const { object, key } = reference(frame, realm);
        realm.at = at;
        set(realm, object, key, value);
      };
    }
    case "super-member":
      return linkSuperWrite(node, linker);
    case "record-pattern":
    case "array-pattern":
      return linker.pattern(node, declares);
  }
}

/** A key that is read and then written is made a name once; an array takes numbers as they are. */
function settleKey(realm: Realm, object: unknown, key: unknown): unknown {
  return Array.isArray(object) || key instanceof PrivateKey ? key : toKey(realm, key);
}

/** Links `target = value`, `target += value`, `target ||= value`. */
export function linkAssign(node: Assign, linker: Linker): Run {
  const value = linker.expression(node.value);
  if (node.operator === "=") return linkPlainAssign(node, value, linker);
  const operator = node.operator.slice(0, -1);
  const logical = operator === "&&" || operator === "||" || operator === "??";
  const change = (current: unknown, frame: Frame, realm: Realm, write: (next: unknown) => void): unknown => {
    if (!logical) {
      const right = value(frame, realm);
      realm.at = node.span[0];
      const next = applyBinary(realm, operator as BinaryOperator, current, right);
      write(next);
      return next;
    }
    const keep = operator === "&&" ? !current : operator === "||" ? Boolean(current) : current !== null && current !== undefined;
    if (keep) return current;
    const next = value(frame, realm);
    write(next);
    return next;
  };
  if (node.target.kind === "member") {
    const reference = linkReference(node.target, linker);
    const at = node.target.span[0];
    return (frame, realm) => {
      const { object, key } = reference(frame, realm);
      realm.at = at;
      const name = settleKey(realm, object, key);
      return change(get(realm, object, name), frame, realm, (next) => {
        realm.at = at;
        set(realm, object, name, next);
      });
    };
  }
  if (node.target.kind === "record-pattern" || node.target.kind === "array-pattern") return value;
  const read = linker.expression(node.target);
  const fill = linker.target(node.target, false);
  return (frame, realm) => change(read(frame, realm), frame, realm, (next) => fill(frame, realm, next));
}

function linkPlainAssign(node: Assign, value: Run, linker: Linker): Run {
  if (node.target.kind === "member") {
    // The object and key come before the value, the write after it (13.15.2).
    const reference = linkReference(node.target, linker);
    const at = node.target.span[0];
    return (frame, realm) => {
      const { object, key } = reference(frame, realm);
      const next = value(frame, realm);
      realm.at = at;
      set(realm, object, key, next);
      return next;
    };
  }
  const fill = linker.target(node.target, false);
  return (frame, realm) => {
    const next = value(frame, realm);
    fill(frame, realm, next);
    return next;
  };
}

/** Links `++` and `--`. */
export function linkUpdate(node: Update, linker: Linker): Run {
  const delta = node.operator === "++" ? 1 : -1;
  const { prefix, target } = node;
  if (target.kind === "member") {
    const reference = linkReference(target, linker);
    return (frame, realm) => {
      const { object, key } = reference(frame, realm);
      realm.at = node.span[0];
      const name = settleKey(realm, object, key);
      const before = toNumber(realm, get(realm, object, name));
      set(realm, object, name, before + delta);
      return prefix ? before + delta : before;
    };
  }
  if (target.kind === "record-pattern" || target.kind === "array-pattern") return () => undefined;
  const read = linker.expression(target);
  const fill = linker.target(target, false);
  return (frame, realm) => {
    const before = toNumber(realm, read(frame, realm));
    fill(frame, realm, before + delta);
    return prefix ? before + delta : before;
  };
}
