import type * as Babel from "@babel/types";
import type { Element, Target } from "../../ir/nodes.ts";
import type { Lowering } from "./lowering.ts";
import { nameValue } from "./names.ts";

/**
 * Lowers what is assigned to or bound: names, members, patterns. A pattern becomes reads by key and nothing else, so
 * that `{constructor: c}` goes through the same `get` as `x.constructor` (attack class `destructuring`).
 */
export function lowerTarget(node: Babel.Node, lowering: Lowering): Target {
  const span = lowering.span(node);
  switch (node.type) {
    case "Identifier": {
      const declaration = lowering.scope.find(node.name);
      if (declaration !== undefined) return lowering.local(declaration, node);
      lowering.valueNames.add(node.name);
      return { kind: "global", span, name: node.name };
    }
    case "ObjectPattern": {
      const entries: Extract<Target, { kind: "record-pattern" }>["entries"][number][] = [];
      let rest: Target | null = null;
      for (const property of node.properties) {
        if (property.type === "RestElement") rest = lowering.target(property.argument);
        else {
          entries.push({
            kind: "pattern-entry",
            span: lowering.span(property),
            key: lowering.key(property.key, property.computed),
            element: lowering.element(property.value),
          });
        }
      }
      return { kind: "record-pattern", span, entries, rest };
    }
    case "ArrayPattern": {
      const items: (Element | null)[] = [];
      let rest: Target | null = null;
      for (const item of node.elements) {
        if (item?.type === "RestElement") rest = lowering.target(item.argument);
        else items.push(item === null ? null : lowering.element(item));
      }
      return { kind: "array-pattern", span, items, rest };
    }
    case "MemberExpression": {
      const member = lowering.expression(node);
      if (member.kind === "member" || member.kind === "super-member") return member;
      break;
    }
    case "ParenthesizedExpression":
      return lowering.target(node.expression);
    default:
  }
  lowering.refuse("syntax", node);
  return { kind: "global", span, name: "undefined" };
}

/** Lowers a target that may have a default. */
export function lowerElement(node: Babel.Node, lowering: Lowering): Element {
  if (node.type === "AssignmentPattern") {
    return {
      kind: "target",
      span: lowering.span(node),
      target: lowering.assigned(lowering.target(node.left)),
      fallback: lowering.expression(nameValue(node.right, node.left)),
    };
  }
  return { kind: "target", span: lowering.span(node), target: lowering.assigned(lowering.target(node)), fallback: null };
}
