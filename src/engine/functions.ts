import type { FunctionNode } from "../ir/nodes.ts";
import { charge } from "../runtime/budget.ts";
import type { Fn, FnCode } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { linkConstruct } from "./construct.ts";
import { DEAD, type Frame, makeFrame } from "./frame.ts";
import { linkHoisted } from "./hoisted.ts";
import type { Exec, Fill, Linker, Run } from "./linker.ts";
import { linkElement } from "./patterns.ts";
import { RETURN } from "./signals.ts";
import { linkSuspendingBody } from "./suspend.ts";

/** Fills the frame of a call: own name, receiver, `arguments`, parameters. */
type Enter = (frame: Frame, realm: Realm, fn: Fn, self: unknown, args: readonly unknown[]) => void;

/** Links one function of the template. The code is shared by all values made at that place. */
export function linkCode(node: FunctionNode, linker: Linker): FnCode {
  const size = linker.program.frames[node.body.id] ?? 1;
  const { enter, exec, result, suspended } = linker.scoped(node.body, () => linkInside(node, linker)).result;
  const dead = deadSlots(node, linker);
  const cost = linker.costs.of(node);
  const open = (fn: Fn, self: unknown, args: readonly unknown[]): Frame => {
    if (cost > 0) charge(fn.realm, cost);
    const frame = makeFrame(size, fn.frame);
    for (let i = 0; i < dead.length; i++) frame[dead[i] as number] = DEAD;
    enter(frame, fn.realm, fn, self, args);
    return frame;
  };
  const run = (frame: Frame, realm: Realm): unknown => {
    if (result !== undefined) return result(frame, realm);
    if (exec(frame, realm) !== RETURN) return undefined;
    const value = realm.result;
    realm.result = undefined;
    return value;
  };
  const code: FnCode = {
    name: node.name,
    length: node.length,
    kind: node.form === "constructor" || node.form === "derived" ? "class" : node.form,
    async: node.async,
    generator: node.generator,
    invoke:
      suspended !== undefined
        ? (fn, self, args) => suspended(fn.realm, () => open(fn, self, args))
        : (fn, self, args) => run(open(fn, self, args), fn.realm),
  };
  const construct = linkConstruct(node, open, run, linker);
  return construct === undefined ? code : { ...code, construct };
}

function linkInside(
  node: FunctionNode,
  linker: Linker,
): { enter: Enter; exec: Exec; result: Run | undefined; suspended: ReturnType<typeof linkSuspendingBody> | undefined } {
  const enter = linkEnter(node, linker);
  const printed = linker.bodies.get(node);
  if (printed !== undefined) return { enter, exec: () => undefined, result: printed, suspended: undefined };
  if (node.async || node.generator) return { enter, exec: () => undefined, result: undefined, suspended: linkSuspendingBody(node, linker) };
  const [first] = node.body.statements;
  // An arrow with an expression body, and what looks like one.
  const single = node.body.statements.length === 1 && node.body.functions.length === 0 && first?.kind === "return" && first.value !== null;
  if (single) return { enter, exec: () => undefined, result: linker.expression(first.value), suspended: undefined };
  const hoisted = linkHoisted(node, linker);
  const statements = linker.statements(node.body.statements);
  const exec: Exec =
    hoisted.length === 0
      ? statements
      : (frame, realm) => {
          for (const fill of hoisted) fill(frame, realm);
          return statements(frame, realm);
        };
  return { enter, exec, result: undefined, suspended: undefined };
}

function linkEnter(node: FunctionNode, linker: Linker): Enter {
  const steps: Enter[] = [];
  const slotOf = (local: NonNullable<FunctionNode["self"]>): number => linker.place(local).slot;
  if (node.self !== null) {
    const slot = slotOf(node.self);
    steps.push((frame, _realm, fn) => void (frame[slot] = fn));
  }
  // A derived constructor's receiver stays dead until `super(…)` returns.
  if (node.receiver !== null && node.form !== "derived") {
    const slot = slotOf(node.receiver);
    steps.push((frame, _realm, _fn, self) => void (frame[slot] = self));
  }
  if (node.arguments !== null) {
    const slot = slotOf(node.arguments);
    steps.push((frame, _realm, _fn, _self, args) => void (frame[slot] = args.slice()));
  }
  const plain = node.params.every((param) => param.target.kind === "local" && param.fallback === null) && node.rest === null;
  if (plain) {
    const slots = node.params.map((param) => linker.place(param.target as Extract<typeof param.target, { kind: "local" }>).slot);
    steps.push((frame, _realm, _fn, _self, args) => {
      for (let i = 0; i < slots.length; i++) frame[slots[i] as number] = args[i];
    });
  } else {
    const fills = node.params.map((param) => linkElement(param, true, linker));
    const rest: Fill | undefined = node.rest === null ? undefined : linker.target(node.rest, true);
    steps.push((frame, realm, _fn, _self, args) => {
      for (let i = 0; i < fills.length; i++) (fills[i] as Fill)(frame, realm, args[i]);
      rest?.(frame, realm, args.slice(fills.length));
    });
  }
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) return only;
  return (frame, realm, fn, self, args) => {
    for (const step of steps) step(frame, realm, fn, self, args);
  };
}

/** Slots of the function's own frame that references check. */
function deadSlots(node: FunctionNode, linker: Linker): number[] {
  const { bindings } = linker.program;
  const ids = [...node.body.bindings, ...(node.form === "derived" && node.receiver !== null ? [node.receiver.binding] : [])];
  return ids
    .map((id) => bindings[id])
    .filter((binding) => binding?.checked && binding.kind !== "function" && binding.kind !== "var")
    .map((binding) => binding?.slot ?? 0);
}
