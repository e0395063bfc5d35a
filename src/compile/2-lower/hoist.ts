import type * as Babel from "@babel/types";

/**
 * Collects the names that `var` declares anywhere in a function's statements, not in inner functions. Iterative: the
 * depth of the statements is not bounded yet when this runs.
 */
export function collectVars(statements: readonly Babel.Node[]): { readonly name: string; readonly node: Babel.Node }[] {
  const found: { name: string; node: Babel.Node }[] = [];
  const open: (Babel.Node | null | undefined)[] = [];
  pushReversed(open, statements);
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

/** A name that a pattern binds. */
export interface BoundName {
  readonly name: string;
  readonly node: Babel.Node;
  /** Offset from which a reference finds it bound: behind the default that may give its value. */
  readonly bound: number;
}

/** Collects the names that a pattern binds. */
export function collectNames(pattern: Babel.Node | null): BoundName[] {
  // What the parser has complained of leaves gaps behind.
  if (pattern?.type === "Identifier") return [{ name: pattern.name, node: pattern, bound: pattern.end ?? 0 }];
  const found: BoundName[] = [];
  const open: { readonly node: Babel.Node | null | undefined; readonly end: number | undefined }[] = [{ node: pattern, end: undefined }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, end } = at;
    if (node === null || node === undefined) continue;
    switch (node.type) {
      case "Identifier":
        found.push({ name: node.name, node, bound: end ?? node.end ?? 0 });
        break;
      case "ObjectPattern":
        for (let i = node.properties.length - 1; i >= 0; i--) {
          const property = node.properties[i];
          open.push({ node: property?.type === "RestElement" ? property.argument : property?.value, end });
        }
        break;
      case "ArrayPattern":
        for (let i = node.elements.length - 1; i >= 0; i--) open.push({ node: node.elements[i], end });
        break;
      case "AssignmentPattern":
        open.push({ node: node.left, end: end ?? node.end ?? undefined });
        break;
      case "RestElement":
        open.push({ node: node.argument, end });
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
