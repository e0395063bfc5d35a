import type { AnyNode, Body, FunctionNode, Local, Try } from "../../ir/nodes.ts";
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
  /** Whose frame its bindings live in; known when all that is captured is. */
  owner: BodyInfo | undefined;
}

/**
 * Allocates slots. A function has one frame; a body inside of a loop gets a frame of its own only where a closure captures
 * one of its bindings, since each turn then has its own. A binding is `checked` where some reference might run
 * before its declaration: such slots hold a mark until then (temporal dead zone).
 */
export function allocateSlots(roots: readonly FunctionNode[], declarations: readonly Declaration[], bodies: number): Allocation {
  const allocator = new Allocator(declarations);
  for (const root of roots) allocator.root(root);
  return place(allocator, declarations, bodies);
}

/** Finds out where bindings are at home, which of them closures capture and which references run early. */
class Allocator {
  readonly infos: BodyInfo[] = [];
  /** The body that each binding lives in. */
  readonly homes: (BodyInfo | undefined)[];
  readonly captured: Uint8Array;
  readonly checked: Uint8Array;
  readonly #declarations: readonly Declaration[];
  // Where the walk stands. Kept here rather than handed down: a closure for each node would cost more than the walk.
  #at: BodyInfo | undefined;
  #functions: readonly FunctionInfo[] = [];
  #inLoop = false;

  constructor(declarations: readonly Declaration[]) {
    this.#declarations = declarations;
    this.homes = new Array(declarations.length);
    this.captured = new Uint8Array(declarations.length);
    this.checked = new Uint8Array(declarations.length);
  }

  root(node: FunctionNode): void {
    this.#function(node, false);
  }

  readonly #visit = (node: AnyNode): void => {
    switch (node.kind) {
      case "constant":
      case "global":
        return;
      case "local":
        this.#reference(node);
        return;
      case "attribute":
        if (node.value.kind !== "constant") this.#visit(node.value);
        return;
      case "function":
        this.#function(node, false);
        return;
      case "hoisted":
        this.#function(node.value, true);
        return;
      case "let":
        this.#home(node.target);
        break;
      case "declare":
        this.#target(node.target);
        this.#visit(node.value);
        return;
      case "body":
        this.#within(node, this.#inLoop, () => forEachChild(node, this.#visit));
        return;
      case "class":
        this.#within(node.scope, this.#inLoop, () =>
          forEachChild(node, (child, field) => {
            if (field !== "scope") this.#visit(child);
          }),
        );
        return;
      case "for":
        this.#within(node.head, true, () => {
          forEachChild(node.head, this.#visit);
          forEachChild(node, (child, field) => {
            if (field !== "head") this.#visit(child);
          });
        });
        return;
      case "for-each":
        this.#visit(node.value);
        this.#within(node.scope, true, () => {
          // A head that declares nothing assigns to what is there, or not yet.
          (node.scope.bindings.length > 0 ? this.#target : this.#visit)(node.target);
          this.#visit(node.body);
        });
        return;
      case "while": {
        const outer = this.#inLoop;
        this.#inLoop = true;
        forEachChild(node, this.#visit);
        this.#inLoop = outer;
        return;
      }
      case "switch":
        this.#visit(node.value);
        this.#within(node.scope, this.#inLoop, () => {
          forEachChild(node.scope, this.#visit);
          for (const branch of node.cases) this.#visit(branch);
        });
        return;
      case "try":
        this.#try(node);
        return;
      default:
    }
    forEachChild(node, this.#visit);
  };

  #try(node: Try): void {
    const { scope, param, handler } = node;
    this.#visit(node.block);
    if (scope !== null) {
      this.#within(scope, this.#inLoop, () => {
        if (param !== null) this.#target(param);
        if (handler !== null) this.#visit(handler);
      });
    }
    if (node.finalizer !== null) this.#visit(node.finalizer);
  }

  /** A declaration fills its bindings; only defaults and computed keys of its patterns read any. */
  readonly #target = (node: AnyNode): void => {
    if (node.kind === "local") return;
    if (node.kind === "record-pattern" || node.kind === "array-pattern" || node.kind === "target" || node.kind === "pattern-entry") {
      forEachChild(node, (child, field) => (field === "fallback" || field === "key" ? this.#visit : this.#target)(child));
    } else this.#visit(node);
  };

  #function(node: FunctionNode, hoisted: boolean): void {
    const outer = this.#functions;
    const fn: FunctionInfo = { bodyId: node.body.id, start: node.span[0], hoisted };
    this.#functions = [...outer, fn];
    this.#within(node.body, false, () => {
      for (const local of [node.self, node.receiver, node.arguments]) if (local !== null) this.#home(local);
      for (const param of node.params) this.#target(param);
      if (node.rest !== null) this.#target(node.rest);
      forEachChild(node.body, this.#visit);
    });
    this.#functions = outer;
  }

  #within(body: Body, inLoop: boolean, run: () => void): void {
    const { homes } = this;
    const outer = this.#at;
    const outerLoop = this.#inLoop;
    const fn = this.#functions.at(-1) as FunctionInfo;
    const info: BodyInfo = { body, outer, fn, isFunction: body.id === fn.bodyId, inLoop, more: [], owner: undefined };
    this.infos.push(info);
    for (const binding of body.bindings) homes[binding] ??= info;
    this.#at = info;
    this.#inLoop = inLoop;
    run();
    this.#at = outer;
    this.#inLoop = outerLoop;
  }

  #home(local: Local): void {
    if (this.homes[local.binding] !== undefined || this.#at === undefined) return;
    this.homes[local.binding] = this.#at;
    this.#at.more.push(local.binding);
  }

  #reference(node: Local): void {
    const declaration = this.#declarations[node.binding];
    const owner = this.homes[node.binding]?.fn;
    if (declaration === undefined || owner === undefined) return;
    const crossing = this.#functions[this.#functions.indexOf(owner) + 1];
    if (crossing !== undefined) this.captured[node.binding] = 1;
    if (declaration.after < 0) this.checked[node.binding] = 1;
    else if (mayBeDead(declaration)) {
      // Hoisted functions can run before anything around them has, but not before the parameters are bound.
      const from = crossing === undefined ? node.span[0] : crossing.hoisted && declaration.kind !== "param" ? -1 : crossing.start;
      if (from < declaration.after) this.checked[node.binding] = 1;
    }
  }
}

/** Tells whether a binding is dead until its declaration has run; parameters are for the defaults of those before them. */
function mayBeDead({ kind }: Declaration): boolean {
  return kind === "let" || kind === "const" || kind === "class" || kind === "param";
}

function place({ infos, homes, captured, checked }: Allocator, declarations: readonly Declaration[], bodies: number): Allocation {
  const frames: number[] = new Array(bodies).fill(0);
  const slots: number[] = new Array(declarations.length).fill(0);
  for (const info of infos) {
    const bindings = info.more.length === 0 ? info.body.bindings : [...info.body.bindings, ...info.more];
    const own = info.isFunction || (info.inLoop && bindings.some((binding) => captured[binding] === 1));
    info.owner = own ? info : info.outer?.owner;
    const { id } = (info.owner as BodyInfo).body;
    // Slot 0 holds the frame around.
    if (own) frames[id] = 1;
    for (const binding of bindings) if (homes[binding] === info) slots[binding] = (frames[id] as number)++;
  }
  // Folding leaves bindings behind that nothing names any more. They point at the script's first variable, never at slot 0.
  const script = infos[0]?.body.id ?? 0;
  if (homes.includes(undefined)) frames[script] = Math.max(frames[script] ?? 0, 2);
  const bindings = declarations.map(({ name, kind }, index): Binding => {
    const info = homes[index];
    if (info === undefined) return { name, kind, slot: 1, owner: script, checked: false };
    return { name, kind, slot: slots[index] ?? 1, owner: (info.owner as BodyInfo).body.id, checked: checked[index] === 1 };
  });
  return { bindings, frames };
}
