import { describe, expect, it } from "vitest";
import { mapChildren } from "../../src/ir/map-children.ts";
import type { AnyNode } from "../../src/ir/nodes.ts";
import { childFields, schema } from "../../src/ir/schema.ts";
import { forEachChild } from "../../src/ir/walk.ts";

const leaf = (value: string): AnyNode => ({ kind: "constant", span: [1, 2], value });

/** A node of a kind, with a child of its own wherever one can stand; plain fields have something that tells. */
function createNode(kind: string, form: "full" | "empty"): AnyNode {
  const node: Record<string, unknown> = { kind, span: [0, 9] };
  for (const [field, type] of schema.get(kind) ?? []) {
    const sort = typeof type === "string" ? type.split(":")[0] : "plain";
    if (sort === "nodes") node[field] = form === "full" ? [leaf(`${field} 0`), leaf(`${field} 1`)] : [];
    else if (sort === "nodes?") node[field] = form === "full" ? [leaf(`${field} 0`), null, leaf(`${field} 1`)] : [null];
    else if (sort === "node" || (sort === "node?" && form === "full")) node[field] = leaf(field);
    else if (sort === "node?") node[field] = null;
    else if (sort === "key" || sort === "key?") node[field] = form === "full" ? leaf(field) : "name";
    else node[field] = `plain ${field}`;
  }
  return node as unknown as AnyNode;
}

/** What the table says that the children are. */
function listChildren(node: AnyNode): readonly (readonly [AnyNode, string])[] {
  return (childFields.get(node.kind) ?? []).flatMap((field) =>
    [(node as unknown as Record<string, unknown>)[field]]
      .flat()
      .filter((child) => typeof child === "object" && child !== null)
      .map((child) => [child as AnyNode, field] as const),
  );
}

describe.each(["full", "empty"] as const)("walks agree with the table of kinds, %s", (form) => {
  it.each([...schema.keys()])("%s", (kind) => {
    const node = createNode(kind, form);
    const visited: (readonly [AnyNode, string])[] = [];
    forEachChild(node, (child, field) => visited.push([child, field]));
    expect(visited).toEqual(listChildren(node));

    const asked: (readonly [AnyNode, string])[] = [];
    const same = mapChildren(node, (child, field) => {
      asked.push([child, field]);
      return child;
    });
    expect(same).toBe(node);
    expect(asked).toEqual(listChildren(node));

    // Each child changed alone: the rest is what it was, in the same order, so that the program's text is.
    for (const [changed] of listChildren(node)) {
      const copy = mapChildren(node, (child) => (child === changed ? leaf("new") : child), [3, 4]);
      const expected = JSON.stringify({ ...node, span: [3, 4] }).replace(JSON.stringify(changed), JSON.stringify(leaf("new")));
      expect(JSON.stringify(copy)).toBe(expected);
    }
  });
});
