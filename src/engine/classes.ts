import type { ClassMember, ClassNode, PrivateName } from "../ir/nodes.ts";
import { call } from "../runtime/call.ts";
import { toKey } from "../runtime/get.ts";
import { Accessor, type ClassField, Fn, type FnCode, Native } from "../runtime/handles.ts";
import { checkParent, findBase } from "../runtime/heritage.ts";
import { definePrivate, PrivateKey, type PrivateMember, PrivateMethod } from "../runtime/private.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, type Rec } from "../runtime/record.ts";
import { setOwn } from "../runtime/set.ts";
import { throwType } from "../runtime/throw.ts";
import { defaultConstruct, defaultDerived } from "./construct.ts";
import type { Frame } from "./frame.ts";
import type { Linker, Run } from "./linker.ts";
import { climb } from "./locals.ts";

interface LinkedMember {
  readonly node: ClassMember;
  readonly make: ((frame: Frame, realm: Realm) => Fn) | undefined;
}

/** Makes the class once its parent and the keys of its members are known; keys in order, undefined for static blocks. */
export type CompleteClass = (frame: Frame, realm: Realm, parent: unknown, keys: readonly unknown[]) => Fn;

/**
 * Links a class (ECMAScript 15.7.14): parent, then keys and methods in order, then static fields and blocks. Its methods
 * live in a record of ours that instances are searched along; no host prototype is made.
 */
export function linkClass(node: ClassNode, linker: Linker): Run {
  const { enter, result } = linker.scoped(node.scope, () => ({
    // The class's own name is in scope where its parent is evaluated, and dead.
    parent: node.parent === null ? undefined : linker.expression(node.parent),
    keys: node.members.map((member) => (member.key === null ? undefined : linker.key(member.key))),
    complete: linkClassBody(node, linker),
  }));
  const { parent, keys, complete } = result;
  const at = node.span[0];
  return (outer, realm) => {
    const frame = enter(outer);
    const base = parent?.(frame, realm);
    realm.at = at;
    if (parent !== undefined) refuseParent(realm, base);
    return complete(
      frame,
      realm,
      base,
      keys.map((key) => (typeof key === "function" ? key(frame, realm) : key)),
    );
  };
}

/** Links what follows when parent and keys are evaluated. Called in the scope of the class. */
export function linkClassBody(node: ClassNode, linker: Linker): CompleteClass {
  const own = node.construct === null ? undefined : linker.code(node.construct);
  const code: FnCode = {
    name: node.name,
    length: own?.length ?? 0,
    kind: "class",
    async: false,
    generator: false,
    invoke: (fn) => throwType(fn.realm, `class \`${node.name}\` has to be called with \`new\``),
    construct: own?.construct ?? (node.parent === null ? defaultConstruct : defaultDerived),
  };
  const members = node.members.map(
    (member): LinkedMember => ({ node: member, make: member.value === null ? undefined : linker.fn(member.value) }),
  );
  const names = new Map(node.members.flatMap(({ key }) => (isPrivate(key) ? [[key.id, key.name] as const] : [])));
  const home = linker.target(node.home, true);
  const self = node.self === null ? undefined : linker.target(node.self, true);
  return (frame, realm, parent, keys) => {
    const cls = new Fn(code, frame, realm, checkParent(realm, parent === null ? undefined : (parent as Fn | Native | undefined)));
    cls.proto = createRecord();
    home(frame, realm, cls);
    if (names.size > 0) cls.names = makeNames(realm, cls, names);
    const parts: Parts = { cls, fields: [], privates: new Map(), statics: [] };
    members.forEach((member, index) => {
      define(parts, member, ownName(cls, member.node) ?? keys[index], frame, realm);
    });
    self?.(frame, realm, cls);
    cls.fields = parts.fields;
    cls.privates = [...parts.privates.values()];
    for (const run of parts.statics) run();
    return cls;
  };
}

function isPrivate(key: ClassMember["key"]): key is PrivateName {
  return key !== null && typeof key !== "string" && key.kind === "private-name";
}

/**
 * Makes the private names of a class (15.7.14). A component is kept while its class is made anew, and what it is made of refers to the
 * names of before: those of components belong to the place of the class in the template.
 */
function makeNames(realm: Realm, cls: Fn, names: ReadonlyMap<string, string>): ReadonlyMap<string, PrivateKey> {
  const make = () => new Map([...names].map(([id, name]) => [id, new PrivateKey(name)]));
  const isComponent = (findBase(cls)?.inherited.size ?? 0) > 0;
  if (!isComponent) return make();
  const known = realm.store.get(cls.code) as ReadonlyMap<string, PrivateKey> | undefined;
  const kept = known ?? make();
  if (known === undefined) realm.store.set(cls.code, kept);
  return kept;
}

function ownName(cls: Fn, { key }: ClassMember): PrivateKey | undefined {
  return isPrivate(key) ? cls.names?.get(key.id) : undefined;
}

/**
 * Links a private name: the one that the class around has made when it was evaluated. Before that, in computed keys, no object has it.
 */
export function linkPrivateName(node: PrivateName, linker: Linker): Run {
  const { hops, slot } = linker.place(node.home);
  const nobodys = new PrivateKey(node.name);
  return (frame) => {
    const cls = climb(frame, hops)[slot];
    // A program from outside could name any variable here.
    return (cls instanceof Fn ? cls.names?.get(node.id) : undefined) ?? nobodys;
  };
}

/** Refuses a parent that constructs nothing; `null` is one. */
export function refuseParent(realm: Realm, parent: unknown): void {
  if (parent !== null && !isConstructor(parent)) throwType(realm, "a class can extend only a constructor");
}

function isConstructor(value: unknown): boolean {
  return (value instanceof Fn && value.code.construct !== undefined) || (value instanceof Native && value.make !== undefined);
}

/** What a class's definition gathers before its object is complete. */
interface Parts {
  readonly cls: Fn;
  readonly fields: ClassField[];
  /** Private methods and accessors of instances. */
  readonly privates: Map<PrivateKey, PrivateMember>;
  /** Static fields and blocks, in order. */
  readonly statics: (() => void)[];
}

function define({ cls, fields, privates, statics }: Parts, { node, make }: LinkedMember, key: unknown, frame: Frame, realm: Realm): void {
  const name = node.key === null ? undefined : key instanceof PrivateKey ? key : toKey(realm, key);
  const value = make?.(frame, realm);
  const evaluate = () => (value === undefined ? undefined : call(realm, value, cls, []));
  if (name === undefined) statics.push(() => void evaluate());
  else if (node.form === "field") {
    if (!node.static) fields.push({ key: name, value });
    else if (name instanceof PrivateKey) statics.push(() => definePrivate(realm, cls, name, evaluate()));
    else statics.push(() => setOwn(realm, cls, name, evaluate()));
  } else if (name instanceof PrivateKey) {
    const known = node.static ? cls.hidden?.get(name) : privates.get(name)?.member;
    const member = node.form === "method" ? new PrivateMethod(value as Fn) : joinAccessor(known, node.form, value);
    if (!node.static) privates.set(name, { key: name, member });
    else {
      cls.hidden ??= new Map();
      cls.hidden.set(name, member);
    }
  } else if (node.static) {
    const table = propsOf(cls);
    table[name] = node.form === "method" ? value : joinAccessor(table[name], node.form, value);
  } else defineOnInstances(cls, name, node.form, value);
}

/** The later of two members of one name counts. */
function defineOnInstances(cls: Fn, name: string, form: ClassMember["form"], value: Fn | undefined): void {
  const proto = cls.proto as Rec;
  if (form === "method") {
    proto[name] = value;
    cls.accessors?.delete(name);
    return;
  }
  cls.accessors ??= new Map();
  cls.accessors.set(name, joinAccessor(cls.accessors.get(name), form, value));
  delete proto[name];
}

function propsOf(cls: Fn): Rec {
  cls.props ??= createRecord();
  return cls.props;
}

/** A getter joins the setter of its name that is there already, and the other way round. */
function joinAccessor(known: unknown, form: "get" | "set" | "field" | "block", value: Fn | undefined): Accessor {
  const other = known instanceof Accessor ? known : undefined;
  return form === "get" ? new Accessor(value, other?.set) : new Accessor(other?.get, value);
}
