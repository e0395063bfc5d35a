import type { FunctionNode } from "./nodes.ts";

/** The name of a view that was compiled without one. */
export const unnamedView = "view";

/** Where a variable lives. */
export interface Binding {
  readonly name: string;
  readonly kind: "var" | "let" | "const" | "class" | "function" | "param" | "hidden";
  /** Place in the frame that owns it. */
  readonly slot: number;
  /** Id of the body whose frame owns it. */
  readonly owner: number;
  /** Whether a reference may run before the declaration: all check, and the slot is emptied when its body is entered. */
  readonly checked: boolean;
}

/** What analysis proved about a template. Renderers take the cheap road where a fact allows it. */
export interface Facts {
  /** May write to a member, calls a mutating method or calls through a computed key: the bag is copied first. */
  readonly writes: boolean;
  /** Has async functions, promises or `await`. */
  readonly async: boolean;
  /**
   * Calls components of its own or handles views as values, so that markup can only be written when all is evaluated. A program
   * from outside that denies it gains nothing: its views are then written earlier, by the same judges.
   */
  readonly deferred: boolean;
  /** Looks into views (`React.cloneElement`, `React.Children`), so that elements can't be compiled to blocks. */
  readonly inspects: boolean;
  /** Has event handlers. */
  readonly interactive: boolean;
  /** Names hooks of React. */
  readonly stateful: boolean;
  /** Has a `<style>` element: the card gets a root element that its rules are scoped to. */
  readonly styled: boolean;
  /** Names used and not declared, sorted. */
  readonly globals: readonly string[];
  /** Names assigned and not declared: they live on the card's window and are looked for there first. */
  readonly assigned: readonly string[];
  /** Platform components used, sorted. */
  readonly components: readonly string[];
  /** Member paths read from the bag, dotted, sorted: `customer.custom.tierStr`. */
  readonly paths: readonly string[];
}

/**
 * A compiled template: plain JSON, complete in itself. It survives `JSON.parse(JSON.stringify(program))`, and a page
 * that renders stored programs needs no parser. A program from outside is checked by `parseProgram`; its markup is judged
 * by the policy when it is linked, so a forged one gains nothing over a template.
 */
export interface Program {
  readonly format: "kview";
  readonly version: 1;
  readonly name: string;
  /** Offset at which each line of the source begins. */
  readonly lines: readonly number[];
  readonly script: FunctionNode;
  readonly bindings: readonly Binding[];
  /** Slots of each body's own frame, by body id; 0 where its bindings live in an outer frame. */
  readonly frames: readonly number[];
  /** Platform components that are called at run time, as functions of their props. */
  readonly components: Readonly<Record<string, FunctionNode>>;
  readonly facts: Facts;
  /** Names the scope of the template's own styles, with the card's prefix before it; a short hash of the source. */
  readonly scopeId: string;
}
