import { Costs } from "../engine/costs.ts";
import type { LinkPlace } from "../engine/place.ts";
import type { AnyNode, Body, Call, ElementNode, Expression, FragmentNode, FunctionNode, Local } from "../ir/nodes.ts";
import { isHelper } from "../ir/platform-name.ts";
import type { Binding, Program } from "../ir/program.ts";
import { windowNames } from "../policy/scope-names.ts";
import { Names, type Scope } from "./scope.ts";

/** How a node that has no printed form is linked: as the closure that the other engine runs. */
export type PartForm = "expression" | "statement" | "declare" | "emit";

/** A node that the module has linked when it is loaded, by its place in the program. */
export interface Part {
  readonly form: PartForm;
  readonly path: readonly (string | number)[];
  readonly at: LinkPlace;
}

/** An attribute whose values are judged when they are written. */
export interface AttributePart {
  readonly tag: string;
  readonly name: string;
  /** Offset of the attribute in the source. */
  readonly at: number;
}

/** Thrown where a function has no printed form; the function is linked as a whole then. */
export class Unprintable extends Error {}

/** Where a variable is: in a frame some steps out. */
export interface Place {
  readonly hops: number;
  readonly binding: Binding;
}

/**
 * What all printing of one program shares: the frames that are open, the nodes that are linked. Families of nodes print one another only
 * through here, so that none depends on another's file.
 */
export abstract class Printer {
  readonly program: Program;
  readonly costs: Costs;
  readonly parts: Part[] = [];
  readonly attributes: AttributePart[] = [];
  readonly names = new Names();
  /** The template names its window: any free name may stand there. */
  readonly namesWindow: boolean;
  /** Markup is written as soon as it is evaluated; else it stays a view, which is linked. */
  readonly writes: boolean;
  /** Inside of an SVG element. */
  svg = false;
  readonly #known = new Map<string, number>();
  readonly #paths = new Map<AnyNode, readonly (string | number)[]>();
  readonly #frames: number[] = [];
  /** Printed bodies of functions, by the places of the functions. */
  readonly bodies: { readonly path: readonly (string | number)[]; readonly text: string }[] = [];

  constructor(program: Program) {
    this.program = program;
    this.costs = new Costs(program);
    this.namesWindow = program.facts.globals.some((name) => windowNames.has(name));
    this.writes = !program.facts.deferred && !program.facts.inspects;
    this.#index(program.script, ["script"]);
    for (const [name, fn] of Object.entries(program.components)) this.#index(fn, ["components", name]);
  }

  #index(node: AnyNode, path: readonly (string | number)[]): void {
    this.#paths.set(node, path);
    for (const [field, value] of Object.entries(node)) {
      if (isNode(value)) this.#index(value, [...path, field]);
      else if (Array.isArray(value))
        for (const [index, item] of value.entries()) if (isNode(item)) this.#index(item, [...path, field, index]);
    }
  }

  path(node: AnyNode): readonly (string | number)[] {
    const path = this.#paths.get(node);
    // Made while printing: it stands nowhere in the program.
    if (path === undefined) throw new Unprintable();
    return path;
  }

  /** Names the linked form of a node: an entry of the list of parts. */
  part(node: AnyNode, form: PartForm): string {
    const path = this.path(node);
    const at = { frames: [...this.#frames], svg: this.svg };
    const key = JSON.stringify([form, path, at]);
    const known = this.#known.get(key);
    if (known !== undefined) return `P[${known}]`;
    this.#known.set(key, this.parts.length);
    this.parts.push({ form, path, at });
    return `P[${this.parts.length - 1}]`;
  }

  /** Prints an expression. */
  abstract expression(node: Expression, scope: Scope): string;
  /** Prints what makes a function's value. */
  abstract function(node: FunctionNode, scope: Scope): string;
  /** Prints hoisted functions and statements of a body whose frame is open. */
  abstract statements(body: Body, scope: Scope): string;
  /** Prints markup as a value; `undefined` where it has no printed form. */
  abstract view(node: ElementNode | FragmentNode, scope: Scope): string | undefined;

  /** Prints within a body's frame, if it has one. */
  within<T>(body: Body, print: (own: boolean) => T): T {
    const own = this.sizeOf(body) > 0;
    if (own) this.#frames.push(body.id);
    try {
      return print(own);
    } finally {
      if (own) this.#frames.pop();
    }
  }

  /** Names the linked writer of an attribute. */
  attribute(part: AttributePart): string {
    this.attributes.push(part);
    return `A[${this.attributes.length - 1}]`;
  }

  /** Tells whether a call is one of the platform's helpers, which write straight away what they usually give. */
  isHelper(node: Call): boolean {
    return isHelper(node, "format") || isHelper(node, "label");
  }

  /** What has been printed so far, for `reset`. */
  mark(): readonly [parts: number, bodies: number] {
    return [this.parts.length, this.bodies.length];
  }

  /** Forgets what was printed since a mark. */
  reset([parts, bodies]: readonly [number, number]): void {
    this.parts.length = parts;
    this.bodies.length = bodies;
    for (const [key, index] of this.#known) if (index >= parts) this.#known.delete(key);
  }

  sizeOf(body: Body): number {
    return this.program.frames[body.id] ?? 0;
  }

  place(node: Local): Place {
    const binding = this.program.bindings[node.binding] as Binding;
    return { hops: this.#frames.length - 1 - this.#frames.lastIndexOf(binding.owner), binding };
  }

  /** The variable itself, seen from the innermost frame. */
  slot(node: Local, scope: Scope): string {
    const { hops, binding } = this.place(node);
    return `${scope.frame}${"[0]".repeat(hops)}[${binding.slot}]`;
  }

  /** Slots of a body that are dead until their declarations have run. */
  deadSlots(body: Body): readonly number[] {
    return body.bindings
      .map((id) => this.program.bindings[id] as Binding)
      .filter(({ checked, kind }) => checked && (kind === "let" || kind === "const" || kind === "class"))
      .map(({ slot }) => slot);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as { kind?: unknown }).kind === "string" && "span" in value;
}
