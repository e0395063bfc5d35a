import { mapChildren } from "../../ir/map-children.ts";
import type { AnyNode, Expression } from "../../ir/nodes.ts";
import { forEachChild } from "../../ir/walk.ts";

/** Puts a value where its binding is read, if that is one place outside of functions; `undefined` where it has to be kept in a slot. */
export function substituteOnce(body: Expression, binding: number, value: Expression): Expression | undefined {
  let uses = 0;
  const visit = (node: AnyNode, inFunction: boolean): void => {
    if (node.kind === "local" && node.binding === binding) uses += inFunction ? 2 : 1;
    else forEachChild(node, (child) => visit(child, inFunction || node.kind === "function"));
  };
  visit(body, false);
  if (uses !== 1) return undefined;
  const replace = (node: AnyNode): AnyNode => (node.kind === "local" && node.binding === binding ? value : mapChildren(node, replace));
  return replace(body) as Expression;
}
