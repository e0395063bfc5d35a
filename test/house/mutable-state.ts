import type { Node, Statement } from "@babel/types";
import { childrenOf, namesIn, place, type SourceFile, walk } from "./source.ts";

/** Methods that write to a collection. */
const writers = new Set([
  "set",
  "add",
  "delete",
  "clear",
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "sort",
  "reverse",
  "fill",
  "copyWithin",
]);

/**
 * Finds state that outlives a render: `let` and `var` of a module, and writes, from inside functions, to a module's
 * own or imported constants. One card's state would be another's.
 */
export function findMutableState(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const names = new Set<string>();
  for (const statement of file.ast.program.body) {
    const declaration = unwrap(statement);
    if (declaration.type === "ImportDeclaration") for (const { local } of declaration.specifiers) names.add(local.name);
    if (declaration.type !== "VariableDeclaration" || declaration.declare) continue;
    if (declaration.kind !== "const") found.push(`${place(file, declaration)}: module-level \`${declaration.kind}\``);
    for (const { id } of declaration.declarations) for (const name of namesIn(id)) names.add(name);
  }
  for (const statement of file.ast.program.body)
    findWrites(statement, names, false, (node, name) => found.push(`${place(file, node)}: writes to module-level \`${name}\``));
  return found;
}

function unwrap(statement: Statement): Node {
  return statement.type === "ExportNamedDeclaration" && statement.declaration ? statement.declaration : statement;
}

function findWrites(node: Node, names: ReadonlySet<string>, inside: boolean, report: (node: Node, name: string) => void): void {
  let visible = names;
  if (isFunction(node)) {
    const own = new Set<string>();
    for (const param of node.params) for (const name of namesIn(param)) own.add(name);
    walk(node.body, (inner) => {
      if (inner.type === "VariableDeclarator") for (const name of namesIn(inner.id)) own.add(name);
    });
    visible = new Set([...names].filter((name) => !own.has(name)));
    inside = true;
  }
  if (inside) {
    const target = writtenObject(node);
    const name = target === undefined ? undefined : rootName(target);
    if (name !== undefined && visible.has(name)) report(node, name);
  }
  for (const child of childrenOf(node)) findWrites(child, visible, inside, report);
}

function isFunction(node: Node): node is Extract<Node, { params: readonly Node[]; body: Node }> {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/.test(node.type);
}

/** The object that an expression writes to, if it does. */
function writtenObject(node: Node): Node | undefined {
  if (node.type === "AssignmentExpression") return node.left.type === "MemberExpression" ? node.left.object : undefined;
  if (node.type === "UpdateExpression") return node.argument.type === "MemberExpression" ? node.argument.object : undefined;
  if (node.type === "UnaryExpression" && node.operator === "delete")
    return node.argument.type === "MemberExpression" ? node.argument.object : undefined;
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.computed) return undefined;
  return node.callee.property.type === "Identifier" && writers.has(node.callee.property.name) ? node.callee.object : undefined;
}

function rootName(node: Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") return rootName(node.object);
  if (node.type === "TSNonNullExpression" || node.type === "TSAsExpression" || node.type === "ParenthesizedExpression")
    return rootName(node.expression);
  return undefined;
}
