import { mapChildren } from "../../ir/map-children.ts";
import type { AnyNode, Attribute, Body, Expression, FunctionNode, PlatformNode, Range, Spread } from "../../ir/nodes.ts";
import { forEachChild } from "../../ir/walk.ts";
import type { Declaration } from "../2-lower/scope.ts";
import type { ComponentTemplate, PropUse } from "../component-template.ts";
import { acts, type PlacedValue, staysInOrder } from "./evaluation-order.ts";
import { foldNode } from "./fold.ts";
import { substituteOnce } from "./substitute-once.ts";

/** What is known of the components that can be inlined. */
export interface InlineOptions {
  /** The template of a component in the language; `undefined` for a native one. */
  readonly template: (name: string) => ComponentTemplate | undefined;
  readonly knows: (name: string) => boolean;
  readonly propNames: (name: string) => readonly string[];
}

/** A prop of one use of a component. */
type GivenProp = Pick<Attribute, "name" | "value">;

/**
 * Inlines platform components at their uses and folds constants on the way, bottom-up, so that a component with constant
 * props leaves static markup behind. What can't be inlined (native components, spread props, recursion) stays a call, and its
 * component is kept in `components` as a function of its props.
 */
export class Inliner {
  readonly declarations: Declaration[];
  readonly components = new Map<string, FunctionNode>();
  bodies: number;
  readonly #options: InlineOptions;

  constructor(declarations: readonly Declaration[], bodies: number, options: InlineOptions) {
    this.declarations = [...declarations];
    this.bodies = bodies;
    this.#options = options;
  }

  // One closure for the whole walk: a new one for each node would cost more than the walk itself.
  readonly optimise = (node: AnyNode): AnyNode => {
    if (node.kind === "constant" || node.kind === "local" || node.kind === "global") return node;
    if (node.kind === "attribute" && node.value.kind === "constant") return node;
    return this.finish(mapChildren(node, this.optimise));
  };

  /** `node`'s children are optimised already. */
  readonly finish = (node: AnyNode): AnyNode => {
    const folded = foldNode(node);
    return folded.kind === "platform" ? this.#inline(folded, []) : folded;
  };

  /** `node`'s attributes and children are optimised already; `inside` names the components being inlined. */
  #inline(node: PlatformNode, inside: readonly string[]): Expression {
    const template = this.#options.template(node.name);
    if (template === undefined) return node;
    if (inside.includes(node.name) || node.attributes.some((attribute) => attribute.kind === "spread") || node.children.some(isSpread)) {
      this.#keep(node.name, template, node.span);
      return node;
    }
    const attributes = node.attributes as readonly Attribute[];
    const given: readonly GivenProp[] =
      node.children.length === 0
        ? attributes
        : [...attributes, { name: "children", value: toValue(node.children as readonly Expression[], node.span) }];
    const variant = template.variant(given);
    const instance = new Instance(this, node.span, template);
    const lets: { readonly target: Extract<Expression, { kind: "local" }>; readonly value: Expression }[] = [];
    const props = new Map<string, Expression>();
    // From the last to the first: whether a value can be evaluated where it is used depends on those after it.
    const later: PlacedValue[] = [];
    for (let i = given.length - 1; i >= 0; i--) {
      const { name, value } = given[i] as GivenProp;
      const { count, inFunction, position, certain } = variant.uses.get(name) ?? unused;
      if (count === 0 ? !hasEffect(value) : isCheap(value)) props.set(name, value);
      else if (count === 1 && !inFunction && staysInOrder(value, position, certain, later)) {
        later.push({ value, position });
        props.set(name, value);
      } else {
        const target = instance.hidden(name);
        lets.push({ target, value });
        later.push({ value, position: -1 });
        props.set(name, target);
      }
    }
    let body = instance.copy(variant.body, props, (platform) => this.#inline(platform, [...inside, node.name]));
    for (const { target, value } of lets) {
      // Folding may have left one use or none of what the template names often.
      body = (acts(value) ? undefined : substituteOnce(body, target.binding, value)) ?? {
        kind: "let",
        span: node.span,
        target,
        value,
        body,
      };
    }
    return withKey(body, node.key, node.span);
  }

  /** Keeps a component as a function of its props, for calls at run time. What fails in it is reported at `span`, its first use. */
  #keep(name: string, template: ComponentTemplate, span: Range): void {
    if (this.components.has(name)) return;
    const instance = new Instance(this, span, template);
    const param = instance.hidden("props");
    // Present before its body is optimised: a component that uses itself finds it.
    this.components.set(name, toFunction(name, param, undefinedAt(span), span, this.bodies));
    const id = this.bodies++;
    const read = (prop: string): Expression => ({ kind: "member", span: atStart(span, prop), object: param, key: prop, optional: false });
    const props = new Map([...this.#options.propNames(name), "children"].map((prop) => [prop, read(prop)]));
    const body = instance.copy(template.body, props, (platform) => this.#inline(platform, [name]));
    this.components.set(name, toFunction(name, param, body, span, id));
  }

  /** A tag in a component's template that names another component. */
  resolveTag(node: AnyNode): AnyNode {
    if (node.kind !== "component" || node.type.kind !== "global" || !this.#options.knows(node.type.name)) return node;
    return { kind: "platform", span: node.span, name: node.name, key: node.key, attributes: node.attributes, children: node.children };
  }

  /** Keeps what a name was compiled to, so that components called by name at run time are there. */
  keep(name: string, script: AnyNode): void {
    const template = this.#options.template(name);
    if (template !== undefined) this.#keep(name, template, findMention(script, name) ?? script.span);
  }
}

/** One copy of a component's template, with bindings and bodies of its own and the place of its use as its span. */
class Instance {
  readonly #inliner: Inliner;
  readonly #span: Range;
  readonly #bindings: number;
  readonly #bodies: number;

  constructor(inliner: Inliner, span: Range, template: ComponentTemplate) {
    this.#inliner = inliner;
    this.#span = span;
    this.#bindings = inliner.declarations.length;
    this.#bodies = inliner.bodies;
    for (const declaration of template.declarations) {
      inliner.declarations.push({ ...declaration, id: inliner.declarations.length, after: declaration.kind === "param" ? 0 : -1 });
    }
    inliner.bodies += template.bodies;
  }

  hidden(name: string): Extract<Expression, { kind: "local" }> {
    const id = this.#inliner.declarations.length;
    this.#inliner.declarations.push({ id, name, kind: "hidden", after: 0 });
    return { kind: "local", span: this.#span, name, binding: id };
  }

  /**
   * Copies what depends on the use; static parts are shared by all uses. What is copied stands where the component is used, so
   * that run-time failures point there.
   */
  copy(node: Expression, props: ReadonlyMap<string, Expression>, inline: (node: PlatformNode) => Expression): Expression {
    const visit = (child: AnyNode): AnyNode => {
      switch (child.kind) {
        case "constant":
          return child;
        case "global":
          return props.get(child.name) ?? { ...child, span: this.#span };
        case "local":
          return { ...child, span: this.#span, binding: child.binding + this.#bindings };
        case "attribute":
          // Most attributes of a component's template are constant, and these are shared.
          if (child.value.kind === "constant") return child;
          break;
        default:
      }
      const tag = this.#inliner.resolveTag(child.kind === "body" ? this.#renumber(child) : child);
      const span = tag.kind === "member" ? atStart(this.#span, tag.key) : this.#span;
      const folded = foldNode(mapChildren(tag, visit, span));
      return folded.kind === "platform" ? inline(folded) : folded;
    };
    return visit(node) as Expression;
  }

  #renumber(node: Body): Body {
    return { ...node, id: node.id + this.#bodies, bindings: node.bindings.map((binding) => binding + this.#bindings) };
  }
}

/** A read is reported where its key stands, at its end: one of a component's template where the component is used. */
function atStart([start]: Range, key: string | Expression): Range {
  return [start, start + (typeof key === "string" ? key.length : 1)];
}

/** Where a name stands first. */
function findMention(node: AnyNode, name: string): Range | undefined {
  if (node.kind === "global") return node.name === name ? node.span : undefined;
  let found: Range | undefined;
  forEachChild(node, (child) => {
    found ??= findMention(child, name);
  });
  return found;
}

const unused: PropUse = { count: 0, inFunction: false, position: -1, certain: true };

function undefinedAt(span: Range): Expression {
  return { kind: "constant", span };
}

function isSpread(child: Expression | Spread): boolean {
  return child.kind === "spread";
}

/** Children as one value: what a component's `children` prop holds. */
function toValue(children: readonly Expression[], span: Range): Expression {
  return children.length === 1 ? (children[0] as Expression) : { kind: "fragment", span, key: null, children };
}

/** Cheap to evaluate again and without effect: may stand wherever the prop is named. */
function isCheap(value: Expression): boolean {
  return value.kind === "constant" || value.kind === "local";
}

/** May do or throw something when evaluated, so that it has to run although the component ignores the prop. */
function hasEffect(value: Expression): boolean {
  if (value.kind === "element" || value.kind === "fragment") return acts(value);
  return value.kind !== "constant" && value.kind !== "local" && value.kind !== "function";
}

function withKey(body: Expression, key: Expression | null, span: Range): Expression {
  if (key === null) return body;
  if ((body.kind === "element" || body.kind === "fragment") && body.key === null) return { ...body, key };
  return { kind: "fragment", span, key, children: [body] };
}

function toFunction(name: string, param: Extract<Expression, { kind: "local" }>, body: Expression, span: Range, id: number): FunctionNode {
  return {
    kind: "function",
    span,
    name,
    form: "arrow",
    async: false,
    generator: false,
    length: 1,
    params: [{ kind: "target", span, target: param, fallback: null }],
    rest: null,
    self: null,
    receiver: null,
    arguments: null,
    body: { kind: "body", span, id, functions: [], statements: [{ kind: "return", span, value: body }], bindings: [param.binding] },
  };
}
