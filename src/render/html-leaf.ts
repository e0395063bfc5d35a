import { isLeafName } from "../ir/leaf-name.ts";
import type { Attribute, Expression, FragmentNode, PlatformNode, Spread } from "../ir/nodes.ts";

/**
 * Gives what a native leaf is in a string: its children. Its props are evaluated before them, as in the page, since one may fail or do
 * something. `undefined` for other components.
 */
export function toLeafContent({ name, span, key, attributes, children }: PlatformNode): FragmentNode | undefined {
  if (!isLeafName(name)) return undefined;
  const props = attributes.filter(isEvaluated).map((attribute): Expression => {
    // The value itself shows nothing.
    return { kind: "sequence", span: attribute.span, items: [attribute.value, { kind: "constant", span: attribute.span }] };
  });
  return { kind: "fragment", span, key, children: [...props, ...children] };
}

function isEvaluated({ value }: Attribute | Spread): boolean {
  return value.kind !== "constant" && value.kind !== "local" && value.kind !== "function";
}
