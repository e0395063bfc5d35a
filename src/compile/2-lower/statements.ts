import type * as Babel from "@babel/types";
import type { Block, Body, Expression, Statement, Target } from "../../ir/nodes.ts";
import { collectNames } from "./hoist.ts";
import type { Lowering } from "./lowering.ts";
import { nameValue } from "./names.ts";

type Visitor<Type extends Babel.Statement["type"]> = (
  node: Extract<Babel.Statement, { type: Type }>,
  lowering: Lowering,
  labels: readonly string[],
) => Statement | readonly Statement[] | undefined;

/** How each statement is lowered. A type that is not here is refused. `undefined`: nothing is left to run. */
export const statementVisitors: { readonly [Type in Babel.Statement["type"]]?: Visitor<Type> } = {
  ExpressionStatement: (node, lowering) => ({
    kind: "expression-statement",
    span: lowering.span(node),
    completes: lowering.completes,
    value: lowering.expression(node.expression),
  }),

  EmptyStatement: () => undefined,
  // Hoisted: `lowering.block` has put the function in front of the statements already.
  FunctionDeclaration: () => undefined,

  VariableDeclaration: (node, lowering) => lowerDeclaration(node, lowering),

  ClassDeclaration: (node, lowering) => {
    if (node.id === null || node.id === undefined) return undefined;
    const declaration = lowering.scope.find(node.id.name);
    if (declaration === undefined) return undefined;
    return {
      kind: "declare",
      span: lowering.span(node),
      target: lowering.local(declaration, node.id),
      value: lowering.expression({ ...node, type: "ClassExpression" } as Babel.ClassExpression),
    };
  },

  ReturnStatement: (node, lowering) => ({
    kind: "return",
    span: lowering.span(node),
    value: node.argument ? lowering.expression(node.argument) : null,
  }),

  IfStatement: (node, lowering) => ({
    kind: "if",
    span: lowering.span(node),
    completes: lowering.completes,
    test: lowering.expression(node.test),
    yes: lowerBranch(node.consequent, lowering),
    no: node.alternate ? lowerBranch(node.alternate, lowering) : null,
  }),

  BlockStatement: (node, lowering) => ({ kind: "block", span: lowering.span(node), body: lowering.block(node.body, node) }),

  ForStatement: (node, lowering) => {
    const { init } = node;
    const lexical = init?.type === "VariableDeclaration" && init.kind !== "var";
    const { body: head, result } = lowering.head(
      () => {
        if (lexical)
          for (const declarator of init.declarations) lowering.declarePattern(declarator.id, toKind(init.kind), declarator.end ?? -1);
      },
      () => ({
        init: !init
          ? []
          : init.type === "VariableDeclaration"
            ? lowerDeclaration(init, lowering)
            : [toStatement(lowering.expression(init))],
        test: node.test ? lowering.expression(node.test) : null,
        update: node.update ? lowering.expression(node.update) : null,
        body: lowerBranch(node.body, lowering),
      }),
      node,
    );
    const { init: statements, ...rest } = result;
    return { kind: "for", span: lowering.span(node), completes: lowering.completes, head: { ...head, statements }, ...rest };
  },

  ForInStatement: (node, lowering) => lowerForEach(node, "in", lowering),
  ForOfStatement: (node, lowering) => lowerForEach(node, node.await ? "await" : "of", lowering),

  WhileStatement: (node, lowering) => ({
    kind: "while",
    span: lowering.span(node),
    completes: lowering.completes,
    test: lowering.expression(node.test),
    body: lowerBranch(node.body, lowering),
    first: false,
  }),

  DoWhileStatement: (node, lowering) => ({
    kind: "while",
    span: lowering.span(node),
    completes: lowering.completes,
    test: lowering.expression(node.test),
    body: lowerBranch(node.body, lowering),
    first: true,
  }),

  SwitchStatement: (node, lowering) => {
    const value = lowering.expression(node.discriminant);
    const { body: scope, result: cases } = lowering.head(
      () => {
        for (const branch of node.cases) lowering.declareLexical(branch.consequent);
        // A case can be entered past the declarations of those above it.
        for (const declaration of lowering.scope.names.values()) declaration.after = -1;
      },
      () =>
        node.cases.map((branch) => ({
          kind: "case" as const,
          span: lowering.span(branch),
          test: branch.test ? lowering.expression(branch.test) : null,
          statements: lowerList(branch.consequent, lowering),
        })),
      node,
      node.cases.flatMap((branch) => branch.consequent),
    );
    return { kind: "switch", span: lowering.span(node), completes: lowering.completes, value, scope, cases };
  },

  TryStatement: (node, lowering) => {
    const block = lowering.block(node.block.body, node.block);
    const { handler } = node;
    let scope: Body | null = null;
    let param: Target | null = null;
    let body: Body | null = null;
    if (handler) {
      const caught = lowering.head(
        () => {
          if (handler.param) lowering.declarePattern(handler.param, "let", handler.param.end ?? -1);
        },
        () => ({
          param: handler.param ? lowering.target(handler.param) : null,
          body: lowering.block(handler.body.body, handler.body),
        }),
        handler,
      );
      scope = caught.body;
      ({ param, body } = caught.result);
    }
    return {
      kind: "try",
      span: lowering.span(node),
      completes: lowering.completes,
      block,
      scope,
      param,
      handler: body,
      finalizer: node.finalizer ? lowering.block(node.finalizer.body, node.finalizer) : null,
    };
  },

  ThrowStatement: (node, lowering) => ({ kind: "throw", span: lowering.span(node), value: lowering.expression(node.argument) }),
  BreakStatement: (node, lowering) => ({ kind: "jump", span: lowering.span(node), form: "break", label: node.label?.name ?? null }),
  ContinueStatement: (node, lowering) => ({ kind: "jump", span: lowering.span(node), form: "continue", label: node.label?.name ?? null }),

  LabeledStatement: (node, lowering, labels) => {
    const all = [...labels, node.label.name];
    const body = lowering.statement(node.body, all);
    if (body?.kind === "labelled") return body;
    return { kind: "labelled", span: lowering.span(node), labels: all, body: body ?? emptyBlock(node, lowering) };
  },
};

/** Lowers statements that share the scope that is already open. */
export function lowerList(nodes: readonly Babel.Statement[], lowering: Lowering): Statement[] {
  const statements: Statement[] = [];
  for (const node of nodes) {
    if (node.type === "VariableDeclaration") for (const statement of lowerDeclaration(node, lowering)) statements.push(statement);
    else {
      const statement = lowering.statement(node);
      if (statement !== undefined) statements.push(statement);
    }
  }
  return statements;
}

function lowerDeclaration(node: Babel.VariableDeclaration, lowering: Lowering): Statement[] {
  const statements: Statement[] = [];
  for (const declarator of node.declarations) {
    // `var x;` leaves the value alone; `let x;` sets undefined (ECMAScript 14.3.1.2, 14.3.2.1).
    if (!declarator.init && node.kind === "var") continue;
    const span = lowering.span(declarator);
    const value: Expression = declarator.init ? lowering.expression(nameValue(declarator.init, declarator.id)) : { kind: "constant", span };
    statements.push({ kind: "declare", span, target: lowering.target(declarator.id), value });
  }
  return statements;
}

function lowerForEach(node: Babel.ForInStatement | Babel.ForOfStatement, form: "of" | "in" | "await", lowering: Lowering): Statement {
  const { left } = node;
  const declared =
    left.type === "VariableDeclaration" && left.kind !== "var" ? left.declarations.flatMap(({ id }) => collectNames(id)) : [];
  const used = declared.length === 0 ? undefined : collectIdentifiers(node.right);
  const named = declared.map(({ name }) => name).filter((name) => used?.has(name));
  const value = lowering.withinDead(named, () => lowering.expression(node.right));
  const { body: scope, result } = lowering.head(
    () => {
      if (left.type === "VariableDeclaration" && left.kind !== "var") {
        for (const declarator of left.declarations) lowering.declarePattern(declarator.id, toKind(left.kind), declarator.end ?? -1);
      }
    },
    () => ({
      target: lowering.target(left.type === "VariableDeclaration" ? (left.declarations[0]?.id as Babel.Node) : left),
      body: lowerBranch(node.body, lowering),
    }),
    node,
  );
  return { kind: "for-each", span: lowering.span(node), completes: lowering.completes, form, scope, value, ...result };
}

/** Collects the identifiers of an expression, whatever they stand for there: in one walk, however many names a pattern has. */
function collectIdentifiers(root: Babel.Node): ReadonlySet<string> {
  const found = new Set<string>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    const { type, name } = node as { readonly type?: string; readonly name?: string };
    if ((type === "Identifier" || type === "JSXIdentifier") && name !== undefined) found.add(name);
    for (const [key, part] of Object.entries(node)) if (key !== "loc" && key !== "extra") open.push(part);
  }
  return found;
}

function lowerBranch(node: Babel.Statement, lowering: Lowering): Statement {
  // A function as the whole branch (`if (x) function f() {}`) gets a block, as in ECMAScript B.3.3.
  if (node.type === "FunctionDeclaration") return { kind: "block", span: lowering.span(node), body: lowering.block([node], node) };
  if (node.type === "VariableDeclaration") {
    const statements = lowerDeclaration(node, lowering);
    return { ...emptyBlock(node, lowering), body: { ...emptyBlock(node, lowering).body, statements } };
  }
  return lowering.statement(node) ?? emptyBlock(node, lowering);
}

function emptyBlock(node: Babel.Node, lowering: Lowering): Block {
  return { kind: "block", span: lowering.span(node), body: lowering.block([], node) };
}

function toStatement(value: Expression): Statement {
  return { kind: "expression-statement", span: value.span, completes: false, value };
}

function toKind(kind: string): "let" | "const" {
  return kind === "const" ? "const" : "let";
}
