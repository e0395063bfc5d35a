import type { ArrayPattern, Assign, BinaryOperator, Element, RecordPattern, Target, Update } from "../ir/nodes.ts";
import { toNumber } from "../runtime/coerce.ts";
import { get, getNamed, toKey } from "../runtime/get.ts";
import { iterate } from "../runtime/iterate.ts";
import { ownKeys } from "../runtime/keys.ts";
import { createRecord } from "../runtime/record.ts";
import type { Realm } from "../runtime/realm.ts";
import { set } from "../runtime/set.ts";
import { throwType } from "../runtime/throw.ts";
import type { Frame } from "./frame.ts";
import type { Fill, Linker, Run, RunKey } from "./linker.ts";
import { linkGlobalWrite, linkLocalWrite } from "./locals.ts";
import { applyBinary } from "./operators.ts";

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
    case "super-member": {
      const receiver = linker.expression(node.receiver);
      const key = linker.key(node.key);
      return (frame, realm, value) => set(realm, receiver(frame, realm), evaluateKey(key, frame, realm), value);
    }
    case "record-pattern":
    case "array-pattern":
      return linker.pattern(node, declares);
  }
}

function evaluateKey(key: RunKey, frame: Frame, realm: Realm): unknown {
  return typeof key === "string" ? key : key(frame, realm);
}

/** Evaluates a member's object and key once, for reading and then writing. */
function linkReference(node: Extract<Target, { kind: "member" }>, linker: Linker): (frame: Frame, realm: Realm) => { readonly object: unknown; readonly key: unknown } {
  const object = linker.expression(node.object);
  const key = linker.key(node.key);
  return (frame, realm) => ({ object: object(frame, realm), key: evaluateKey(key, frame, realm) });
}

/** Links a pattern (ECMAScript 14.3.3): reads by key in order, defaults where a read gave undefined, then the rest. */
export function linkPattern(node: RecordPattern | ArrayPattern, declares: boolean, linker: Linker): Fill {
  return node.kind === "record-pattern" ? linkRecordPattern(node, declares, linker) : linkArrayPattern(node, declares, linker);
}

/** Links a target with its default. */
export function linkElement(node: Element, declares: boolean, linker: Linker): Fill {
  const fill = linker.target(node.target, declares);
  if (node.fallback === null) return fill;
  const fallback = linker.expression(node.fallback);
  return (frame, realm, value) => fill(frame, realm, value === undefined ? fallback(frame, realm) : value);
}

function linkRecordPattern(node: RecordPattern, declares: boolean, linker: Linker): Fill {
  const entries = node.entries.map((entry) => ({ key: linker.key(entry.key), fill: linkElement(entry.element, declares, linker), at: entry.span[0] }));
  const rest = node.rest === null ? undefined : linker.target(node.rest, declares);
  return (frame, realm, value) => {
    if (value === null || value === undefined) {
      realm.at = node.span[0];
      throwType(realm, `cannot destructure ${value === null ? "null" : "undefined"}`);
    }
    const taken: string[] = [];
    for (const { key, fill, at } of entries) {
      const name = toKey(realm, evaluateKey(key, frame, realm));
      realm.at = at;
      if (rest !== undefined) taken.push(name);
      fill(frame, realm, getNamed(realm, value, name));
    }
    if (rest === undefined) return;
    const others = createRecord();
    for (const key of ownKeys(value)) {
      realm.fuel -= 1;
      if (!taken.includes(key)) others[key] = getNamed(realm, value, key);
    }
    rest(frame, realm, others);
  };
}

function linkArrayPattern(node: ArrayPattern, declares: boolean, linker: Linker): Fill {
  const items = node.items.map((item) => (item === null ? null : linkElement(item, declares, linker)));
  const rest = node.rest === null ? undefined : linker.target(node.rest, declares);
  return (frame, realm, value) => {
    realm.at = node.span[0];
    const iterator = iterate(realm, value);
    let done = false;
    const next = (): unknown => {
      if (done) return undefined;
      realm.fuel -= 1;
      const step = iterator.next();
      if (step.done) done = true;
      return step.done ? undefined : step.value;
    };
    for (const fill of items) {
      const item = next();
      fill?.(frame, realm, item);
    }
    if (rest !== undefined) {
      const others: unknown[] = [];
      for (let item = next(); !done; item = next()) others.push(item);
      rest(frame, realm, others);
    }
    if (!done) iterator.return?.();
  };
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
      const name = Array.isArray(object) ? key : toKey(realm, key);
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
      const name = Array.isArray(object) ? key : toKey(realm, key);
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
