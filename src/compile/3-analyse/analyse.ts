import { suggestName } from "../../diagnostics/suggest.ts";
import type { AnyNode, FunctionNode, RegExpLiteral } from "../../ir/nodes.ts";
import type { Facts } from "../../ir/program.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Limits } from "../../policy/limits.ts";
import { judgeRegExp } from "../../policy/regex.ts";
import type { Reporter } from "../reporter.ts";
import { FactCollector } from "./facts.ts";
import { resolveMarkup } from "./markup.ts";
import type { AnalysisOptions } from "./options.ts";

/**
 * Analyses a lowered template: decides what each tag is, warns of names and tags that mean nothing, and gathers the facts
 * that renderers rely on. Gives the tree with its tags resolved.
 */
export function analyseTemplate(script: FunctionNode, options: AnalysisOptions, reporter: Reporter): { readonly script: FunctionNode; readonly facts: Facts } {
  const facts = new FactCollector();
  const assigned = new Set<string>();
  const unknown: { name: string; start: number; end: number }[] = [];

  const visit = (node: AnyNode, inSvg: boolean, inChain: boolean): AnyNode => {
    const resolved = resolveMarkup(node, inSvg, options, reporter);
    facts.visit(resolved);
    if (resolved.kind === "global" && !resolved.quiet && !options.names.has(resolved.name)) {
      unknown.push({ name: resolved.name, start: resolved.span[0], end: resolved.span[1] });
    }
    if ((resolved.kind === "assign" || resolved.kind === "for-each") && resolved.target.kind === "global") assigned.add(resolved.target.name);
    if (resolved.kind === "regexp") reviewRegExp(resolved, options.limits, reporter);
    if (resolved.kind === "member" && !inChain) facts.path(resolved);
    const svgInside = resolved.kind === "element" ? (resolved.tag === "svg" || inSvg) && resolved.tag !== "foreignObject" : inSvg;
    const chainInside = resolved.kind === "member" || resolved.kind === "chain";
    return mapChildren(resolved, (child, field) => visit(child, svgInside, chainInside && (field === "object" || field === "value")));
  };

  const resolved = visit(script, false, false) as FunctionNode;
  // A name that the template assigns lives on the card's window: it is no longer unknown.
  for (const { name, start, end } of unknown) {
    if (!assigned.has(name)) reporter.add("name/unknown", { start, end }, { name }, suggestName(name, options.names));
  }
  return { script: resolved, facts: facts.toFacts() };
}

function reviewRegExp(node: RegExpLiteral, limits: Limits, reporter: Reporter): void {
  const verdict = judgeRegExp(node.source, node.flags, limits.regexLength);
  if (verdict.ok) return;
  reporter.add(verdict.limit === undefined ? "syntax/regexp" : "limit/regexp", { start: node.span[0], end: node.span[1] }, { reason: verdict.reason });
}
