import { callAt, callMethod } from "../engine/calls.ts";
import type { Exec, Fill, Linker, Run } from "../engine/linker.ts";
import { joinText } from "../engine/literals.ts";
import { expectAlive } from "../engine/locals.ts";
import { applyBinary, isSame } from "../engine/operators.ts";
import type { LinkPlace } from "../engine/place.ts";
import type { AnyNode, Expression, FunctionNode, Statement, Target } from "../ir/nodes.ts";
import type { Program } from "../ir/program.ts";
import { judgeAttribute } from "../policy/attributes.ts";
import { charge } from "../runtime/budget.ts";
import { add, compare, toNumber } from "../runtime/coerce.ts";
import { arrayExtras, get, getNamed } from "../runtime/get.ts";
import { typeOf } from "../runtime/kinds.ts";
import { recordShape } from "../runtime/record.ts";
import type { Emit } from "./emit.ts";
import { linkEmit } from "./html-emit.ts";
import { writeMapped, writeMember } from "./html-slow.ts";
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

const runtime = {
  add,
  alive: expectAlive,
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
  join: joinText,
  toNumber,
  typeOf,
  view: toView,
  writeChild,
  writeMapped,
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
