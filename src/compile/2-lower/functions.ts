import type * as Babel from "@babel/types";
import type { Element, Statement, Target } from "../../ir/nodes.ts";
import type { FunctionSource, Lowering } from "./lowering.ts";

/** Makes a function source of Babel's function nodes. */
export function toFunctionSource(
  node:
    | Babel.FunctionDeclaration
    | Babel.FunctionExpression
    | Babel.ArrowFunctionExpression
    | Babel.ObjectMethod
    | Babel.ClassMethod
    | Babel.ClassPrivateMethod,
  form: FunctionSource["form"],
  name: string,
  extra: Partial<FunctionSource> = {},
): FunctionSource {
  return {
    name,
    form,
    node,
    async: node.async === true,
    generator: node.generator === true,
    params: node.params,
    body: node.body,
    ...extra,
  };
}

/** Lowers parameters; `length` counts those before the first default or rest. */
export function lowerParams(nodes: readonly Babel.Node[], lowering: Lowering): { params: Element[]; rest: Target | null } {
  const params: Element[] = [];
  let rest: Target | null = null;
  for (const node of nodes) {
    if (node.type === "RestElement") rest = lowering.target(node.argument);
    else params.push(lowering.element(node));
  }
  return { params, rest };
}

export function countLength(nodes: readonly Babel.Node[]): number {
  const end = nodes.findIndex((node) => node.type === "AssignmentPattern" || node.type === "RestElement");
  return end < 0 ? nodes.length : end;
}

/** An arrow's expression body as a `return`. */
export function toReturn(node: Babel.Expression, lowering: Lowering): Statement {
  return { kind: "return", span: lowering.span(node), value: lowering.expression(node) };
}

/** Tells whether parameters need a scope of their own: a default or computed key may name what the body declares too. */
export function hasParamExpressions(nodes: readonly Babel.Node[]): boolean {
  return nodes.some((node) => node.type !== "Identifier" && !(node.type === "RestElement" && node.argument.type === "Identifier"));
}
