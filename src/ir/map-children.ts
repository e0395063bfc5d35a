import type { AnyNode, FunctionNode, Range } from "./nodes.ts";
import { childFields } from "./schema.ts";

type Change = (child: AnyNode, field: string) => AnyNode;

/**
 * Gives the node with each child replaced by what `change` gives; the same node where nothing changed.
 *
 * @param span Place of a changed node; its own when absent.
 */
export function mapChildren<N extends AnyNode>(node: N, change: Change, span: Range = node.span): N {
  return mapKnown(node, change, span) as N;
}

/** The kinds that templates are made of are written out, as in `forEachChild` and for the same reason. */
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
    case "unary": {
      const value = change(node.value, "value");
      return value === node.value ? node : ({ kind: "unary", span, operator: node.operator, value } as AnyNode);
    }
    case "chain": {
      const value = change(node.value, "value");
      return value === node.value ? node : ({ kind: "chain", span, value } as AnyNode);
    }
    case "template": {
      const values = mapAll(node.values, "values", change);
      return values === node.values ? node : ({ kind: "template", span, strings: node.strings, values } as AnyNode);
    }
    case "property": {
      const key = typeof node.key === "string" ? node.key : change(node.key, "key");
      const value = change(node.value, "value");
      return key === node.key && value === node.value ? node : ({ kind: "property", span, key, value } as AnyNode);
    }
    case "record": {
      const entries = mapAll(node.entries, "entries", change);
      return entries === node.entries ? node : ({ kind: "record", span, entries } as AnyNode);
    }
    case "function":
      return mapFunction(node, change, span);
    default:
      return mapFields(node, change, span);
  }
}

function mapFunction(node: FunctionNode, change: Change, span: Range): AnyNode {
  const params = mapAll(node.params, "params", change);
  const rest = mapOne(node.rest, "rest", change);
  const self = mapOne(node.self, "self", change);
  const receiver = mapOne(node.receiver, "receiver", change);
  const args = mapOne(node.arguments, "arguments", change);
  const body = change(node.body, "body");
  const same = params === node.params && rest === node.rest && body === node.body;
  if (same && self === node.self && receiver === node.receiver && args === node.arguments) return node;
  const { kind, name, form, async, generator, length } = node;
  return { kind, span, name, form, async, generator, length, params, rest, self, receiver, arguments: args, body } as AnyNode;
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
