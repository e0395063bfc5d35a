import type { AnyNode, Expression } from "../../ir/nodes.ts";
import { isHelper } from "../../ir/platform-name.ts";
import { forEachChild } from "../../ir/walk.ts";

/** A prop's value, and where a component's template evaluates it: -1 for before anything else. */
export interface PlacedValue {
  readonly value: Expression;
  readonly position: number;
}

/**
 * Tells whether a value can be evaluated where its prop is used, rather than before the component as in the language: it is
 * evaluated in any case, or doing so has no effect, and no value that stands after it acts before it does.
 */
export function staysInOrder(value: Expression, position: number, certain: boolean, later: readonly PlacedValue[]): boolean {
  if (certain && !later.some((other) => other.position < position && acts(other.value))) return true;
  return !acts(value);
}

/** Tells whether evaluating a node may do something that others can notice: call, assign, wait. */
export function acts(node: AnyNode): boolean {
  switch (node.kind) {
    case "constant":
    case "local":
    case "global":
    case "function":
      return false;
    case "call":
      // The platform's own helpers compute and do nothing else.
      if (!isHelper(node)) return true;
      break;
    case "new":
    case "tagged":
    case "class":
    case "super-call":
    case "assign":
    case "update":
    case "delete":
    case "await":
    case "yield":
      return true;
    default:
  }
  let found = false;
  forEachChild(node, (child) => {
    found ||= acts(child);
  });
  return found;
}
