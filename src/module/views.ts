import type { ElementNode, FragmentNode } from "../ir/nodes.ts";
import { isOpen } from "../render/plan-attributes.ts";
import { HtmlBody } from "./html.ts";
import type { Printer } from "./printer.ts";
import { Scope } from "./scope.ts";

/** Prints markup as a value: written when it is evaluated. `undefined` for markup that stays a view, or is written from its props. */
export function printView(node: ElementNode | FragmentNode, printer: Printer, scope: Scope): string | undefined {
  if (!printer.writes || (node.kind === "element" ? isOpen(node) : node.key !== null)) return undefined;
  const inner = new Scope(scope.frame, printer.names);
  const html = new HtmlBody(printer, inner);
  html.block(node);
  const text = html.finish();
  return `$view(r,()=>{${inner.declare()}let h="";${text}return h})`;
}
