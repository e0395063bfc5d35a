import { mapChildren } from "../../ir/map-children.ts";
import type { AnyNode, ComponentNode, ElementNode, FunctionNode, Global, RegExpLiteral, Target } from "../../ir/nodes.ts";
import type { Facts } from "../../ir/program.ts";
import { elements } from "../../policy/elements.ts";
import type { Limits } from "../../policy/limits.ts";
import { judgeRegExp } from "../../policy/regex.ts";
import { browserNames } from "../../policy/scope-names.ts";
import type { Reporter } from "../reporter.ts";
import { FactCollector } from "./facts.ts";
import { resolveMarkup } from "./markup.ts";
import type { AnalysisOptions } from "./options.ts";

/**
 * Analyses a lowered template: decides what each tag is, warns of names and tags that mean nothing, and gathers the facts
 * that renderers rely on. Gives the tree with its tags resolved, and each node of it as `finish` made it, once its children were
 * finished: what can be optimised already needs no walk of its own.
 */
export function analyseTemplate(
  script: FunctionNode,
  options: AnalysisOptions,
  reporter: Reporter,
  finish: (node: AnyNode) => AnyNode,
): { readonly script: FunctionNode; readonly facts: Facts } {
  const analysis = new Analysis(options, reporter, finish);
  const resolved = analysis.visit(script, "") as FunctionNode;
  analysis.warnOfNames();
  return { script: resolved, facts: analysis.facts.toFacts() };
}

class Analysis {
  readonly facts = new FactCollector();
  readonly #assigned = new Set<string>();
  readonly #unknown: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  readonly #options: AnalysisOptions;
  readonly #reporter: Reporter;
  readonly #finish: (node: AnyNode) => AnyNode;
  /** The node is only reviewed: it is not part of the tree any more. */
  #dropped = false;
  #inSvg = false;
  /** The node is the object of a longer member chain. */
  #inChain = false;

  constructor(options: AnalysisOptions, reporter: Reporter, finish: (node: AnyNode) => AnyNode) {
    this.#options = options;
    this.#reporter = reporter;
    this.#finish = finish;
  }

  readonly visit = (node: AnyNode, field: string): AnyNode => {
    if (node.kind === "constant" || node.kind === "local" || (node.kind === "attribute" && node.value.kind === "constant")) return node;
    const inSvg = this.#inSvg;
    const inChain = this.#inChain;
    const resolved = resolveMarkup(node, inSvg, this.#options, this.#reporter);
    // A tag that is left out or shown as a placeholder evaluates no attribute; what is wrong in them is still worth saying.
    if ((node.kind === "element" || node.kind === "component") && !keepsAttributes(resolved, node)) this.#reviewDropped(node);
    this.facts.visit(resolved);
    switch (resolved.kind) {
      case "global":
        this.#name(resolved);
        return resolved;
      case "assign":
      case "for-each":
      case "target":
        this.#assign(resolved.target);
        break;
      case "record-pattern":
      case "array-pattern":
        this.#assign(resolved.rest);
        break;
      case "regexp":
        reviewRegExp(resolved, this.#options.limits, this.#reporter);
        return resolved;
      case "member":
        if (!(inChain && (field === "object" || field === "value"))) this.facts.path(resolved);
        break;
      case "element":
        this.#inSvg = inSvg || elements.get(resolved.tag)?.svg === true;
        break;
      default:
    }
    this.#inChain = resolved.kind === "member" || resolved.kind === "chain";
    const mapped = mapChildren(resolved, this.visit);
    this.#inSvg = inSvg;
    this.#inChain = inChain;
    return this.#dropped ? mapped : this.#finish(mapped);
  };

  #reviewDropped(node: ElementNode | ComponentNode): void {
    const dropped = this.#dropped;
    this.#dropped = true;
    for (const attribute of node.attributes) this.visit(attribute, "attributes");
    this.#dropped = dropped;
  }

  #assign(target: Target | null): void {
    if (target?.kind === "global") this.#assigned.add(target.name);
  }

  #name(node: Global): void {
    if (!node.quiet && !this.#options.names.has(node.name)) this.#unknown.push({ name: node.name, start: node.span[0], end: node.span[1] });
  }

  /** A name that the template assigns lives on the card's window: it is not unknown. */
  warnOfNames(): void {
    if (this.#unknown.length === 0) return;
    const among = this.#options.candidates();
    const browser = new Set<string>();
    for (const { name, start, end } of this.#unknown) {
      if (this.#assigned.has(name) || browser.has(name)) continue;
      if (browserNames.has(name)) {
        // Once a name: code for a browser names `document` on every other line.
        browser.add(name);
        this.#reporter.add("name/browser", { start, end }, { name });
      } else this.#reporter.add("name/unknown", { start, end }, { name }, { name, among });
    }
  }
}

function keepsAttributes(resolved: AnyNode, { attributes }: ElementNode | ComponentNode): boolean {
  return "attributes" in resolved && resolved.attributes === attributes;
}

function reviewRegExp(node: RegExpLiteral, limits: Limits, reporter: Reporter): void {
  const verdict = judgeRegExp(node.source, node.flags, limits.regexLength);
  if (verdict.ok) return;
  reporter.add(
    verdict.limit === undefined ? "syntax/regexp" : "limit/regexp",
    { start: node.span[0], end: node.span[1] },
    { reason: verdict.reason },
  );
}
