import { Costs } from "../engine/costs.ts";
import type { LinkPlace } from "../engine/place.ts";
import type { AnyNode, Body, Call, ElementNode, Expression, FragmentNode, FunctionNode, Local } from "../ir/nodes.ts";
import { isHelper } from "../ir/platform-name.ts";
import type { Binding, Program } from "../ir/program.ts";
import { forEachChild } from "../ir/walk.ts";
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

/** Thrown where something that is linked asks for a variable that is to be kept without a frame. */
class NeedsFrame extends Error {
  /** Id of the body that declares it. */
  readonly body: number;
  constructor(body: number) {
    super("the body needs its frame");
    this.body = body;
  }
}

interface Mark {
  readonly parts: number;
  readonly attributes: number;
  readonly bodies: number;
  readonly svg: boolean;
}

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
  /** Bodies whose variables are variables of JavaScript. */
  readonly #bare = new Set<number>();
  /** Bodies that were found to need their frames. */
  readonly #framed = new Set<number>();
  /** Printed bodies of functions, by the places of the functions. */
  readonly bodies: { readonly path: readonly (string | number)[]; readonly text: string }[] = [];

  constructor(program: Program, writes: boolean) {
    this.program = program;
    this.costs = new Costs(program);
    this.namesWindow = program.facts.globals.some((name) => windowNames.has(name));
    this.writes = writes;
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
    if (this.#bare.size > 0) this.#expectFrames(node);
    const at = { frames: [...this.#frames], svg: this.svg };
    const key = JSON.stringify([form, path, at]);
    const known = this.#known.get(key);
    if (known !== undefined) return `P[${known}]`;
    this.#known.set(key, this.parts.length);
    this.parts.push({ form, path, at });
    return `P[${this.parts.length - 1}]`;
  }

  #expectFrames(node: AnyNode): void {
    if (node.kind === "local") {
      const { owner } = this.program.bindings[node.binding] as Binding;
      if (this.#bare.has(owner)) throw new NeedsFrame(owner);
    }
    forEachChild(node, (child) => this.#expectFrames(child));
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
  within<T>(body: Body, print: () => T): T {
    const own = this.sizeOf(body) > 0;
    if (own) this.#frames.push(body.id);
    try {
      return print();
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

  /** What has been printed so far, and where, for `reset`. */
  mark(): Mark {
    return { parts: this.parts.length, attributes: this.attributes.length, bodies: this.bodies.length, svg: this.svg };
  }

  /** Forgets what was printed since a mark. */
  reset({ parts, attributes, bodies, svg }: Mark): void {
    this.parts.length = parts;
    this.attributes.length = attributes;
    this.bodies.length = bodies;
    this.svg = svg;
    for (const [key, index] of this.#known) if (index >= parts) this.#known.delete(key);
  }

  /**
   * Prints with a body's variables as variables of JavaScript, and without its frame; `undefined` where a linked part asks for one of
   * them, or where they are dead at first.
   */
  withoutFrame(body: Body, print: () => string): string | undefined {
    if (this.#framed.has(body.id) || this.#declared(body).some(({ checked }) => checked)) return undefined;
    const mark = this.mark();
    this.#bare.add(body.id);
    try {
      return print();
    } catch (error) {
      this.reset(mark);
      if (!(error instanceof NeedsFrame) || error.body !== body.id) throw error;
      this.#framed.add(body.id);
      return undefined;
    } finally {
      this.#bare.delete(body.id);
    }
  }

  #declared({ id }: Body): readonly Binding[] {
    return this.program.bindings.filter(({ owner }) => owner === id);
  }

  /** Names of a body's variables, by their slots: two bindings of a program from outside may share one. */
  variables(body: Body): readonly (readonly [name: string, slot: number])[] {
    const slots = new Set(this.#declared(body).map(({ slot }) => slot));
    return [...slots].map((slot) => [toName(body.id, slot), slot] as const);
  }

  sizeOf(body: Body): number {
    return this.program.frames[body.id] ?? 0;
  }

  place(node: Local): Place {
    const binding = this.program.bindings[node.binding] as Binding;
    const at = this.#frames.lastIndexOf(binding.owner);
    // A program from outside may say that it is where it isn't; the linker says so then.
    if (at < 0 && !this.#bare.has(binding.owner)) throw new Unprintable();
    return { hops: this.#frames.length - 1 - at, binding };
  }

  /** The variable itself, seen from the innermost frame. */
  slot(node: Local, scope: Scope): string {
    const { hops, binding } = this.place(node);
    if (this.#bare.has(binding.owner)) return toName(binding.owner, binding.slot);
    return `${scope.frame}${"[0]".repeat(hops)}[${binding.slot}]`;
  }
}

function toName(body: number, slot: number): string {
  return `b${body}_${slot}`;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as { kind?: unknown }).kind === "string" && "span" in value;
}
