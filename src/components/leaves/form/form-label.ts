import { type ComponentChildren, toChildArray } from "preact";

/** Gives what stands in the label of a row as a string has it: `<label><span>…</span><input></label>`. */
export function readLabel(children: ComponentChildren): ComponentChildren {
  const text = childrenOf(childrenOf(children, "label"), "span");
  return text ?? null;
}

function childrenOf(children: ComponentChildren, type: string): ComponentChildren {
  const found = toChildArray(children).find((child) => typeof child === "object" && child.type === type);
  return typeof found === "object" ? (found.props as { readonly children?: ComponentChildren }).children : undefined;
}
