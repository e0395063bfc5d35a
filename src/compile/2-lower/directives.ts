import type * as Babel from "@babel/types";
import type { Range, Statement } from "../../ir/nodes.ts";

/** Strings in front of a script (`"use strict"`) are directives to the parser, and like any other string its value. */
export function lowerDirectives(nodes: readonly Babel.Directive[]): Statement[] {
  return nodes.map((node) => {
    const span: Range = [node.start ?? 0, node.end ?? 0];
    const value = String(node.value.extra?.["expressionValue"] ?? node.value.value);
    return { kind: "expression-statement", span, completes: true, value: { kind: "constant", span, value } };
  });
}
