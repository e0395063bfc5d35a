import type * as Babel from "@babel/types";
import type { Body, Element, Expression, FunctionNode, HoistedFunction, Local, Range, Spread, Statement, Target } from "../../ir/nodes.ts";
import type { Limits } from "../../policy/limits.ts";
import { refusals } from "../refusals.ts";
import type { Placed, Reporter } from "../reporter.ts";
import { lowerClass } from "./classes.ts";
import { expressionVisitors } from "./expressions.ts";
import { countLength, hasParamExpressions, lowerParams, toFunctionSource, toReturn } from "./functions.ts";
import { collectNames, collectVars } from "./hoist.ts";
import { lowerFragment, lowerElement as lowerJsxElement } from "./jsx.ts";
import type { FunctionSource, Lowering } from "./lowering.ts";
import { lowerCall, lowerMember } from "./members.ts";
import { lowerElement, lowerTarget } from "./patterns.ts";

import { type Declaration, type FunctionScope, Scope } from "./scope.ts";
import { lowerList, statementVisitors } from "./statements.ts";

/** What lowering gives: the script as a function without parameters whose `this` is the bag, and its bindings. */
export interface Lowered {
  readonly script: FunctionNode;
  readonly declarations: readonly Declaration[];
  /** How many bodies were numbered. */
  readonly bodies: number;
}

/** Lowers a parsed template; `undefined` where it nests deeper than the limit (reported). */
export function lowerTemplate(file: Babel.File, source: string, limits: Limits, reporter: Reporter): Lowered | undefined {
  const lowering = new TemplateLowering(source, limits, reporter);
  try {
    const script = lowering.script(file.program);
    return { script, declarations: lowering.declarations, bodies: lowering.bodies };
  } catch (error) {
    if (error !== tooDeep) throw error;
    return undefined;
  }
}

/** Thrown to leave the recursion at once; never seen outside of this file. */
const tooDeep = new RangeError("nested too deep");

type AnyVisitor = (node: Babel.Node, lowering: Lowering) => Expression;
type AnyStatementVisitor = (node: Babel.Statement, lowering: Lowering, labels: readonly string[]) => Statement | undefined;

/** Every expression of the language, by Babel's type. `Map`: a type name never meets an inherited key. */
const visitors: ReadonlyMap<string, AnyVisitor> = new Map([
  ...(Object.entries(expressionVisitors) as [string, AnyVisitor][]),
  ["MemberExpression", lowerMember as AnyVisitor],
  ["OptionalMemberExpression", lowerMember as AnyVisitor],
  ["CallExpression", lowerCall as AnyVisitor],
  ["OptionalCallExpression", lowerCall as AnyVisitor],
  ["ClassExpression", lowerClass as AnyVisitor],
  ["JSXElement", lowerJsxElement as AnyVisitor],
  ["JSXFragment", lowerFragment as AnyVisitor],
]);

const statements: ReadonlyMap<string, AnyStatementVisitor> = new Map(Object.entries(statementVisitors) as [string, AnyStatementVisitor][]);

const refusedStatements: ReadonlyMap<string, string> = new Map([
  ["ImportDeclaration", "import"],
  ["ExportNamedDeclaration", "export"],
  ["ExportDefaultDeclaration", "export"],
  ["ExportAllDeclaration", "export"],
  ["WithStatement", "with"],
  ["DebuggerStatement", "debugger"],
]);

class TemplateLowering implements Lowering {
  readonly source: string;
  readonly declarations: Declaration[] = [];
  bodies = 0;
  scope: Scope;
  #fn: FunctionScope;
  #depth = 0;
  /** Private names of the classes around, innermost last, with the id of each. */
  readonly #privateNames: ReadonlyMap<string, string>[] = [];
  readonly #limits: Limits;
  readonly #reporter: Reporter;

  constructor(source: string, limits: Limits, reporter: Reporter) {
    this.source = source;
    this.#limits = limits;
    this.#reporter = reporter;
    this.#fn = {
      parent: undefined,
      arrow: false,
      async: false,
      generator: false,
      script: true,
      receiver: undefined,
      arguments: undefined,
      home: undefined,
      derived: false,
      start: 0,
      hoisted: false,
    };
    this.scope = new Scope(this.#fn);
  }

  get completes(): boolean {
    return this.#fn.script;
  }

  script(program: Babel.Program): FunctionNode {
    for (const { name, node } of collectVars(program.body)) if (!this.scope.names.has(name)) this.declare(name, "var", node.end ?? -1);
    this.declareLexical(program.body);
    const functions = this.#hoist(program.body);
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
      receiver: this.#hiddenLocal(this.#fn.receiver, program),
      arguments: null,
      body: this.#body(this.scope, functions, list, program),
    };
  }

  expression(node: Babel.Node): Expression {
    if (++this.#depth > this.#limits.nesting) this.#stop(node);
    const visit = visitors.get(node.type);
    const lowered = visit === undefined ? this.refuse("syntax", node) : visit(node, this);
    this.#depth--;
    return lowered;
  }

  statement(node: Babel.Statement, labels: readonly string[] = []): Statement | undefined {
    if (++this.#depth > this.#limits.nesting) this.#stop(node);
    const visit = statements.get(node.type);
    const lowered = visit?.(node, this, labels);
    if (visit === undefined) this.refuse(refusedStatements.get(node.type) ?? "syntax", node);
    this.#depth--;
    return lowered;
  }

  arguments(nodes: readonly Babel.Node[]): (Expression | Spread)[] {
    return nodes.map((node) =>
      node.type === "SpreadElement"
        ? { kind: "spread", span: this.span(node), value: this.expression(node.argument) }
        : this.expression(node),
    );
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

  privateName(node: Babel.PrivateName): Expression {
    const { name } = node.id;
    const id = this.#privateNames.findLast((names) => names.has(name))?.get(name);
    // A name that no class around declares is the parser's finding.
    return { kind: "private-name", span: this.span(node), name: `#${name}`, id: id ?? name };
  }

  withPrivateNames<T>(body: Babel.ClassBody, within: () => T): T {
    const names = new Map<string, string>();
    for (const { type, ...member } of body.body as readonly { type: string; key?: Babel.Node }[]) {
      if (type.startsWith("ClassPrivate") && member.key?.type === "PrivateName")
        names.set(member.key.id.name, `${body.start}#${member.key.id.name}`);
    }
    this.#privateNames.push(names);
    const result = within();
    this.#privateNames.pop();
    return result;
  }

  target(node: Babel.Node): Target {
    if (++this.#depth > this.#limits.nesting) this.#stop(node);
    const target = lowerTarget(node, this);
    this.#depth--;
    return target;
  }

  element(node: Babel.Node): Element {
    return lowerElement(node, this);
  }

  block(nodes: readonly Babel.Statement[], place: Placed): Body {
    const scope = new Scope(this.#fn, this.scope);
    return this.#within(scope, () => {
      this.declareLexical(nodes);
      return this.#body(scope, this.#hoist(nodes), lowerList(nodes, this), place);
    });
  }

  head<T>(
    declare: () => void,
    within: () => T,
    place: Placed,
    hoisted: readonly Babel.Statement[] = [],
  ): { readonly body: Body; readonly result: T } {
    const scope = new Scope(this.#fn, this.scope);
    return this.#within(scope, () => {
      declare();
      const functions = this.#hoist(hoisted);
      const result = within();
      return { body: this.#body(scope, functions, [], place), result };
    });
  }

  fn(source: FunctionSource): FunctionNode {
    const { node } = source;
    const fn: FunctionScope = {
      parent: this.#fn,
      arrow: source.form === "arrow",
      async: source.async,
      generator: source.generator,
      script: false,
      receiver: undefined,
      arguments: undefined,
      home: source.home,
      derived: source.form === "derived",
      start: node.start ?? 0,
      hoisted: source.hoisted === true,
    };
    const outer = this.#fn;
    this.#fn = fn;
    const lowered = this.#within(new Scope(fn, this.scope), () => this.#function(source, fn));
    this.#fn = outer;
    return lowered;
  }

  #function(source: FunctionSource, fn: FunctionScope): FunctionNode {
    const scope = this.scope;
    const self = source.selfName === undefined ? undefined : this.declare(source.selfName, "const", 0);
    // The receiver exists before anything in the function can refer to it: arrows inside take it from here.
    if (!fn.arrow) fn.receiver = undefined;
    for (const param of source.params) {
      for (const { name, bound } of collectNames(param)) if (!isParam(scope.names.get(name))) this.declare(name, "param", bound);
    }
    const { params, rest } = lowerParams(source.params, this);
    const isBlock = source.body.type === "BlockStatement" || source.body.type === "StaticBlock";
    const nodes = isBlock ? (source.body as Babel.BlockStatement).body : [];
    const inner = isBlock && hasParamExpressions(source.params) ? new Scope(fn, scope) : scope;
    const copied: Statement[] = [];
    const inside = this.#within(inner, () => {
      for (const { name, node } of collectVars(nodes)) {
        const known = inner.names.get(name) ?? scope.names.get(name);
        if (known === undefined || known === self) this.declare(name, "var", node.end ?? -1);
        else if (isParam(known) && inner !== scope && !inner.names.has(name) && !declaresFunction(nodes, name))
          copied.push(this.#copyParam(known as Declaration, node));
      }
      this.declareLexical(nodes);
      const functions = this.#hoist(nodes);
      const statements = isBlock ? lowerList(nodes, this) : [toReturn(source.body as Babel.Expression, this)];
      return { functions, statements: [...copied, ...statements] };
    });
    const bindings = inner === scope ? undefined : [...inner.names.values()];
    return {
      kind: "function",
      span: this.span(source.node),
      name: source.name,
      form: source.form,
      async: source.async,
      generator: source.generator,
      length: countLength(source.params),
      params,
      rest,
      self: this.#hiddenLocal(self, source.node),
      receiver: this.#hiddenLocal(fn.receiver, source.node),
      arguments: this.#hiddenLocal(fn.arguments, source.node),
      body: this.#body(scope, inside.functions, inside.statements, source.node, bindings),
    };
  }

  /** A `var` named like a parameter is a variable of its own where defaults may have captured the parameter (10.2.11, 28). */
  #copyParam(param: Declaration, place: Placed): Statement {
    const copy = this.declare(param.name, "var", 0);
    return { kind: "declare", span: this.span(place), target: this.local(copy, place), value: this.local(param, place) };
  }

  declare(name: string, kind: Declaration["kind"], after: number): Declaration {
    const declaration: Declaration = { id: this.declarations.length, name, kind, fn: this.scope.fn, after };
    this.declarations.push(declaration);
    this.scope.names.set(name, declaration);
    return declaration;
  }

  hidden(name: string): Declaration {
    const fn = this.nearestMethod() ?? this.#fn;
    const declaration: Declaration = { id: this.declarations.length, name, kind: "hidden", fn: name === "home" ? this.#fn : fn, after: 0 };
    this.declarations.push(declaration);
    if (name === "home") this.scope.names.set("#home", declaration);
    return declaration;
  }

  declareLexical(nodes: readonly Babel.Statement[]): void {
    for (const node of nodes) {
      if (node.type === "VariableDeclaration" && node.kind !== "var") {
        for (const declarator of node.declarations)
          this.declarePattern(declarator.id, node.kind === "const" ? "const" : "let", declarator.end ?? -1);
      } else if (node.type === "ClassDeclaration" && node.id) this.declare(node.id.name, "class", node.end ?? -1);
      // A function named like a parameter takes its place.
      else if (node.type === "FunctionDeclaration" && node.id && !isParam(this.scope.names.get(node.id.name)))
        this.declare(node.id.name, "function", 0);
      else if (node.type === "LabeledStatement" && node.body.type === "FunctionDeclaration" && node.body.id)
        this.declare(node.body.id.name, "function", 0);
    }
  }

  declarePattern(node: Babel.Node, kind: Declaration["kind"], after: number): void {
    for (const { name } of collectNames(node)) this.declare(name, kind, after);
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

  nearestMethod(): FunctionScope | undefined {
    let fn: FunctionScope | undefined = this.#fn;
    while (fn?.arrow) fn = fn.parent;
    return fn;
  }

  span(place: Placed): Range {
    return [place.start ?? 0, place.end ?? 0];
  }

  refuse(what: string, place: Placed): Expression {
    const refusal = refusals.get(what) ?? refusals.get("syntax");
    this.#reporter.add("syntax/refused", place, { ...refusal });
    return { kind: "constant", span: this.span(place) };
  }

  report(code: Parameters<Lowering["report"]>[0], place: Placed, params: Readonly<Record<string, string | number>>): void {
    this.#reporter.add(code, place, params);
  }

  #hoist(nodes: readonly Babel.Statement[]): HoistedFunction[] {
    const hoisted: HoistedFunction[] = [];
    for (let node of nodes) {
      while (node.type === "LabeledStatement") node = node.body;
      if (node.type !== "FunctionDeclaration" || !node.id) continue;
      const declaration = this.scope.names.get(node.id.name);
      if (declaration === undefined) continue;
      const value = this.fn(toFunctionSource(node, "function", node.id.name, { hoisted: true }));
      hoisted.push({ kind: "hoisted", span: this.span(node), target: this.local(declaration, node.id), value });
    }
    return hoisted;
  }

  #body(
    scope: Scope,
    functions: readonly HoistedFunction[],
    list: readonly Statement[],
    place: Placed,
    more: readonly Declaration[] = [],
  ): Body {
    const bindings = [...scope.names.values(), ...more].map((declaration) => declaration.id);
    return { kind: "body", span: this.span(place), id: this.bodies++, functions, statements: list, bindings };
  }

  #hiddenLocal(declaration: Declaration | undefined, place: Placed): Local | null {
    return declaration === undefined ? null : this.local(declaration, place);
  }

  #within<T>(scope: Scope, run: () => T): T {
    const outer = this.scope;
    this.scope = scope;
    const result = run();
    this.scope = outer;
    return result;
  }

  #stop(node: Placed): never {
    this.#reporter.add("limit/nesting", node, { limit: this.#limits.nesting });
    throw tooDeep;
  }
}

/** Strings in front of a script (`"use strict"`) are directives to the parser, and like any other string its value. */
function lowerDirectives(nodes: readonly Babel.Directive[]): Statement[] {
  return nodes.map((node) => {
    const span: Range = [node.start ?? 0, node.end ?? 0];
    const value = String(node.value.extra?.["expressionValue"] ?? node.value.value);
    return { kind: "expression-statement", span, completes: true, value: { kind: "constant", span, value } };
  });
}

function declaresFunction(nodes: readonly Babel.Statement[], name: string): boolean {
  return nodes.some((node) => node.type === "FunctionDeclaration" && node.id?.name === name);
}

function isParam(declaration: Declaration | undefined): boolean {
  return declaration?.kind === "param";
}
