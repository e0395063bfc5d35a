import type { ArrayPattern, Body, Expression, FunctionNode, Local, RecordPattern, Spread, Statement, Target } from "../ir/nodes.ts";
import type { Binding, Program } from "../ir/program.ts";
import type { Fn, FnCode, Native } from "../runtime/handles.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Costs } from "./costs.ts";
import type { Frame } from "./frame.ts";
import type { LinkPlace } from "./place.ts";
import type { Signal } from "./signals.ts";

/** An expression as a closure. */
export type Run = (frame: Frame, realm: Realm) => unknown;
/** A statement as a closure. */
export type Exec = (frame: Frame, realm: Realm) => Signal | undefined;
/** Fills a target with a value. */
export type Fill = (frame: Frame, realm: Realm, value: unknown) => void;
/** Arguments of a call. */
export type RunList = (frame: Frame, realm: Realm) => unknown[];
/** The key of a member: known, or computed. */
export type RunKey = string | Run;

/** Where a variable is from the place being linked: `hops` frames out, in `slot`. */
export interface Place {
  readonly hops: number;
  readonly slot: number;
  readonly binding: Binding;
}

/** How markup becomes a value; one for each render target. */
export interface MarkupLinker {
  /** Linking stands inside of an SVG element. */
  svg: boolean;
  link(node: Extract<Expression, { kind: "element" | "component" | "platform" | "fragment" }>, linker: Linker): Run;
}

/**
 * What the closures of each IR family are made with. Families call one another only through here, so that none
 * depends on another's file.
 */
export interface Linker {
  readonly program: Program;
  readonly markup: MarkupLinker;
  readonly costs: Costs;
  /** The template names its window. */
  readonly namesWindow: boolean;
  /** Platform components as values, by name. */
  readonly components: ReadonlyMap<string, Native>;
  expression(node: Expression): Run;
  statement(node: Statement, labels?: readonly string[]): Exec;
  statements(nodes: readonly Statement[]): Exec;
  /** Links a body: hoisted functions, dead slots, a frame of its own where it has one. */
  body(body: Body, within: () => Exec): Exec;
  /** Runs `within` with the body's frame on the stack of frames, if it has one; gives how to enter it. */
  scoped<T>(body: Body, within: () => T): { readonly enter: (frame: Frame) => Frame; readonly own: boolean; readonly result: T };
  list(nodes: readonly (Expression | Spread)[]): RunList;
  key(key: string | Expression): RunKey;
  /** Assigns; `declares` where this is the declaration (it fills dead slots and constants). */
  target(node: Target, declares: boolean): Fill;
  pattern(node: RecordPattern | ArrayPattern, declares: boolean): Fill;
  place(node: Local): Place;
  code(node: FunctionNode): FnCode;
  /** A slot of the innermost frame beyond its variables, for values kept while a function is suspended. */
  temp(): number;
  /** Bodies of functions that run as they are. */
  readonly bodies: ReadonlyMap<FunctionNode, Run>;
  /** Where linking stands. */
  here(): LinkPlace;
  /** Links as if linking stood there. */
  at<T>(place: LinkPlace, link: () => T): T;
  /** Links a node (a constant made for the purpose) as the given closure. */
  override(node: Expression, run: Run): void;
  /** Makes function values at run time. */
  fn(node: FunctionNode): (frame: Frame, realm: Realm) => Fn;
}
