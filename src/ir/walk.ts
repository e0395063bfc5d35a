import type { AnyNode } from "./nodes.ts";
import { childFields } from "./schema.ts";

type Visit = (child: AnyNode, field: string) => void;

/**
 * Calls `visit` for each child of a node, in evaluation order as written.
 *
 * The kinds that templates are made of are written out: reading fields by names from a table takes several times as long, and the
 * compiler walks every tree four times. A test holds them to the table.
 */
export function forEachChild(node: AnyNode, visit: Visit): void {
  switch (node.kind) {
    case "constant":
    case "local":
    case "global":
      return;
    case "member":
      visit(node.object, "object");
      if (typeof node.key !== "string") visit(node.key, "key");
      return;
    case "attribute":
    case "property":
      if (node.kind === "property" && typeof node.key !== "string") visit(node.key, "key");
      visit(node.value, "value");
      return;
    case "expression-statement":
    case "spread":
    case "chain":
    case "unary":
      visit(node.value, "value");
      return;
    case "element":
    case "platform":
      visitOne(node.key, "key", visit);
      visitAll(node.attributes, "attributes", visit);
      visitAll(node.children, "children", visit);
      return;
    case "fragment":
      visitOne(node.key, "key", visit);
      visitAll(node.children, "children", visit);
      return;
    case "call":
      visit(node.callee, "callee");
      visitAll(node.args, "args", visit);
      return;
    case "conditional":
      visit(node.test, "test");
      visit(node.yes, "yes");
      visit(node.no, "no");
      return;
    case "logical":
    case "binary":
      visit(node.left, "left");
      visit(node.right, "right");
      return;
    case "return":
      visitOne(node.value, "value", visit);
      return;
    case "declare":
      visit(node.target, "target");
      visit(node.value, "value");
      return;
    case "component":
      visit(node.type, "type");
      visitOne(node.key, "key", visit);
      visitAll(node.attributes, "attributes", visit);
      visitAll(node.children, "children", visit);
      return;
    case "template":
      visitAll(node.values, "values", visit);
      return;
    case "record":
      visitAll(node.entries, "entries", visit);
      return;
    case "target":
      visit(node.target, "target");
      visitOne(node.fallback, "fallback", visit);
      return;
    case "function":
      visitAll(node.params, "params", visit);
      visitOne(node.rest, "rest", visit);
      visitOne(node.self, "self", visit);
      visitOne(node.receiver, "receiver", visit);
      visitOne(node.arguments, "arguments", visit);
      visit(node.body, "body");
      return;
    case "body":
      visitAll(node.functions, "functions", visit);
      visitAll(node.statements, "statements", visit);
      return;
    default:
      visitFields(node, visit);
  }
}

function visitFields(node: AnyNode, visit: Visit): void {
  for (const field of childFields.get(node.kind) ?? []) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (Array.isArray(value)) visitAll(value as (AnyNode | null)[], field, visit);
    else if (typeof value === "object" && value !== null) visit(value as AnyNode, field);
  }
}

function visitOne(node: AnyNode | null, field: string, visit: Visit): void {
  if (node !== null) visit(node, field);
}

function visitAll(list: readonly (AnyNode | null)[], field: string, visit: Visit): void {
  for (let i = 0; i < list.length; i++) {
    const child = list[i] ?? null;
    if (child !== null) visit(child, field);
  }
}
