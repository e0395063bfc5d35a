import type { ClassMember, ClassNode } from "../ir/nodes.ts";
import { call } from "../runtime/call.ts";
import { toKey } from "../runtime/get.ts";
import { Accessor, type ClassField, Fn, type FnCode, Native } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, type Rec } from "../runtime/record.ts";
import { throwType } from "../runtime/throw.ts";
import { defaultConstruct } from "./construct.ts";
import type { Frame } from "./frame.ts";
import type { Linker, Run, RunKey } from "./linker.ts";

interface LinkedMember {
  readonly node: ClassMember;
  readonly key: RunKey | undefined;
  readonly make: ((frame: Frame, realm: Realm) => Fn) | undefined;
}

/**
 * Links a class (ECMAScript 15.7.14): parent, then keys and methods in order, then static fields and blocks. Its methods
 * live in a record of ours that instances are searched along; no host prototype is made.
 */
export function linkClass(node: ClassNode, linker: Linker): Run {
  const parent = node.parent === null ? undefined : linker.expression(node.parent);
  const scoped = linker.scoped(node.scope, () => {
    const own = node.construct === null ? undefined : linker.code(node.construct);
    const code: FnCode = {
      name: node.name,
      length: own?.length ?? 0,
      kind: "class",
      async: false,
      generator: false,
      invoke: (fn) => throwType(fn.realm, `class \`${node.name}\` has to be called with \`new\``),
      construct: own?.construct ?? defaultConstruct,
    };
    const members = node.members.map((member): LinkedMember => ({
      node: member,
      key: member.key === null ? undefined : linker.key(member.key),
      make: member.value === null ? undefined : linker.fn(member.value),
    }));
    const home = linker.target(node.home, true);
    const self = node.self === null ? undefined : linker.target(node.self, true);
    return { code, members, home, self };
  });
  const { code, members, home, self } = scoped.result;
  const at = node.span[0];
  return (outer, realm) => {
    const base = parent?.(outer, realm);
    realm.at = at;
    if (parent !== undefined && base !== null && !isConstructor(base)) throwType(realm, "a class can extend only a constructor");
    const frame = scoped.enter(outer);
    const cls = new Fn(code, frame, realm, base === null ? undefined : (base as Fn | Native | undefined));
    cls.proto = createRecord();
    home(frame, realm, cls);
    const fields: ClassField[] = [];
    const statics: (() => void)[] = [];
    for (const member of members) define(cls, member, frame, realm, fields, statics);
    self?.(frame, realm, cls);
    cls.fields = fields;
    for (const run of statics) run();
    return cls;
  };
}

function isConstructor(value: unknown): boolean {
  return (value instanceof Fn && value.code.construct !== undefined) || (value instanceof Native && value.make !== undefined);
}

function define(cls: Fn, { node, key, make }: LinkedMember, frame: Frame, realm: Realm, fields: ClassField[], statics: (() => void)[]): void {
  const name = key === undefined ? "" : typeof key === "string" ? key : toKey(realm, key(frame, realm));
  const value = make?.(frame, realm);
  const props = (): Rec => {
    cls.props ??= createRecord();
    return cls.props;
  };
  if (node.form === "block") statics.push(() => void call(realm, value, cls, []));
  else if (node.form === "field") {
    if (node.static) statics.push(() => void (props()[name] = value === undefined ? undefined : call(realm, value, cls, [])));
    else fields.push({ key: name, value });
  } else {
    const table = node.static ? props() : (cls.proto as Rec);
    if (node.form === "method") table[name] = value;
    else {
      const other = table[name] instanceof Accessor ? (table[name] as Accessor) : undefined;
      table[name] = node.form === "get" ? new Accessor(value, other?.set) : new Accessor(other?.get, value);
    }
  }
}
