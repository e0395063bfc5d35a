import { isLeafName } from "../ir/leaf-name.ts";
import type { Expression, FragmentNode, PlatformNode } from "../ir/nodes.ts";

/**
 * Gives what a native leaf is in a string: its children. Its props are evaluated before them, as in the page, since one may fail or do
 * something. `undefined` for other components.
 */
export function toLeafContent({ name, span, key, attributes, children }: PlatformNode): FragmentNode | undefined {
  if (!isLeafName(name)) return undefined;
  const props = attributes
    .filter(({ value }) => isEvaluated(value))
    .map((attribute): Expression => {
      // The value itself shows nothing.
      return { kind: "sequence", span: attribute.span, items: [attribute.value, { kind: "constant", span: attribute.span }] };
    });
  return { kind: "fragment", span, key, children: [...props, ...children] };
}

/** Tells whether it shows that an expression was evaluated: what is no literal may fail or do something. */
export function isEvaluated({ kind }: Expression): boolean {
  return kind !== "constant" && kind !== "function";
}
