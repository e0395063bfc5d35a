import type * as Babel from "@babel/types";
import type { FunctionNode, Statement } from "../../ir/nodes.ts";
import type { Placed } from "../reporter.ts";
import { countLength, hasParamExpressions, lowerParams, toReturn } from "./functions.ts";
import { collectNames, collectVars } from "./hoist.ts";
import type { FunctionSource, Lowering } from "./lowering.ts";
import { type Declaration, type FunctionScope, Scope } from "./scope.ts";
import { isParam } from "./scopes.ts";
import { lowerList } from "./statements.ts";

/** Lowers a function whose scope is open: parameters, what its body hoists, its statements. */
export function lowerFunction(source: FunctionSource, fn: FunctionScope, lowering: Lowering): FunctionNode {
  const scope = lowering.scope;
  const self = source.selfName === undefined ? undefined : lowering.declare(source.selfName, "const", 0);
  // The receiver exists before anything in the function can refer to it: arrows inside take it from here.
  if (!fn.arrow) fn.receiver = undefined;
  for (const param of source.params) {
    for (const { name, bound } of collectNames(param)) if (!isParam(scope.names.get(name))) lowering.declare(name, "param", bound);
  }
  const { params, rest } = lowerParams(source.params, lowering);
  const isBlock = source.body.type === "BlockStatement" || source.body.type === "StaticBlock";
  const nodes = isBlock ? (source.body as Babel.BlockStatement).body : [];
  const inner = isBlock && hasParamExpressions(source.params) ? new Scope(scope) : scope;
  const copied: Statement[] = [];
  const inside = lowering.within(inner, () => {
    for (const { name, node } of collectVars(nodes)) {
      const known = inner.names.get(name) ?? scope.names.get(name);
      if (known === undefined || known === self) lowering.declare(name, "var", node.end ?? -1);
      else if (isParam(known) && inner !== scope && !inner.names.has(name) && !declaresFunction(nodes, name))
        copied.push(copyParam(known as Declaration, node, lowering));
    }
    lowering.declareLexical(nodes);
    const functions = lowering.hoist(nodes);
    const statements = isBlock ? lowerList(nodes, lowering) : [toReturn(source.body as Babel.Expression, lowering)];
    return { functions, statements: [...copied, ...statements] };
  });
  const bindings = inner === scope ? undefined : [...inner.names.values()];
  return {
    kind: "function",
    span: lowering.span(source.node),
    name: source.name,
    form: source.form,
    async: source.async,
    generator: source.generator,
    length: countLength(source.params),
    params,
    rest,
    self: lowering.hiddenLocal(self, source.node),
    receiver: lowering.hiddenLocal(fn.receiver, source.node),
    arguments: lowering.hiddenLocal(fn.arguments, source.node),
    body: lowering.body(scope, inside.functions, inside.statements, source.node, bindings),
  };
}

/** A `var` named like a parameter is a variable of its own where defaults may have captured the parameter (10.2.11, 28). */
function copyParam(param: Declaration, place: Placed, lowering: Lowering): Statement {
  const copy = lowering.declare(param.name, "var", 0);
  return { kind: "declare", span: lowering.span(place), target: lowering.local(copy, place), value: lowering.local(param, place) };
}

function declaresFunction(nodes: readonly Babel.Statement[], name: string): boolean {
  return nodes.some((node) => node.type === "FunctionDeclaration" && node.id?.name === name);
}
