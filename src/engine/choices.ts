import type { Conditional, Let, Logical, Sequence } from "../ir/nodes.ts";
import type { Linker, Run } from "./linker.ts";

/** Links `test ? yes : no`. */
export function linkConditional(node: Conditional, linker: Linker): Run {
  const test = linker.expression(node.test);
  const yes = linker.expression(node.yes);
  const no = linker.expression(node.no);
  return (frame, realm) => (test(frame, realm) ? yes(frame, realm) : no(frame, realm));
}

/** Links `&&`, `||` and `??`. */
export function linkLogical(node: Logical, linker: Linker): Run {
  const left = linker.expression(node.left);
  const right = linker.expression(node.right);
  switch (node.operator) {
    case "&&":
      return (frame, realm) => left(frame, realm) && right(frame, realm);
    case "||":
      return (frame, realm) => left(frame, realm) || right(frame, realm);
    case "??":
      return (frame, realm) => left(frame, realm) ?? right(frame, realm);
  }
}

/** Links expressions of which the last is the value. */
export function linkSequence(node: Sequence, linker: Linker): Run {
  const items = node.items.map((item) => linker.expression(item));
  return (frame, realm) => {
    let value: unknown;
    for (const item of items) value = item(frame, realm);
    return value;
  };
}

/** Links a value that is kept for an expression. */
export function linkLet(node: Let, linker: Linker): Run {
  const fill = linker.target(node.target, true);
  const value = linker.expression(node.value);
  const body = linker.expression(node.body);
  return (frame, realm) => {
    fill(frame, realm, value(frame, realm));
    return body(frame, realm);
  };
}
