import type { AnyNode, Attribute, ComponentNode, Constant, ElementNode, Range } from "../../ir/nodes.ts";
import { dropsContent, elements, judgeElement } from "../../policy/elements.ts";
import type { Reporter } from "../reporter.ts";
import { reviewAttributes } from "./attributes.ts";
import type { AnalysisOptions } from "./options.ts";
import { reviewProps } from "./props.ts";

/**
 * Decides what a tag is. An element outside the allowlist becomes a fragment of its children, or nothing; a tag that names
 * a platform component becomes that; an unknown one a visible placeholder (reference/kview.md, section 3).
 */
export function resolveMarkup(node: AnyNode, inSvg: boolean, options: AnalysisOptions, reporter: Reporter): AnyNode {
  if ((node.kind === "element" || node.kind === "component") && !limitAttributes(node, options, reporter)) return node;
  if (node.kind === "element") return resolveElement(node, inSvg, options, reporter);
  if (node.kind === "component") return resolveComponent(node, inSvg, options, reporter);
  return node;
}

/** Too many attributes end the compilation: each is judged and written at every render. */
function limitAttributes(node: ElementNode | ComponentNode, { limits }: AnalysisOptions, reporter: Reporter): boolean {
  const most = node.attributes[limits.attributes];
  if (most === undefined) return true;
  reporter.add("limit/attributes", { start: most.span[0], end: most.span[0] + 1 }, { limit: limits.attributes });
  return false;
}

function resolveElement(node: ElementNode, inSvg: boolean, { policy }: AnalysisOptions, reporter: Reporter): AnyNode {
  const tag = judgeElement(node.tag, inSvg);
  if (tag !== undefined) {
    reviewAttributes(node, tag, policy, reporter);
    return tag === node.tag ? node : { ...node, tag };
  }
  reporter.add("jsx/unknown-element", placeOfTag(node.span, node.tag), { name: node.tag }, { name: node.tag, among: elements.keys() });
  return { kind: "fragment", span: node.span, key: node.key, children: dropsContent(node.tag) ? [] : node.children };
}

function resolveComponent(node: ComponentNode, inSvg: boolean, options: AnalysisOptions, reporter: Reporter): AnyNode {
  const free = freeName(node);
  if (free === undefined) return node;
  if (free === "React.Fragment") return { kind: "fragment", span: node.span, key: node.key, children: node.children };
  const component = options.components.get(free);
  if (node.type.kind === "global" && options.ownNames.has(free)) return node;
  if (component !== undefined) {
    reviewProps(node, component, placeOfTag(node.span, free), reporter);
    if (options.context !== undefined && component.contexts?.includes(options.context) === false) {
      const params = { name: free, contexts: component.contexts.join(", "), context: options.context };
      reporter.add("jsx/component-context", placeOfTag(node.span, free), params);
    }
    return { kind: "platform", span: node.span, name: free, key: node.key, attributes: node.attributes, children: node.children };
  }
  // `<data.Title/>` on a name that is in scope may still be a component at run time.
  if (node.type.kind === "member" && options.names.has(free.slice(0, free.indexOf(".")))) return node;
  reporter.add("jsx/unknown-component", placeOfTag(node.span, free), { name: free }, { name: free, among: options.components.names() });
  // A drawing holds no elements of HTML: what a parser would take out of it, the page's own elements would keep.
  if (inSvg) return { kind: "fragment", span: node.span, key: node.key, children: node.children };
  return toPlaceholder(node, free);
}

/** The dotted name of a tag that no variable of the template stands behind. */
function freeName(node: ComponentNode): string | undefined {
  let at = node.type;
  while (at.kind === "member") at = at.object;
  return at.kind === "global" ? node.name : undefined;
}

function toPlaceholder(node: ComponentNode, name: string): ElementNode {
  const { span } = node;
  const text = (value: string): Constant => ({ kind: "constant", span, value });
  const classed = (value: string): Attribute => ({ kind: "attribute", span, name: "className", value: text(value) });
  const label: ElementNode = {
    kind: "element",
    span,
    tag: "span",
    key: null,
    attributes: [classed("kv-unknown-name")],
    children: [text(name)],
  };
  return { kind: "element", span, tag: "div", key: node.key, attributes: [classed("kv-unknown")], children: [label, ...node.children] };
}

/** The name in an opening tag. */
function placeOfTag(span: Range, name: string): { start: number; end: number } {
  return { start: span[0] + 1, end: span[0] + 1 + name.length };
}
