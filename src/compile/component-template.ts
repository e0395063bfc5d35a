import { toLeafName } from "../ir/leaf-name.ts";
import { mapChildren } from "../ir/map-children.ts";
import type { AnyNode, Expression, FunctionNode, PlatformNode } from "../ir/nodes.ts";
import { platformName } from "../ir/platform-name.ts";
import { forEachChild } from "../ir/walk.ts";
import { judgeElement } from "../policy/elements.ts";
import { defaultLimits } from "../policy/limits.ts";
import { parseTemplate } from "./1-parse/parse.ts";
import { lowerTemplate } from "./2-lower/lower.ts";
import type { Declaration } from "./2-lower/scope.ts";
import { foldNode } from "./4-optimise/fold.ts";
import type { ComponentSource } from "./component-source.ts";
import { Reporter } from "./reporter.ts";

/** How often a prop is named, and whether a function inside names it. */
export interface PropUse {
  readonly count: number;
  readonly inFunction: boolean;
  /** The last use among those of all props, in the order of evaluation; -1 for none. */
  readonly position: number;
  /** Every use is evaluated, whatever the props are. */
  readonly certain: boolean;
}

/** A component's template with some props known to be absent. */
export interface ComponentVariant {
  /** The one expression of the template; its props are free names in it. */
  readonly body: Expression;
  readonly uses: ReadonlyMap<string, PropUse>;
}

/** Variants by the names of the props that are given, one after the other: no key has to be made of them for each use. */
interface VariantNode {
  variant: ComponentVariant | undefined;
  readonly more: Map<string, VariantNode>;
}

/** A platform component that is written in the language, ready to be inlined. */
export class ComponentTemplate {
  readonly body: Expression;
  readonly declarations: readonly Declaration[];
  readonly bodies: number;
  readonly #propNames: ReadonlySet<string>;
  readonly #variants: VariantNode = { variant: undefined, more: new Map() };

  constructor(body: Expression, declarations: readonly Declaration[], bodies: number, propNames: readonly string[]) {
    this.body = body;
    this.declarations = declarations;
    this.bodies = bodies;
    this.#propNames = new Set([...propNames, "children"]);
  }

  /** Gives the template for a use with these props; what depends on absent ones alone is folded, once for all such uses. */
  variant(given: readonly { readonly name: string }[]): ComponentVariant {
    let at = this.#variants;
    for (const { name } of given) {
      // Others mean nothing to the template, and there is no end of them.
      if (!this.#propNames.has(name)) continue;
      let next = at.more.get(name);
      if (next === undefined) at.more.set(name, (next = { variant: undefined, more: new Map() }));
      at = next;
    }
    if (at.variant === undefined) {
      const absent = new Set(this.#propNames);
      for (const { name } of given) absent.delete(name);
      const known = [...this.#propNames].filter((name) => !absent.has(name));
      const body = withoutProps(this.body, absent) as Expression;
      at.variant = { body, uses: countUses(body, known) };
    }
    return at.variant;
  }
}

function withoutProps(node: AnyNode, absent: ReadonlySet<string>): AnyNode {
  if (node.kind === "global") return absent.has(node.name) ? { kind: "constant", span: node.span } : node;
  return foldNode(mapChildren(node, (child) => withoutProps(child, absent)));
}

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
    throw new TypeError(
      `the template of component \`${component.name}\` is not one JSX expression: ${error?.message ?? "found statements"}${where}`,
    );
  }
  const body = prepare(statement.value, false, component.name) as Expression;
  return new ComponentTemplate(body, lowered.declarations, lowered.bodies, component.propNames);
}

/** Gives elements their canonical tags and the helpers their unspeakable name. */
function prepare(node: AnyNode, inSvg: boolean, name: string): AnyNode {
  if (node.kind === "global") return node.name === "kview" ? { ...node, name: platformName } : node;
  const leaf = toLeaf(node);
  if (leaf !== undefined) return mapChildren(leaf, (child) => prepare(child, inSvg, name));
  const tag = node.kind === "element" ? judgeElement(node.tag, inSvg) : undefined;
  if (node.kind === "element" && tag === undefined)
    throw new TypeError(`component \`${name}\` uses \`<${node.tag}>\`, which is not in the element allowlist`);
  const prepared = node.kind === "element" ? { ...node, tag: tag as string } : node;
  return mapChildren(prepared, (child) => prepare(child, inSvg || tag === "svg", name));
}

/** `<kview.Editor>`: what acts in the component, for the page alone. */
function toLeaf(node: AnyNode): PlatformNode | undefined {
  if (node.kind !== "component" || node.type.kind !== "member" || typeof node.type.key !== "string") return undefined;
  const { object, key } = node.type;
  if (object.kind !== "global" || object.name !== "kview") return undefined;
  const { span, attributes, children } = node;
  return { kind: "platform", span, name: toLeafName(key), key: node.key, attributes, children };
}

function countUses(body: AnyNode, names: readonly string[]): ReadonlyMap<string, PropUse> {
  const uses = new Map(names.map((name) => [name, { count: 0, inFunction: false, position: -1, certain: true }]));
  let position = 0;
  const visit = (node: AnyNode, inFunction: boolean, certain: boolean): void => {
    const use = node.kind === "global" ? uses.get(node.name) : undefined;
    if (use !== undefined) {
      use.count++;
      use.inFunction ||= inFunction;
      use.position = position++;
      use.certain &&= certain;
    }
    forEachChild(node, (child, field) => visit(child, inFunction || isFunction(node), certain && !isBranch(node, field)));
  };
  visit(body, false, true);
  return uses;
}

/** Tells whether a part is evaluated only in some cases. A chain is taken for one: it may end early. */
function isBranch(node: AnyNode, field: string): boolean {
  return (node.kind === "conditional" && field !== "test") || (node.kind === "logical" && field === "right") || node.kind === "chain";
}

function isFunction(node: AnyNode): node is FunctionNode {
  return node.kind === "function";
}
