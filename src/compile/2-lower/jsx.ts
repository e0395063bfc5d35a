import type * as Babel from "@babel/types";
import type { Attribute, Expression, Spread } from "../../ir/nodes.ts";
import { toJsxText } from "./jsx-text.ts";
import type { Lowering } from "./lowering.ts";

/** Lowers an element or component. What a tag means is decided by its form, as in JSX: `<div>`, `<Name>`, `<a.b>`, `<a:b>`. */
export function lowerElement(node: Babel.JSXElement, lowering: Lowering): Expression {
  const span = lowering.span(node);
  const { name } = node.openingElement;
  const { key, attributes } = lowerAttributes(node.openingElement.attributes, lowering);
  const children = lowerChildren(node.children, lowering);
  if (name.type === "JSXNamespacedName") {
    return { kind: "element", span, tag: `${name.namespace.name}:${name.name.name}`, key, attributes, children };
  }
  if (name.type === "JSXMemberExpression") {
    return { kind: "component", span, type: lowerTagMember(name, lowering), name: printTag(name), key, attributes, children };
  }
  // JSX: a lower-case letter first or a dash anywhere makes it a tag; every other name is an expression.
  if (isLower(name.name.charCodeAt(0)) || name.name.includes("-"))
    return { kind: "element", span, tag: name.name, key, attributes, children };
  return { kind: "component", span, type: lowerTagName(name, lowering), name: name.name, key, attributes, children };
}

function isLower(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

export function lowerFragment(node: Babel.JSXFragment, lowering: Lowering): Expression {
  return { kind: "fragment", span: lowering.span(node), key: null, children: lowerChildren(node.children, lowering) };
}

function lowerTagName(node: Babel.JSXIdentifier, lowering: Lowering): Expression {
  if (node.name === "this") return lowering.receiver(node);
  return lowering.name(node);
}

function lowerTagMember(node: Babel.JSXMemberExpression, lowering: Lowering): Expression {
  const object = node.object.type === "JSXMemberExpression" ? lowerTagMember(node.object, lowering) : lowerTagName(node.object, lowering);
  if (object.kind === "global") lowering.valueNames.add(object.name);
  return { kind: "member", span: lowering.span(node), object, key: node.property.name, optional: false };
}

function printTag(node: Babel.JSXMemberExpression): string {
  const object = node.object.type === "JSXMemberExpression" ? printTag(node.object) : node.object.name;
  return `${object}.${node.property.name}`;
}

function lowerAttributes(
  nodes: readonly (Babel.JSXAttribute | Babel.JSXSpreadAttribute)[],
  lowering: Lowering,
): { key: Expression | null; attributes: (Attribute | Spread)[] } {
  let key: Expression | null = null;
  const attributes: (Attribute | Spread)[] = [];
  // Only a long list needs a table to find a name that came before.
  const places = nodes.length > 8 ? new Map<string, number>() : undefined;
  let after = 0;
  for (const node of nodes) {
    const span = lowering.span(node);
    if (node.type === "JSXSpreadAttribute") {
      attributes.push({ kind: "spread", span, value: lowering.expression(node.argument) });
      places?.clear();
      after = attributes.length;
      continue;
    }
    const name = node.name.type === "JSXNamespacedName" ? `${node.name.namespace.name}:${node.name.name.name}` : node.name.name;
    const value = lowerAttributeValue(node, lowering);
    if (name === "key") {
      key = value;
      continue;
    }
    // Props are an object: a name that comes twice keeps its first place and its last value.
    const place = places === undefined ? findPlace(attributes, name, after) : places.get(name);
    if (place === undefined) {
      places?.set(name, attributes.length);
      attributes.push({ kind: "attribute", span, name, value });
    } else attributes[place] = { kind: "attribute", span, name, value };
  }
  return { key, attributes };
}

function findPlace(attributes: readonly (Attribute | Spread)[], name: string, after: number): number | undefined {
  for (let i = after; i < attributes.length; i++) {
    const attribute = attributes[i];
    if (attribute?.kind === "attribute" && attribute.name === name) return i;
  }
  return undefined;
}

/**
 * Text of an attribute, as JSX compilers have it: a line break and the indentation after it become one blank, a break alone
 * stays. What is left of a Windows line break is one line feed, as HTML parsers read it.
 */
function toAttributeText(text: string): string {
  return text.replace(/\n\s+/g, " ").replace(/\r\n?/g, "\n");
}

function lowerAttributeValue(node: Babel.JSXAttribute, lowering: Lowering): Expression {
  const span = lowering.span(node);
  const { value } = node;
  if (value === null || value === undefined) return { kind: "constant", span, value: true };
  if (value.type === "StringLiteral") return { kind: "constant", span: lowering.span(value), value: toAttributeText(value.value) };
  if (value.type === "JSXExpressionContainer") {
    return value.expression.type === "JSXEmptyExpression" ? { kind: "constant", span, value: true } : lowering.expression(value.expression);
  }
  return lowering.expression(value);
}

function lowerChildren(nodes: readonly Babel.JSXElement["children"][number][], lowering: Lowering): (Expression | Spread)[] {
  const children: (Expression | Spread)[] = [];
  for (const node of nodes) {
    if (node.type === "JSXText") {
      const raw = lowering.source.slice(node.start ?? 0, node.end ?? 0);
      reportLooseText(node, raw, lowering);
      const text = toJsxText(node.value, raw);
      if (text !== "") children.push({ kind: "constant", span: lowering.span(node), value: text });
    } else if (node.type === "JSXExpressionContainer") {
      if (node.expression.type !== "JSXEmptyExpression") children.push(lowering.expression(node.expression));
    } else if (node.type === "JSXSpreadChild") {
      children.push({ kind: "spread", span: lowering.span(node), value: lowering.expression(node.expression) });
    } else children.push(lowering.expression(node));
  }
  return children;
}

/** Accepted as older parsers accept it (reference/kview.md, section 2.1), with a warning. */
function reportLooseText(node: Babel.JSXText, raw: string, lowering: Lowering): void {
  if (!raw.includes("}") && !raw.includes(">")) return;
  for (let i = 0; i < raw.length; i++) {
    const character = raw[i];
    if (character !== "}" && character !== ">") continue;
    const start = (node.start ?? 0) + i;
    lowering.report("syntax/loose-text", { start, end: start + 1 }, { character, escaped: `{"${character}"}` });
  }
}
