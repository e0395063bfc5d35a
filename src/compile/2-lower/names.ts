import type * as Babel from "@babel/types";

/** An anonymous function takes the name of the variable that it is given to (8.4.5 NamedEvaluation). */
export function nameValue<N extends Babel.Node>(value: N, target: Babel.Node): N {
  return target.type === "Identifier" ? nameFunction(value, target.name) : value;
}

export function nameFunction<N extends Babel.Node>(value: N, name: string): N {
  const anonymous =
    value.type === "ArrowFunctionExpression" || ((value.type === "FunctionExpression" || value.type === "ClassExpression") && !value.id);
  // Written on the parser's node, which is ours alone and has one place: a copy of it would cost more than its lowering.
  if (anonymous) (value as { givenName?: string }).givenName = name;
  return value;
}

/** The name that a function or class was given by the place where it stands. */
export function givenName(node: Babel.Node): string {
  return (node as { readonly givenName?: string }).givenName ?? "";
}
