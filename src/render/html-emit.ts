import { describe } from "../engine/calls.ts";
import { type Frame, makeFrame } from "../engine/frame.ts";
import type { Linker, Run } from "../engine/linker.ts";
import { placeOfKey } from "../engine/place-of-key.ts";
import type { ElementNode, Expression, FragmentNode, FunctionNode, Markup } from "../ir/nodes.ts";
import { charge } from "../runtime/budget.ts";
import { call } from "../runtime/call.ts";
import { arrayExtras, getNamed } from "../runtime/get.ts";
import { Fn, type FnCode } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { isRecord } from "../runtime/record.ts";
import type { Emit } from "./emit.ts";
import { linkHelper } from "./html-platform.ts";
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
      if (!isMarkup(node.right)) break;
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
      if (typeof node.key === "string" && !node.optional && !hasOptional(node.object))
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
  const slow = (realm: Realm, html: string, target: unknown): string => {
    realm.at = place;
    const value = getNamed(realm, target, key);
    realm.at = start;
    return html + writeChild(realm, value);
  };
  return (frame, realm, html) => {
    const target = object(frame, realm);
    if (!isRecord(target)) return slow(realm, html, target);
    const value = target[key];
    if (typeof value === "string") return html + writeText(value);
    return typeof value === "number" ? html + value : slow(realm, html, target);
  };
}

function isMarkup(node: Expression): node is Markup {
  return (
    node.kind === "element" ||
    node.kind === "fragment" ||
    node.kind === "conditional" ||
    node.kind === "let" ||
    node.kind === "logical" ||
    node.kind === "call"
  );
}

/** `list.map(item => <li>…</li>)` on a real array: one loop that writes, one frame a turn, no array of views. */
function linkMap(node: Extract<Expression, { kind: "call" }>, linker: Linker, emit: (node: Expression) => Emit): Emit | undefined {
  const { callee } = node;
  const [fn] = node.args;
  if (
    callee.kind !== "member" ||
    callee.key !== "map" ||
    callee.optional ||
    node.optional ||
    node.args.length !== 1 ||
    fn?.kind !== "function"
  )
    return undefined;
  if (callee.object.kind === "chain" || hasOptional(callee.object)) return undefined;
  const simple = toSimpleArrow(fn);
  if (simple === undefined) return undefined;
  const object = linker.expression(callee.object);
  const size = linker.program.frames[fn.body.id] ?? 1;
  const { result } = linker.scoped(fn.body, () => ({
    body: emit(simple.value),
    slots: simple.params.map((param) => linker.place(param).slot),
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
      // Somebody else's `map` (an array may have one of its own), or an error: called as usual, on the object that was read already.
      realm.at = placeOfKey(callee);
      const method = getNamed(realm, list, "map");
      realm.at = at;
      return before + writeChild(realm, call(realm, method, list, [new Fn(code, frame, realm)], describe(callee)));
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

function hasOptional(node: Expression): boolean {
  let at = node;
  while (at.kind === "member" || at.kind === "call") {
    if (at.optional) return true;
    at = at.kind === "member" ? at.object : at.callee;
  }
  return false;
}

/** An arrow of one or two plain parameters whose body is one expression. */
export function toSimpleArrow(
  fn: FunctionNode,
): { readonly params: readonly Extract<Expression, { kind: "local" }>[]; readonly value: Expression } | undefined {
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
  const params: Extract<Expression, { kind: "local" }>[] = [];
  for (const param of fn.params) {
    if (param.target.kind !== "local" || param.fallback !== null) return undefined;
    params.push(param.target);
  }
  return { params, value: statement.value };
}
