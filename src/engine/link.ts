import type { ArrayPattern, Body, Expression, FunctionNode, Local, RecordPattern, Spread, Statement, Target } from "../ir/nodes.ts";
import type { Program } from "../ir/program.ts";
import { windowNames } from "../policy/scope-names.ts";
import { Fn, type FnCode, type Native } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import { throwError } from "../runtime/throw.ts";
import { linkCall, linkNew } from "./calls.ts";
import { linkConditional, linkLet, linkLogical, linkSequence } from "./choices.ts";
import { linkClass, linkPrivateName } from "./classes.ts";
import { linkSuperCall } from "./construct.ts";
import { Costs } from "./costs.ts";
import { findDeadSlots } from "./dead-slots.ts";
import { DEAD, type Frame, makeFrame } from "./frame.ts";
import { linkCode } from "./functions.ts";
import { linkHoisted } from "./hoisted.ts";
import type { Exec, Fill, Linker, MarkupLinker, Place, Run, RunKey, RunList } from "./linker.ts";
import { linkArray, linkList, linkRecord, linkTagged, linkTemplate } from "./literals.ts";
import { linkGlobal, linkLocal } from "./locals.ts";
import { linkChain, linkDelete, linkMember, linkSuperMember } from "./members.ts";
import { linkBinary, linkUnary } from "./operators.ts";
import { linkPattern } from "./patterns.ts";
import type { LinkPlace } from "./place.ts";
import { linkRegExp } from "./regexp.ts";
import { linkStatement, linkStatements } from "./statements.ts";
import { linkAssign, linkTarget, linkUpdate } from "./targets.ts";

/** A linked program: its script as code, ready to be called with the bag as `this`. */
export interface Linked {
  readonly script: FnCode;
  /** Platform components of the program, as code. */
  readonly components: ReadonlyMap<string, FnCode>;
}

/**
 * Links a program: every node becomes a closure, once; a render only calls them. Nothing is generated as text, so this
 * runs under a strict content security policy and without code generation.
 *
 * @param components Values that free names of platform components give.
 * @param toBodies Gives the bodies of functions that a module brings, ready to run; all others are linked.
 */
export function linkProgram(
  program: Program,
  markup: MarkupLinker,
  components: ReadonlyMap<string, Native>,
  toBodies: (linker: Linker) => ReadonlyMap<FunctionNode, Run> = () => noBodies,
): Linked {
  const linker = new ProgramLinker(program, markup, components);
  linker.bodies = toBodies(linker);
  const parts = new Map(Object.entries(program.components).map(([name, fn]) => [name, linker.code(fn)]));
  return { script: linker.code(program.script), components: parts };
}

const noBodies: ReadonlyMap<FunctionNode, Run> = new Map();

class ProgramLinker implements Linker {
  readonly program: Program;
  readonly markup: MarkupLinker;
  readonly components: ReadonlyMap<string, Native>;
  /** Ids of the bodies whose frames are open where linking stands, outermost first. */
  #frames: readonly number[] = [];
  bodies = noBodies;
  readonly #extra = new Map<number, number>();
  readonly #overrides = new Map<Expression, Run>();
  readonly costs: Costs;
  readonly namesWindow: boolean;

  constructor(program: Program, markup: MarkupLinker, components: ReadonlyMap<string, Native>) {
    this.program = program;
    this.costs = new Costs(program);
    this.namesWindow = program.facts.globals.some((name) => windowNames.has(name));
    this.markup = markup;
    this.components = components;
  }

  expression(node: Expression): Run {
    switch (node.kind) {
      case "constant": {
        const override = this.#overrides.size > 0 ? this.#overrides.get(node) : undefined;
        if (override !== undefined) return override;
        const { value } = node;
        return () => value;
      }
      case "local":
        return linkLocal(node, this);
      case "global":
        return linkGlobal(node, this);
      case "member":
        return linkMember(node, this);
      case "call":
        return linkCall(node, this);
      case "element":
      case "component":
      case "platform":
      case "fragment":
        return this.markup.link(node, this);
      case "conditional":
        return linkConditional(node, this);
      case "logical":
        return linkLogical(node, this);
      case "binary":
        return linkBinary(node, this);
      case "unary":
        return linkUnary(node, this);
      case "template":
        return linkTemplate(node, this);
      case "function":
        return this.fn(node);
      case "array":
        return linkArray(node, this);
      case "record":
        return linkRecord(node, this);
      case "assign":
        return linkAssign(node, this);
      case "update":
        return linkUpdate(node, this);
      case "chain":
        return linkChain(node, this);
      case "new":
        return linkNew(node, this);
      case "sequence":
        return linkSequence(node, this);
      case "let":
        return linkLet(node, this);
      case "class":
        return linkClass(node, this);
      case "super-call":
        return linkSuperCall(node, this);
      case "super-member":
        return linkSuperMember(node, this);
      case "delete":
        return linkDelete(node, this);
      case "tagged":
        return linkTagged(node, this);
      case "regexp":
        return linkRegExp(node);
      case "private-name":
        return linkPrivateName(node, this);
      case "await":
      case "yield":
        // Reached only in places where a function can't be suspended (a default of a parameter).
        return (_frame, realm) => throwError(realm, "SyntaxError", `\`${node.kind}\` can't be used here`);
    }
  }

  statement(node: Statement, labels: readonly string[] = []): Exec {
    return linkStatement(node, labels, this);
  }

  statements(nodes: readonly Statement[]): Exec {
    return linkStatements(nodes, this);
  }

  body(body: Body, within: () => Exec): Exec {
    const { enter, result } = this.scoped(body, () => ({ hoisted: linkHoisted({ body }, this), exec: within() }));
    const { hoisted, exec } = result;
    return (outer, realm) => {
      const frame = enter(outer);
      for (let i = 0; i < hoisted.length; i++) (hoisted[i] as (frame: Frame, realm: Realm) => void)(frame, realm);
      return exec(frame, realm);
    };
  }

  scoped<T>(body: Body, within: () => T): { readonly enter: (frame: Frame) => Frame; readonly own: boolean; readonly result: T } {
    const size = this.program.frames[body.id] ?? 0;
    const own = size > 0;
    const outer = this.#frames;
    if (own) this.#frames = [...outer, body.id];
    const result = within();
    this.#frames = outer;
    const dead = findDeadSlots(body, this.program.bindings);
    const enter =
      !own && dead.length === 0
        ? (frame: Frame) => frame
        : (outer: Frame) => {
            const frame = own ? makeFrame(size, outer) : outer;
            for (const slot of dead) frame[slot] = DEAD;
            return frame;
          };
    return { enter, own, result };
  }

  list(nodes: readonly (Expression | Spread)[]): RunList {
    return linkList(nodes, this);
  }

  key(key: string | Expression): RunKey {
    return typeof key === "string" ? key : this.expression(key);
  }

  target(node: Target, declares: boolean): Fill {
    return linkTarget(node, declares, this);
  }

  pattern(node: RecordPattern | ArrayPattern, declares: boolean): Fill {
    return linkPattern(node, declares, this);
  }

  place(node: Local): Place {
    const binding = this.program.bindings[node.binding];
    if (binding === undefined) throw new TypeError(`the program has no binding ${node.binding}`);
    const at = this.#frames.lastIndexOf(binding.owner);
    if (at < 0) throw new TypeError(`the program uses binding ${node.binding} outside of its body`);
    return { hops: this.#frames.length - 1 - at, slot: binding.slot, binding };
  }

  code(node: FunctionNode): FnCode {
    return linkCode(node, this);
  }

  fn(node: FunctionNode): (frame: Frame, realm: Realm) => Fn {
    const code = this.code(node);
    return (frame, realm) => new Fn(code, frame, realm);
  }

  temp(): number {
    const id = this.#frames.at(-1) ?? 0;
    const extra = this.#extra.get(id) ?? 0;
    this.#extra.set(id, extra + 1);
    return (this.program.frames[id] ?? 1) + extra;
  }

  at<T>({ frames, svg }: LinkPlace, link: () => T): T {
    const here = { frames: this.#frames, svg: this.markup.svg };
    this.#frames = frames;
    this.markup.svg = svg;
    try {
      return link();
    } finally {
      this.#frames = here.frames;
      this.markup.svg = here.svg;
    }
  }

  here(): LinkPlace {
    return { frames: this.#frames, svg: this.markup.svg };
  }

  override(node: Expression, run: Run): void {
    this.#overrides.set(node, run);
  }
}
