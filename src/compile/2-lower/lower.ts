import type * as Babel from "@babel/types";
import type { Body, Element, Expression, FunctionNode, HoistedFunction, Local, Range, Spread, Statement, Target } from "../../ir/nodes.ts";
import type { Limits } from "../../policy/limits.ts";
import { refusals } from "../refusals.ts";
import type { Placed, Reporter } from "../reporter.ts";
import { lowerDirectives } from "./directives.ts";
import { lowerName } from "./expressions.ts";
import { lowerFunction } from "./function-body.ts";
import { toFunctionSource } from "./functions.ts";
import { collectVars } from "./hoist.ts";
import type { FunctionSource, Lowering } from "./lowering.ts";
import { findOwnName } from "./own-names.ts";
import { lowerElement, lowerTarget } from "./patterns.ts";
import { type Declaration, Scope } from "./scope.ts";
import { Scopes } from "./scopes.ts";
import { lowerList } from "./statements.ts";
import { refusedStatements, statements, visitors } from "./visitors.ts";

/** What lowering gives: the script as a function without parameters whose `this` is the bag, and its bindings. */
export interface Lowered {
  readonly script: FunctionNode;
  readonly declarations: readonly Declaration[];
  /** How many bodies were numbered. */
  readonly bodies: number;
  /** Free names that stand for values: all but those that are tags. */
  readonly valueNames: ReadonlySet<string>;
  /** Names that the template puts on its window. */
  readonly ownNames: ReadonlySet<string>;
}

/** Lowers a parsed template; `undefined` where it nests deeper than the limit (reported). */
export function lowerTemplate(file: Babel.File, source: string, limits: Limits, reporter: Reporter): Lowered | undefined {
  const lowering = new TemplateLowering(source, limits, reporter);
  try {
    const script = lowering.script(file.program);
    const { declarations, bodies, valueNames, ownNames } = lowering;
    return { script, declarations, bodies, valueNames, ownNames };
  } catch (error) {
    if (error !== tooDeep) throw error;
    return undefined;
  }
}

/** Thrown to leave the recursion at once; never seen outside of this file. */
const tooDeep = new RangeError("nested too deep");

class TemplateLowering extends Scopes implements Lowering {
  readonly source: string;
  readonly valueNames = new Set<string>();
  readonly ownNames = new Set<string>();
  bodies = 0;
  #depth = 0;
  readonly #limits: Limits;
  readonly #reporter: Reporter;

  constructor(source: string, limits: Limits, reporter: Reporter) {
    super();
    this.source = source;
    this.#limits = limits;
    this.#reporter = reporter;
  }

  get completes(): boolean {
    return this.fnScope.script;
  }

  script(program: Babel.Program): FunctionNode {
    for (const { name, node } of collectVars(program.body)) if (!this.scope.names.has(name)) this.declare(name, "var", node.end ?? -1);
    this.declareLexical(program.body);
    const functions = this.hoist(program.body);
    const list = [...lowerDirectives(program.directives), ...lowerList(program.body, this)];
    return {
      kind: "function",
      span: this.span(program),
      name: "",
      form: "function",
      async: false,
      generator: false,
      length: 0,
      params: [],
      rest: null,
      self: null,
      receiver: this.hiddenLocal(this.fnScope.receiver, program),
      arguments: null,
      body: this.body(this.scope, functions, list, program),
    };
  }

  expression(node: Babel.Node): Expression {
    if (++this.#depth > this.#limits.nesting) this.stop(node);
    const visit = visitors.get(node.type);
    const lowered = visit === undefined ? this.refuse("syntax", node) : visit(node, this);
    this.#depth--;
    return lowered;
  }

  name(node: Placed & { readonly name: string }): Expression {
    if (this.#depth >= this.#limits.nesting) this.stop(node);
    return lowerName(node, this);
  }

  statement(node: Babel.Statement, labels: readonly string[] = []): Statement | undefined {
    if (++this.#depth > this.#limits.nesting) this.stop(node);
    const visit = statements.get(node.type);
    const lowered = visit?.(node, this, labels);
    if (visit === undefined) this.refuse(refusedStatements.get(node.type) ?? "syntax", node);
    this.#depth--;
    return lowered;
  }

  arguments(nodes: readonly (Babel.Node | null)[]): (Expression | Spread)[] {
    // Where one is missing (`f(, 1)`), the parser has said so and left a gap.
    const given = nodes.filter((node) => node !== null);
    return given.map((node) =>
      node.type === "SpreadElement"
        ? { kind: "spread", span: this.span(node), value: this.expression(node.argument) }
        : this.expression(node),
    );
  }

  privateName(node: Babel.PrivateName): Expression {
    const { name } = node.id;
    const known = this.findPrivate(name);
    // A name that no class around declares is the parser's finding.
    if (known === undefined) return this.refuse("syntax", node);
    return { kind: "private-name", span: this.span(node), name: `#${name}`, id: known.id, home: this.local(known.home, node) };
  }

  key(node: Babel.Node, computed: boolean): string | Expression {
    if (node.type === "PrivateName") return this.privateName(node);
    if (computed) {
      const key = this.expression(node);
      // A constant key is an ordinary name; it still goes through `get`, which knows no special names.
      return key.kind === "constant" && (typeof key.value === "string" || typeof key.value === "number") ? String(key.value) : key;
    }
    if (node.type === "Identifier") return node.name;
    if (node.type === "StringLiteral") return node.value;
    if (node.type === "NumericLiteral") return String(node.value);
    return this.refuse(node.type === "BigIntLiteral" ? "bigint" : "syntax", node);
  }

  target(node: Babel.Node): Target {
    if (++this.#depth > this.#limits.nesting) this.stop(node);
    const target = lowerTarget(node, this);
    this.#depth--;
    return target;
  }

  element(node: Babel.Node): Element {
    return lowerElement(node, this);
  }

  assigned(target: Target): Target {
    const name = findOwnName(target);
    if (name !== undefined) this.ownNames.add(name);
    return target;
  }

  block(nodes: readonly Babel.Statement[], place: Placed): Body {
    const scope = new Scope(this.scope);
    return this.within(scope, () => {
      this.declareLexical(nodes);
      return this.body(scope, this.hoist(nodes), lowerList(nodes, this), place);
    });
  }

  head<T>(
    declare: () => void,
    within: () => T,
    place: Placed,
    hoisted: readonly Babel.Statement[] = [],
  ): { readonly body: Body; readonly result: T } {
    const scope = new Scope(this.scope);
    return this.within(scope, () => {
      declare();
      const functions = this.hoist(hoisted);
      const result = within();
      return { body: this.body(scope, functions, [], place), result };
    });
  }

  fn(source: FunctionSource): FunctionNode {
    return this.withinFunction(source, (fn) => lowerFunction(source, fn, this));
  }

  local(declaration: Declaration, place: Placed): Local {
    return { kind: "local", span: this.span(place), name: declaration.name, binding: declaration.id };
  }

  receiver(place: Placed): Expression {
    const fn = this.nearestMethod();
    if (fn === undefined) return { kind: "constant", span: this.span(place) };
    if (fn.receiver === undefined) {
      fn.receiver = this.hidden("this");
      // Empty until `super(…)` has run.
      if (fn.derived) fn.receiver.after = -1;
    }
    return this.local(fn.receiver, place);
  }

  span(place: Placed): Range {
    return [place.start ?? 0, place.end ?? 0];
  }

  refuse(what: string, place: Placed): Expression {
    const refusal = refusals.get(what) ?? refusals.get("syntax");
    // What the parser has complained of leaves nodes behind that mean nothing: saying so twice helps nobody.
    const known = what === "syntax" ? this.#reporter.failed : this.#reporter.failedAt(place);
    if (!known) this.#reporter.add("syntax/refused", place, { ...refusal });
    return { kind: "constant", span: this.span(place) };
  }

  report(code: Parameters<Lowering["report"]>[0], place: Placed, params: Readonly<Record<string, string | number>>): void {
    this.#reporter.add(code, place, params);
  }

  hoist(nodes: readonly Babel.Statement[]): HoistedFunction[] {
    const hoisted: HoistedFunction[] = [];
    for (let node of nodes) {
      while (node.type === "LabeledStatement") node = node.body;
      if (node.type !== "FunctionDeclaration" || !node.id) continue;
      const declaration = this.scope.names.get(node.id.name);
      if (declaration === undefined) continue;
      const value = this.fn(toFunctionSource(node, "function", node.id.name));
      hoisted.push({ kind: "hoisted", span: this.span(node), target: this.local(declaration, node.id), value });
    }
    return hoisted;
  }

  body(
    scope: Scope,
    functions: readonly HoistedFunction[],
    list: readonly Statement[],
    place: Placed,
    more: readonly Declaration[] = [],
  ): Body {
    const bindings = [...scope.names.values(), ...more].map((declaration) => declaration.id);
    return { kind: "body", span: this.span(place), id: this.bodies++, functions, statements: list, bindings };
  }

  hiddenLocal(declaration: Declaration | undefined, place: Placed): Local | null {
    return declaration === undefined ? null : this.local(declaration, place);
  }

  stop(node: Placed): never {
    this.#reporter.add("limit/nesting", node, { limit: this.#limits.nesting });
    throw tooDeep;
  }
}
