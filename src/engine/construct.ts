import type { Expression, FunctionNode } from "../ir/nodes.ts";
import { call } from "../runtime/call.ts";
import { Fn, type FnCode, Instance, type Native, Opaque } from "../runtime/handles.ts";
import { definePrivate, PrivateKey } from "../runtime/private.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, isRecord } from "../runtime/record.ts";
import { setOwn } from "../runtime/set.ts";
import { throwError, throwType } from "../runtime/throw.ts";
import { type Frame, Pending } from "./frame.ts";
import { toHome } from "./home.ts";
import type { Linker, Run } from "./linker.ts";
import { climb } from "./locals.ts";

type Open = (fn: Fn, self: unknown, args: readonly unknown[]) => Frame;

/** Links `new` for a function: plain functions and constructors of classes; `undefined` where the language has none. */
export function linkConstruct(node: FunctionNode, open: Open, run: Run, linker: Linker): FnCode["construct"] | undefined {
  if (node.async || node.generator) return undefined;
  if (node.form === "derived") return constructDerived(node, open, run, linker);
  if (node.form !== "function" && node.form !== "constructor") return undefined;
  return (fn, args, target) => {
    target.proto ??= createRecord();
    const instance = new Instance(target, createRecord());
    runFields(fn.realm, fn, instance);
    const value = run(open(fn, instance, args), fn.realm);
    return isObject(value) ? value : instance;
  };
}

function constructDerived(node: FunctionNode, open: Open, run: Run, linker: Linker): NonNullable<FnCode["construct"]> {
  const slot = node.receiver === null ? -1 : (linker.program.bindings[node.receiver.binding]?.slot ?? -1);
  return (fn, args, target) => {
    const frame = open(fn, undefined, args);
    if (slot >= 0) frame[slot] = new Pending(target);
    const value = run(frame, fn.realm);
    if (isObject(value)) return value;
    if (value !== undefined) throwType(fn.realm, "a derived constructor can return only an object");
    const self = slot < 0 ? undefined : frame[slot];
    if (self === undefined || self instanceof Pending)
      throwError(fn.realm, "ReferenceError", "a derived constructor has to call `super(…)`");
    return self;
  };
}

/** The constructor of a class that writes none and extends nothing. */
export function defaultConstruct(fn: Fn, _args: readonly unknown[], target: Fn): unknown {
  target.proto ??= createRecord();
  const self = new Instance(target, createRecord());
  runFields(fn.realm, fn, self);
  return self;
}

/** The constructor of a class that writes none and extends another: hands its arguments on. That of `null` has nobody to hand them to. */
export function defaultDerived(fn: Fn, args: readonly unknown[], target: Fn): unknown {
  const self = constructParent(fn.realm, fn.parent, args, target);
  runFields(fn.realm, fn, self);
  return self;
}

/** Links `super(…)`: makes the object by the parent, fills `this`, then defines the fields of the class. */
export function linkSuperCall(node: Extract<Expression, { kind: "super-call" }>, linker: Linker): Run {
  const home = linker.place(node.home);
  const receiver = linker.place(node.receiver);
  const args = linker.list(node.args);
  const at = node.span[0];
  return (frame, realm) => {
    const list = args(frame, realm);
    realm.at = at;
    const owner = climb(frame, receiver.hops);
    const cls = toHome(realm, climb(frame, home.hops)[home.slot]);
    const self = constructParent(realm, cls.parent, list, targetOf(owner[receiver.slot]) ?? cls);
    // The parent runs before that is found out (13.3.7.1).
    if (!(owner[receiver.slot] instanceof Pending)) throwError(realm, "ReferenceError", "`super(…)` was called twice");
    owner[receiver.slot] = self;
    runFields(realm, cls, self);
    return self;
  };
}

/** The class that `new` was called on. */
function targetOf(receiver: unknown): Fn | undefined {
  if (receiver instanceof Pending) return receiver.target;
  return receiver instanceof Instance || receiver instanceof Opaque ? receiver.cls : undefined;
}

function constructParent(realm: Realm, parent: Fn | Native | undefined, args: readonly unknown[], target: Fn): unknown {
  if (parent instanceof Fn) {
    if (parent.code.construct === undefined) throwType(realm, "what the class extends is not a constructor");
    return parent.code.construct(parent, args, target);
  }
  if (parent?.make === undefined) return throwType(realm, "what the class extends is not a constructor");
  target.proto ??= createRecord();
  const made = parent.make(realm, args);
  if (made instanceof Opaque) {
    const opaque = new Opaque(made.type, made.state, target);
    opaque.extra = made.extra;
    return opaque;
  }
  if (made instanceof Instance) return new Instance(target, made.own);
  return isRecord(made) ? new Instance(target, made) : throwType(realm, `a class can't extend \`${parent.name}\``);
}

/** Defines a class's fields on a new object, in order; their values see it as `this`. Private methods are there before. */
function runFields(realm: Realm, cls: Fn, self: unknown): void {
  for (const { key, member } of cls.privates) definePrivate(realm, self, key, member);
  for (const { key, value } of cls.fields) {
    const result = value === undefined ? undefined : call(realm, value, self, []);
    if (key instanceof PrivateKey) definePrivate(realm, self, key, result);
    else setOwn(realm, self, key, result);
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
