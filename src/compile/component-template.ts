import type { AnyNode, Expression, FunctionNode } from "../ir/nodes.ts";
import { forEachChild, mapChildren } from "../ir/walk.ts";
import { judgeElement } from "../policy/elements.ts";
import { defaultLimits } from "../policy/limits.ts";
import { parseTemplate } from "./1-parse/parse.ts";
import { lowerTemplate } from "./2-lower/lower.ts";
import type { Declaration } from "./2-lower/scope.ts";
import type { ComponentSource } from "./components.ts";
import { Reporter } from "./reporter.ts";

/** A platform component that is written in the language, ready to be inlined. */
export interface ComponentTemplate {
  /** The one expression of the template; its props are free names in it. */
  readonly body: Expression;
  readonly declarations: readonly Declaration[];
  readonly bodies: number;
  /** How often each prop is named, and whether a function inside names it. */
  readonly uses: ReadonlyMap<string, { readonly count: number; readonly inFunction: boolean }>;
}

/**
 * The name by which component templates reach the platform's formatting helpers once lowered. No source text can spell
 * it, so a user's template can't name the helpers.
 */
export const platformName = "%kview";

/**
 * Parses and lowers a component's template; independent of the registry that it is in, so that it is done once. A
 * `TypeError` names the component whose template is no single JSX expression.
 */
export function toComponentTemplate(component: ComponentSource): ComponentTemplate {
  const source = component.template ?? "";
  const reporter = new Reporter(source);
  const file = parseTemplate(source, defaultLimits, reporter);
  const lowered = file && lowerTemplate(file, source, defaultLimits, reporter);
  const [statement, ...more] = lowered?.script.body.statements ?? [];
  const [error] = reporter.found.filter((found) => found.severity === "error");
  if (error !== undefined || lowered === undefined || statement?.kind !== "expression-statement" || more.length > 0) {
    const where = error?.span === undefined ? "" : ` (line ${error.span.line}, column ${error.span.column})`;
    throw new TypeError(`the template of component \`${component.name}\` is not one JSX expression: ${error?.message ?? "found statements"}${where}`);
  }
  const body = prepare(statement.value, false, component.name) as Expression;
  return { body, declarations: lowered.declarations, bodies: lowered.bodies, uses: countUses(body, [...component.propNames, "children"]) };
}

/** Gives elements their canonical tags and the helpers their unspeakable name. */
function prepare(node: AnyNode, inSvg: boolean, name: string): AnyNode {
  if (node.kind === "global") return node.name === "kview" ? { ...node, name: platformName } : node;
  const tag = node.kind === "element" ? judgeElement(node.tag, inSvg) : undefined;
  if (node.kind === "element" && tag === undefined) throw new TypeError(`component \`${name}\` uses \`<${node.tag}>\`, which is not in the element allowlist`);
  const prepared = node.kind === "element" ? { ...node, tag: tag as string } : node;
  return mapChildren(prepared, (child) => prepare(child, inSvg || tag === "svg", name));
}

function countUses(body: AnyNode, names: readonly string[]): ComponentTemplate["uses"] {
  const uses = new Map(names.map((name) => [name, { count: 0, inFunction: false }]));
  const visit = (node: AnyNode, inFunction: boolean): void => {
    const use = node.kind === "global" ? uses.get(node.name) : undefined;
    if (use !== undefined) {
      use.count++;
      use.inFunction ||= inFunction;
    }
    forEachChild(node, (child) => visit(child, inFunction || isFunction(node)));
  };
  visit(body, false);
  return uses;
}

function isFunction(node: AnyNode): node is FunctionNode {
  return node.kind === "function";
}
