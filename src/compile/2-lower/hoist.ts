import type * as Babel from "@babel/types";

/**
 * Collects the names that `var` declares anywhere in a function's statements, not in inner functions. Iterative: the
 * depth of the statements is not bounded yet when this runs.
 */
export function collectVars(statements: readonly Babel.Node[]): { readonly name: string; readonly node: Babel.Node }[] {
  const found: { name: string; node: Babel.Node }[] = [];
  const open: (Babel.Node | null | undefined)[] = [...statements].reverse();
  while (open.length > 0) {
    const node = open.pop();
    if (node === null || node === undefined) continue;
    switch (node.type) {
      case "VariableDeclaration":
        if (node.kind === "var") for (const declarator of node.declarations) found.push(...collectNames(declarator.id));
        break;
      case "BlockStatement":
        pushReversed(open, node.body);
        break;
      case "IfStatement":
        open.push(node.alternate, node.consequent);
        break;
      case "ForStatement":
        open.push(node.body, node.init);
        break;
      case "ForInStatement":
      case "ForOfStatement":
        open.push(node.body, node.left);
        break;
      case "WhileStatement":
      case "DoWhileStatement":
      case "LabeledStatement":
      case "WithStatement":
        open.push(node.body);
        break;
      case "TryStatement":
        open.push(node.finalizer, node.handler?.body, node.block);
        break;
      case "SwitchStatement":
        for (let i = node.cases.length - 1; i >= 0; i--) pushReversed(open, node.cases[i]?.consequent ?? []);
        break;
      default:
    }
  }
  return found;
}

/** Collects the names that a pattern binds. */
export function collectNames(pattern: Babel.Node): { readonly name: string; readonly node: Babel.Node }[] {
  const found: { name: string; node: Babel.Node }[] = [];
  const open: (Babel.Node | null)[] = [pattern];
  while (open.length > 0) {
    const node = open.pop();
    if (node === null || node === undefined) continue;
    switch (node.type) {
      case "Identifier":
        found.push({ name: node.name, node });
        break;
      case "ObjectPattern":
        for (let i = node.properties.length - 1; i >= 0; i--) {
          const property = node.properties[i];
          if (property !== undefined) open.push(property.type === "RestElement" ? property.argument : property.value);
        }
        break;
      case "ArrayPattern":
        pushReversed(open, node.elements);
        break;
      case "AssignmentPattern":
        open.push(node.left);
        break;
      case "RestElement":
        open.push(node.argument);
        break;
      default:
    }
  }
  return found;
}

/** In reverse, since the list is a stack; one by one, since a spread of a long list overflows the call stack. */
function pushReversed(open: (Babel.Node | null | undefined)[], nodes: readonly (Babel.Node | null)[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) open.push(nodes[i]);
}
