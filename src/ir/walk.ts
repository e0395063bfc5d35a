import type { AnyNode, Range } from "./nodes.ts";
import { childFields } from "./schema.ts";

/** Calls `visit` for each child of a node, in evaluation order as written. */
export function forEachChild(node: AnyNode, visit: (child: AnyNode, field: string) => void): void {
  for (const field of childFields.get(node.kind) ?? []) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (Array.isArray(value)) {
      for (const child of value) if (child !== null) visit(child as AnyNode, field);
    } else if (typeof value === "object" && value !== null) visit(value as AnyNode, field);
  }
}

/**
 * Gives the node with each child replaced by what `change` gives; the same node where nothing changed.
 *
 * @param span Place of a changed node; its own when absent.
 */
export function mapChildren<N extends AnyNode>(node: N, change: (child: AnyNode, field: string) => AnyNode, span: Range = node.span): N {
  let copy: Record<string, unknown> | undefined;
  for (const field of childFields.get(node.kind) ?? []) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (typeof value !== "object" || value === null) continue;
    const changed = Array.isArray(value) ? mapList(value, field, change) : change(value as AnyNode, field);
    if (changed === value) continue;
    copy ??= copyNode(node, span);
    copy[field] = changed;
  }
  return (copy as unknown as N | undefined) ?? node;
}

/**
 * Copies a node. The kinds that views are made of are written out: a spread of objects of many shapes takes several times as
 * long, and this was a quarter of the compiler's time.
 */
function copyNode(node: AnyNode, span: Range): Record<string, unknown> {
  switch (node.kind) {
    case "element":
      return { kind: node.kind, span, tag: node.tag, key: node.key, attributes: node.attributes, children: node.children };
    case "attribute":
      return { kind: node.kind, span, name: node.name, value: node.value };
    case "member":
      return { kind: node.kind, span, object: node.object, key: node.key, optional: node.optional };
    case "call":
      return { kind: node.kind, span, callee: node.callee, args: node.args, optional: node.optional };
    case "logical":
      return { kind: node.kind, span, operator: node.operator, left: node.left, right: node.right };
    case "conditional":
      return { kind: node.kind, span, test: node.test, yes: node.yes, no: node.no };
    case "binary":
      return { kind: node.kind, span, operator: node.operator, left: node.left, right: node.right };
    default:
      return { ...node, span };
  }
}

function mapList(
  list: readonly (AnyNode | null)[],
  field: string,
  change: (child: AnyNode, field: string) => AnyNode,
): readonly (AnyNode | null)[] {
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
