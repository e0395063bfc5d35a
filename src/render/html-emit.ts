import { describe } from "../engine/calls.ts";
import { type Frame, makeFrame } from "../engine/frame.ts";
import type { Linker, Run } from "../engine/linker.ts";
import { hasOptional } from "../engine/members.ts";
import { placeOfKey } from "../engine/place-of-key.ts";
import type { Call, ElementNode, Expression, FragmentNode, FunctionNode, Local, Member } from "../ir/nodes.ts";
import { charge } from "../runtime/budget.ts";
import { arrayExtras } from "../runtime/get.ts";
import { Fn, type FnCode } from "../runtime/handles.ts";
import { isRecord } from "../runtime/record.ts";
import type { Emit } from "./emit.ts";
import { linkHelper } from "./html-platform.ts";
import { writeMapped, writeMember } from "./html-slow.ts";
import { linkView } from "./html-view.ts";
import { writeChild, writeText } from "./html-write.ts";
import { checkLength } from "./output-limits.ts";

/**
 * Links an expression in child position so that it writes straight away: branches write, lists are written by a loop, and no
 * view is made that would be opened at once. Only for templates whose facts say that the order can't be observed.
 *
 * @param block Gives the writer of markup that is a block; `undefined` for markup that has to be evaluated first.
 */
export function linkEmit(node: Expression, linker: Linker, block: (node: ElementNode | FragmentNode) => Emit | undefined): Emit {
  const emit = (inner: Expression): Emit => linkEmit(inner, linker, block);
  switch (node.kind) {
    case "element":
    case "fragment": {
      const written = block(node);
      if (written !== undefined) return written;
      break;
    }
    case "conditional": {
      const test = linker.expression(node.test);
      const yes = emit(node.yes);
      const no = emit(node.no);
      return (frame, realm, html) => (test(frame, realm) ? yes(frame, realm, html) : no(frame, realm, html));
    }
    case "logical": {
      if (!writesItself.has(node.right.kind)) break;
      const left = linker.expression(node.left);
      const right = emit(node.right);
      const goes = goesRight[node.operator];
      return (frame, realm, html) => {
        const value = left(frame, realm);
        return goes(value) ? right(frame, realm, html) : html + writeChild(realm, value);
      };
    }
    case "let": {
      const fill = linker.target(node.target, true);
      const value = linker.expression(node.value);
      const body = emit(node.body);
      return (frame, realm, html) => {
        fill(frame, realm, value(frame, realm));
        return body(frame, realm, html);
      };
    }
    case "constant": {
      const { value } = node;
      const text = typeof value === "string" || typeof value === "number" ? writeText(String(value)) : "";
      return (_frame, _realm, html) => html + text;
    }
    case "member":
      if (typeof node.key === "string" && !hasOptional(node))
        return emitMember(node.key, linker.expression(node.object), node.span[0], placeOfKey(node));
      break;
    case "call": {
      const written = linkHelper(node, linker) ?? linkMap(node, linker, emit);
      if (written !== undefined) return written;
      break;
    }
    default:
  }
  return emitValue(linker.expression(node), node.span[0]);
}

const goesRight: Readonly<Record<"&&" | "||" | "??", (value: unknown) => boolean>> = {
  "&&": Boolean,
  "||": (value) => !value,
  "??": (value) => value === null || value === undefined,
};

function emitValue(run: Run, at: number): Emit {
  return (frame, realm, html) => {
    const value = run(frame, realm);
    if (typeof value === "string") return html + writeText(value);
    realm.at = at;
    return html + writeChild(realm, value);
  };
}

/** `object.key`, what most holes are: a record's own text is written without a closure between. */
function emitMember(key: string, object: Run, start: number, place: number): Emit {
  return (frame, realm, html) => {
    const target = object(frame, realm);
    const value = isRecord(target) ? target[key] : undefined;
    if (typeof value === "string") return html + writeText(value);
    return html + (typeof value === "number" ? value : writeMember(realm, target, key, start, place));
  };
}

/** Kinds of the right side of a guard that may be written without a view between. */
export const writesItself: ReadonlySet<string> = new Set(["element", "fragment", "conditional", "let", "logical", "call"]);

/** `list.map(item => <li>…</li>)` on a real array: one loop that writes, one frame a turn, no array of views. */
function linkMap(node: Call, linker: Linker, emit: (node: Expression) => Emit): Emit | undefined {
  const loop = toMapLoop(node);
  if (loop === undefined) return undefined;
  const { callee, fn, params, value } = loop;
  const object = linker.expression(callee.object);
  const size = linker.program.frames[fn.body.id] ?? 1;
  const { result } = linker.scoped(fn.body, () => ({
    body: emit(value),
    slots: params.map((param) => linker.place(param).slot),
  }));
  const { body, slots } = result;
  const cost = 1 + linker.costs.of(fn);
  const [itemSlot, indexSlot] = slots as [number | undefined, number | undefined];
  const turn = (outer: Frame, item: unknown, index: unknown): Frame => {
    const frame = makeFrame(size, outer);
    if (itemSlot !== undefined) frame[itemSlot] = item;
    if (indexSlot !== undefined) frame[indexSlot] = index;
    return frame;
  };
  const view = linkView(body);
  const code: FnCode = {
    name: "",
    length: slots.length,
    kind: "arrow",
    async: false,
    generator: false,
    invoke: (self, _receiver, [item, index]) => view(turn(self.frame as Frame, item, index), self.realm),
  };
  const at = node.span[0];
  return (frame, realm, before) => {
    const list = object(frame, realm);
    if (!Array.isArray(list) || arrayExtras in list) {
      return before + writeMapped(realm, list, placeOfKey(callee), at, new Fn(code, frame, realm), describe(callee));
    }
    let html = before;
    // Entries that a turn adds are not visited, nor those that it takes away (ECMAScript 23.1.3.21).
    const { length } = list;
    for (let i = 0; i < length && i < list.length; i++) {
      charge(realm, cost);
      html = body(turn(frame, list[i], i), realm, html);
      checkLength(realm, html);
    }
    return html;
  };
}

/** `list.map(item => value)` with a simple arrow. */
export interface MapLoop {
  readonly callee: Member;
  readonly fn: FunctionNode;
  readonly params: readonly Local[];
  readonly value: Expression;
}

/** Takes a call apart that may be written by a loop; `undefined` for any other. */
export function toMapLoop(node: Call): MapLoop | undefined {
  const { callee } = node;
  const [fn] = node.args;
  if (callee.kind !== "member" || callee.key !== "map" || node.args.length !== 1 || fn?.kind !== "function") return undefined;
  if (callee.object.kind === "chain" || hasOptional(node)) return undefined;
  const simple = toSimpleArrow(fn);
  return simple && { callee, fn, ...simple };
}

/** An arrow of one or two plain parameters whose body is one expression. */
function toSimpleArrow(fn: FunctionNode): Pick<MapLoop, "params" | "value"> | undefined {
  const [statement] = fn.body.statements;
  if (
    fn.form !== "arrow" ||
    fn.async ||
    fn.rest !== null ||
    fn.params.length > 2 ||
    fn.body.statements.length !== 1 ||
    fn.body.functions.length > 0
  )
    return undefined;
  if (statement?.kind !== "return" || statement.value === null) return undefined;
  const params: Local[] = [];
  for (const param of fn.params) {
    if (param.target.kind !== "local" || param.fallback !== null) return undefined;
    params.push(param.target);
  }
  return { params, value: statement.value };
}
