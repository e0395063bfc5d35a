import { DEAD, Pending } from "../engine/frame.ts";
import type { Exec, Fill, Linker, Run } from "../engine/linker.ts";
import { throwDead } from "../engine/locals.ts";
import { applyBinary, isSame } from "../engine/operators.ts";
import type { LinkPlace } from "../engine/place.ts";
import type { AnyNode, Expression, FunctionNode, Statement, Target } from "../ir/nodes.ts";
import type { Program } from "../ir/program.ts";
import { judgeAttribute } from "../policy/attributes.ts";
import { charge, chargeJoin } from "../runtime/budget.ts";
import { call } from "../runtime/call.ts";
import { add, compare, toNumber, toText } from "../runtime/coerce.ts";
import { arrayExtras, get, getNamed } from "../runtime/get.ts";
import { Native } from "../runtime/handles.ts";
import { typeOf } from "../runtime/kinds.ts";
import type { Realm } from "../runtime/realm.ts";
import { recordShape } from "../runtime/record.ts";
import type { Emit } from "./emit.ts";
import { linkEmit } from "./html-emit.ts";
import { toView } from "./html-view.ts";
import { writeChild, writeText } from "./html-write.ts";
import { checkLength, countNodes } from "./output-limits.ts";
import { linkAttributeWriter } from "./write-attribute.ts";

type Path = readonly (string | number)[];

/** What a printed module brings: what of the program it wants linked, and bodies of functions that it has printed. */
export interface PrintedProgram {
  readonly parts: readonly { readonly form: string; readonly path: Path; readonly at: LinkPlace }[];
  readonly attributes: readonly { readonly tag: string; readonly name: string; readonly at: number }[];
  readonly bodies: readonly { readonly path: Path; readonly run: Run }[];
}

/** The function that a module holds: it is called with what it runs on. */
export type Printed = (runtime: Readonly<Record<string, unknown>>) => PrintedProgram;

function alive(realm: Realm, value: unknown, at: number, name: string): unknown {
  return value === DEAD || value instanceof Pending ? throwDead(realm, at, name) : value;
}

function join(realm: Realm, text: string, value: unknown, next: string, at: number): string {
  realm.at = at;
  const part = typeof value === "string" ? value : toText(realm, value);
  if (text.length + part.length > 1024) chargeJoin(realm, text.length + part.length + next.length, Math.min(text.length, part.length));
  return text + part + next;
}

function callMethod(realm: Realm, callee: unknown, self: unknown, list: readonly unknown[], at: number, name: string): unknown {
  realm.at = at;
  if (callee instanceof Native && callee.run !== undefined && --realm.fuel >= 0) return callee.run(realm, self, list);
  return call(realm, callee, self, list, name);
}

function callAt(realm: Realm, callee: unknown, list: readonly unknown[], at: number, name: string): unknown {
  realm.at = at;
  return call(realm, callee, undefined, list, name);
}

function writeMember(realm: Realm, target: unknown, key: string, start: number, place: number): string {
  realm.at = place;
  const value = getNamed(realm, target, key);
  realm.at = start;
  return writeChild(realm, value);
}

/** `list.map(…)` of what is no plain array, or has a `map` of its own. */
function mapSlowly(realm: Realm, list: unknown, place: number, at: number, fn: unknown, name: string): string {
  realm.at = place;
  const method = getNamed(realm, list, "map");
  realm.at = at;
  return writeChild(realm, call(realm, method, list, [fn], name));
}

const runtime = {
  add,
  alive,
  applyBinary,
  arrayExtras,
  callAt,
  callMethod,
  charge,
  checkLength,
  compare,
  countNodes,
  get,
  getNamed,
  isSame,
  join,
  mapSlowly,
  toNumber,
  typeOf,
  view: toView,
  writeChild,
  writeMember,
  writeText,
};

/** What printed code can name. */
export const printedNames: readonly string[] = [...Object.keys(runtime), "plainLabels"];

/**
 * Gives the bodies that a module has printed, bound to a program and a linker.
 *
 * @param plainLabels The host gave no klass metadata.
 */
export function bindPrinted(printed: Printed, program: Program, linker: Linker, plainLabels: boolean): ReadonlyMap<FunctionNode, Run> {
  const parts: unknown[] = [];
  const attributes: unknown[] = [];
  const brought = printed({ R: recordShape, P: parts, A: attributes, plainLabels, ...runtime });
  const find = (path: Path): AnyNode =>
    path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], program) as AnyNode;
  const bodies = new Map(brought.bodies.map(({ path, run }) => [find(path) as FunctionNode, run]));
  for (const { form, path, at } of brought.parts) {
    const index = parts.length;
    const link = () => linker.at(at, () => linkPart(form, find(path), linker));
    // At first use: much of a template runs in few of its cards.
    parts.push((...given: readonly unknown[]) => {
      const linked = link() as (...given: readonly unknown[]) => unknown;
      parts[index] = linked;
      return linked(...given);
    });
  }
  for (const { tag, name, at } of brought.attributes) {
    const rule = judgeAttribute(tag, name);
    attributes.push(rule === undefined ? () => "" : linkAttributeWriter(tag, name, rule, at));
  }
  return bodies;
}

function linkPart(form: string, node: AnyNode, linker: Linker): Run | Exec | Fill | Emit {
  switch (form) {
    case "statement":
      return linker.statement(node as Statement);
    case "declare":
      return linker.target(node as Target, true);
    case "emit":
      return linkEmit(node as Expression, linker, () => undefined);
    default:
      return linker.expression(node as Expression);
  }
}
