import type { AnyNode, Range } from "./nodes.ts";
import { childFields } from "./schema.ts";

type Visit = (child: AnyNode, field: string) => void;
type Change = (child: AnyNode, field: string) => AnyNode;

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
    case "expression-statement":
    case "spread":
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

/**
 * Gives the node with each child replaced by what `change` gives; the same node where nothing changed.
 *
 * @param span Place of a changed node; its own when absent.
 */
export function mapChildren<N extends AnyNode>(node: N, change: Change, span: Range = node.span): N {
  return mapKnown(node, change, span) as N;
}

/** Written out for the same kinds, and for the same reason. */
function mapKnown(node: AnyNode, change: Change, span: Range): AnyNode {
  switch (node.kind) {
    case "constant":
    case "local":
    case "global":
      return node;
    case "member": {
      const object = change(node.object, "object");
      const key = typeof node.key === "string" ? node.key : change(node.key, "key");
      return object === node.object && key === node.key
        ? node
        : ({ kind: "member", span, object, key, optional: node.optional } as AnyNode);
    }
    case "attribute": {
      const value = change(node.value, "value");
      return value === node.value ? node : ({ kind: "attribute", span, name: node.name, value } as AnyNode);
    }
    case "element": {
      const key = mapOne(node.key, "key", change);
      const attributes = mapAll(node.attributes, "attributes", change);
      const children = mapAll(node.children, "children", change);
      if (key === node.key && attributes === node.attributes && children === node.children) return node;
      return { kind: "element", span, tag: node.tag, key, attributes, children } as AnyNode;
    }
    case "fragment": {
      const key = mapOne(node.key, "key", change);
      const children = mapAll(node.children, "children", change);
      return key === node.key && children === node.children ? node : ({ kind: "fragment", span, key, children } as AnyNode);
    }
    case "call": {
      const callee = change(node.callee, "callee");
      const args = mapAll(node.args, "args", change);
      if (callee === node.callee && args === node.args) return node;
      return { kind: "call", span, callee, args, optional: node.optional } as AnyNode;
    }
    case "conditional": {
      const test = change(node.test, "test");
      const yes = change(node.yes, "yes");
      const no = change(node.no, "no");
      return test === node.test && yes === node.yes && no === node.no ? node : ({ kind: "conditional", span, test, yes, no } as AnyNode);
    }
    case "logical":
    case "binary": {
      const left = change(node.left, "left");
      const right = change(node.right, "right");
      if (left === node.left && right === node.right) return node;
      return { kind: node.kind, span, operator: node.operator, left, right } as AnyNode;
    }
    case "component": {
      const type = change(node.type, "type");
      const key = mapOne(node.key, "key", change);
      const attributes = mapAll(node.attributes, "attributes", change);
      const children = mapAll(node.children, "children", change);
      if (type === node.type && key === node.key && attributes === node.attributes && children === node.children) return node;
      return { kind: "component", span, type, name: node.name, key, attributes, children } as AnyNode;
    }
    case "platform": {
      const key = mapOne(node.key, "key", change);
      const attributes = mapAll(node.attributes, "attributes", change);
      const children = mapAll(node.children, "children", change);
      if (key === node.key && attributes === node.attributes && children === node.children) return node;
      return { kind: "platform", span, name: node.name, key, attributes, children } as AnyNode;
    }
    case "return": {
      const value = mapOne(node.value, "value", change);
      return value === node.value ? node : ({ kind: "return", span, value } as AnyNode);
    }
    case "expression-statement": {
      const value = change(node.value, "value");
      return value === node.value ? node : ({ kind: "expression-statement", span, completes: node.completes, value } as AnyNode);
    }
    case "declare": {
      const target = change(node.target, "target");
      const value = change(node.value, "value");
      return target === node.target && value === node.value ? node : ({ kind: "declare", span, target, value } as AnyNode);
    }
    case "body": {
      const functions = mapAll(node.functions, "functions", change);
      const statements = mapAll(node.statements, "statements", change);
      if (functions === node.functions && statements === node.statements) return node;
      return { kind: "body", span, id: node.id, functions, statements, bindings: node.bindings } as AnyNode;
    }
    default:
      return mapFields(node, change, span);
  }
}

function mapFields(node: AnyNode, change: Change, span: Range): AnyNode {
  let copy: Record<string, unknown> | undefined;
  for (const field of childFields.get(node.kind) ?? []) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (typeof value !== "object" || value === null) continue;
    const changed = Array.isArray(value) ? mapAll(value as (AnyNode | null)[], field, change) : change(value as AnyNode, field);
    if (changed === value) continue;
    copy ??= { ...node, span };
    copy[field] = changed;
  }
  return (copy as unknown as AnyNode | undefined) ?? node;
}

function mapOne(node: AnyNode | null, field: string, change: Change): AnyNode | null {
  return node === null ? null : change(node, field);
}

function mapAll(list: readonly (AnyNode | null)[], field: string, change: Change): readonly (AnyNode | null)[] {
  let copy: (AnyNode | null)[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const child = list[i] ?? null;
    if (child === null) continue;
    const changed = change(child, field);
    if (changed === child) continue;
    copy ??= list.slice();
    copy[i] = changed;
  }
  return copy ?? list;
}
