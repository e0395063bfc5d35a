import type { AnyNode, Body } from "./nodes.ts";
import type { Binding } from "./program.ts";
import { forEachChild } from "./walk.ts";

/** A kind whose body has other parts of it inside: the field of the body, and the parts that are evaluated outside of it. */
type Scoping = readonly [body: string, ...outside: string[]];

const scopings: ReadonlyMap<string, Scoping> = new Map<string, Scoping>([
  ["function", ["body"]],
  ["class", ["scope"]],
  ["for", ["head"]],
  ["for-each", ["scope", "value"]],
  ["switch", ["scope", "value"]],
  ["try", ["scope", "block", "finalizer"]],
]);

/**
 * Finds a variable that is used outside of the body that it belongs to, or belongs to none: no compiler writes that, and no frame would
 * hold it. `undefined` where all stand in scope.
 */
export function findStray(root: AnyNode, bindings: readonly Binding[]): Extract<AnyNode, { kind: "local" }> | undefined {
  const open: number[] = [];
  let stray: Extract<AnyNode, { kind: "local" }> | undefined;
  const inside = (id: number, run: () => void): void => {
    open.push(id);
    run();
    open.pop();
  };
  const visit = (node: AnyNode): void => {
    if (node.kind === "local" && !open.includes(bindings[node.binding]?.owner ?? -1)) stray ??= node;
    const [field, ...outside] = scopings.get(node.kind) ?? [];
    const body = field === undefined ? undefined : (node as unknown as Readonly<Record<string, Body | null>>)[field];
    const visitParts = () =>
      forEachChild(node, (child, name) => {
        if (body === undefined || body === null || outside.includes(name)) visit(child);
        else inside(body.id, () => visit(child));
      });
    if (node.kind === "body") inside(node.id, visitParts);
    else visitParts();
  };
  visit(root);
  return stray;
}
