import type { AnyNode, Body, FunctionNode, Local } from "../../ir/nodes.ts";
import type { Binding } from "../../ir/program.ts";
import { forEachChild } from "../../ir/walk.ts";
import type { Declaration } from "../2-lower/scope.ts";

/** Where bindings live: a slot in the frame of a body. */
export interface Allocation {
  readonly bindings: readonly Binding[];
  /** Slots of each body's own frame, by body id; 0 where its bindings live in an outer frame. */
  readonly frames: readonly number[];
}

interface FunctionInfo {
  readonly bodyId: number;
  readonly start: number;
  readonly hoisted: boolean;
}

interface BodyInfo {
  readonly body: Body;
  readonly outer: BodyInfo | undefined;
  readonly fn: FunctionInfo;
  readonly isFunction: boolean;
  readonly inLoop: boolean;
  /** Hidden bindings of inlined components that live here besides the body's own. */
  readonly more: number[];
}

/**
 * Allocates slots. A function has one frame; a body inside of a loop gets a frame of its own only where a closure captures
 * one of its bindings, since each turn then has its own. A binding is `checked` where some reference might run
 * before its declaration: such slots hold a mark until then (temporal dead zone).
 */
export function allocateSlots(roots: readonly FunctionNode[], declarations: readonly Declaration[], bodies: number): Allocation {
  const infos: BodyInfo[] = [];
  const homes: (BodyInfo | undefined)[] = new Array(declarations.length);
  const captured = new Uint8Array(declarations.length);
  const checked = new Uint8Array(declarations.length);
  const references: { readonly node: Local; readonly functions: readonly FunctionInfo[] }[] = [];

  const enter = (body: Body, outer: BodyInfo | undefined, fn: FunctionInfo, inLoop: boolean): BodyInfo => {
    const info: BodyInfo = { body, outer, fn, isFunction: body.id === fn.bodyId, inLoop, more: [] };
    infos.push(info);
    for (const binding of body.bindings) homes[binding] ??= info;
    return info;
  };
  const home = (local: Local | null, info: BodyInfo): void => {
    if (local === null || homes[local.binding] !== undefined) return;
    homes[local.binding] = info;
    info.more.push(local.binding);
  };

  const visit = (node: AnyNode, at: BodyInfo, functions: readonly FunctionInfo[], inLoop: boolean): void => {
    switch (node.kind) {
      case "local":
        references.push({ node, functions });
        return;
      case "function":
        visitFunction(node, at, functions, false);
        return;
      case "hoisted":
        visitFunction(node.value, at, functions, true);
        return;
      case "let":
        home(node.target, at);
        break;
      case "declare":
        visitTarget(node.target, at, functions, inLoop);
        visit(node.value, at, functions, inLoop);
        return;
      case "body": {
        const info = enter(node, at, at.fn, inLoop);
        forEachChild(node, (child) => visit(child, info, functions, inLoop));
        return;
      }
      case "class": {
        const info = enter(node.scope, at, at.fn, inLoop);
        forEachChild(node, (child, field) => {
          if (field !== "scope") visit(child, info, functions, inLoop);
        });
        return;
      }
      case "for": {
        const info = enter(node.head, at, at.fn, true);
        for (const statement of node.head.statements) visit(statement, info, functions, true);
        forEachChild(node, (child, field) => {
          if (field !== "head") visit(child, info, functions, true);
        });
        return;
      }
      case "for-each": {
        visit(node.value, at, functions, inLoop);
        const info = enter(node.scope, at, at.fn, true);
        visitTarget(node.target, info, functions, true);
        visit(node.body, info, functions, true);
        return;
      }
      case "while":
        forEachChild(node, (child) => visit(child, at, functions, true));
        return;
      case "switch": {
        visit(node.value, at, functions, inLoop);
        const info = enter(node.scope, at, at.fn, inLoop);
        for (const branch of node.cases) visit(branch, info, functions, inLoop);
        return;
      }
      case "try": {
        visit(node.block, at, functions, inLoop);
        if (node.scope !== null) {
          const info = enter(node.scope, at, at.fn, inLoop);
          if (node.param !== null) visitTarget(node.param, info, functions, inLoop);
          if (node.handler !== null) visit(node.handler, info, functions, inLoop);
        }
        if (node.finalizer !== null) visit(node.finalizer, at, functions, inLoop);
        return;
      }
      default:
    }
    forEachChild(node, (child) => visit(child, at, functions, inLoop));
  };

  /** A declaration fills its bindings; only defaults and computed keys of its patterns read any. */
  const visitTarget = (node: AnyNode, at: BodyInfo, functions: readonly FunctionInfo[], inLoop: boolean): void => {
    if (node.kind === "local") return;
    if (node.kind === "record-pattern" || node.kind === "array-pattern" || node.kind === "target" || node.kind === "pattern-entry") {
      forEachChild(node, (child, field) => (field === "fallback" || field === "key" ? visit : visitTarget)(child, at, functions, inLoop));
    } else visit(node, at, functions, inLoop);
  };

  const visitFunction = (node: FunctionNode, outer: BodyInfo | undefined, functions: readonly FunctionInfo[], hoisted: boolean): void => {
    const fn: FunctionInfo = { bodyId: node.body.id, start: node.span[0], hoisted };
    const info = enter(node.body, outer, fn, false);
    for (const local of [node.self, node.receiver, node.arguments]) home(local, info);
    const inside = [...functions, fn];
    for (const param of node.params) visitTarget(param, info, inside, false);
    if (node.rest !== null) visitTarget(node.rest, info, inside, false);
    forEachChild(node.body, (child) => visit(child, info, inside, false));
  };

  for (const root of roots) visitFunction(root, undefined, [], false);

  for (const { node, functions } of references) {
    const declaration = declarations[node.binding];
    const owner = homes[node.binding]?.fn;
    if (declaration === undefined || owner === undefined) continue;
    const depth = functions.indexOf(owner);
    const crossing = functions[depth + 1];
    if (crossing !== undefined) captured[node.binding] = 1;
    if (declaration.after < 0) checked[node.binding] = 1;
    else if (needsCheck(declaration)) {
      const from = crossing === undefined ? node.span[0] : crossing.hoisted ? -1 : crossing.start;
      if (from < declaration.after) checked[node.binding] = 1;
    }
  }
  return place(infos, homes, declarations, captured, checked, bodies);
}

function needsCheck(declaration: Declaration): boolean {
  return declaration.kind === "let" || declaration.kind === "const" || declaration.kind === "class";
}

function place(
  infos: readonly BodyInfo[],
  homes: readonly (BodyInfo | undefined)[],
  declarations: readonly Declaration[],
  captured: Uint8Array,
  checked: Uint8Array,
  bodies: number,
): Allocation {
  const frames: number[] = new Array(bodies).fill(0);
  const owners = new Map<BodyInfo, BodyInfo>();
  const slots: number[] = new Array(declarations.length).fill(0);
  for (const info of infos) {
    const bindings = [...info.body.bindings, ...info.more];
    const own = info.isFunction || (info.inLoop && bindings.some((binding) => captured[binding] === 1));
    const owner = own ? info : (owners.get(info.outer as BodyInfo) as BodyInfo);
    owners.set(info, owner);
    const { id } = owner.body;
    // Slot 0 holds the frame around.
    if (own) frames[id] = 1;
    for (const binding of bindings) if (homes[binding] === info) slots[binding] = (frames[id] as number)++;
  }
  const bindings = declarations.map((declaration, index): Binding => {
    const info = homes[index];
    const owner = info === undefined ? undefined : owners.get(info);
    return { name: declaration.name, kind: declaration.kind, slot: slots[index] ?? 0, owner: owner?.body.id ?? 0, checked: checked[index] === 1 };
  });
  return { bindings, frames };
}
