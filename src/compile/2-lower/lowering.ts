import type * as Babel from "@babel/types";
import type {
  Body,
  Element,
  Expression,
  FunctionForm,
  FunctionNode,
  HoistedFunction,
  Local,
  Range,
  Spread,
  Statement,
  Target,
} from "../../ir/nodes.ts";
import type { Placed } from "../reporter.ts";
import type { Declaration, FunctionScope, Scope } from "./scope.ts";

/** What can be made a function of ours: Babel's function nodes, and field values or static blocks as methods. */
export interface FunctionSource {
  readonly name: string;
  readonly form: FunctionForm;
  readonly node: Placed;
  readonly async: boolean;
  readonly generator: boolean;
  readonly params: readonly Babel.Node[];
  readonly body: Babel.BlockStatement | Babel.StaticBlock | Babel.Expression;
  readonly home?: { readonly declaration: Declaration; readonly static: boolean };
  /** The name by which a function expression knows itself. */
  readonly selfName?: string;
}

/**
 * The lowering of one template: what the visitors of each syntax family share. They call one another only through
 * here, so that no file of the folder depends on another family's.
 */
export interface Lowering {
  readonly source: string;
  /** Innermost scope of names. */
  readonly scope: Scope;
  /** Free names that stand for values, of whatever kind: all but those that are tags. */
  readonly valueNames: Set<string>;
  /** Lowers an expression; one level of nesting. */
  expression(node: Babel.Node): Expression;
  /** Lowers the name of a tag, as the expression that it is; one level of nesting. */
  name(node: Placed & { readonly name: string }): Expression;
  arguments(nodes: readonly (Babel.Node | null)[]): (Expression | Spread)[];
  /** Lowers a key: a string where it is known, else an expression. */
  key(node: Babel.Node, computed: boolean): string | Expression;
  privateName(node: Babel.PrivateName): Expression;
  /** Lowers the inside of a class, with its private names in scope. */
  withPrivateNames<T>(body: Babel.ClassBody, home: Declaration, within: () => T): T;
  statement(node: Babel.Statement, labels?: readonly string[]): Statement | undefined;
  /** Lowers statements in a scope of their own. */
  block(nodes: readonly Babel.Statement[], place: Placed): Body;
  /** A body without statements that carries the bindings of a head (loops, `catch`, `switch`), and what `within` gives in its scope. */
  head<T>(
    declare: () => void,
    within: () => T,
    place: Placed,
    hoisted?: readonly Babel.Statement[],
  ): { readonly body: Body; readonly result: T };
  target(node: Babel.Node): Target;
  element(node: Babel.Node): Element;
  /** Notes what an assignment, a parameter or an entry of a pattern fills. */
  assigned(target: Target): Target;
  fn(source: FunctionSource): FunctionNode;
  declare(name: string, kind: Declaration["kind"], after: number): Declaration;
  /** Declares what a statement list declares lexically, and nothing of inner blocks. */
  declareLexical(nodes: readonly Babel.Statement[]): void;
  withinDead<T>(names: Iterable<string>, run: () => T): T;
  declarePattern(node: Babel.Node, kind: Declaration["kind"], after: number): void;
  /** Gives the functions that a list of statements hoists. */
  hoist(nodes: readonly Babel.Statement[]): HoistedFunction[];
  /** Numbers a body. */
  body(
    scope: Scope,
    functions: readonly HoistedFunction[],
    statements: readonly Statement[],
    place: Placed,
    more?: readonly Declaration[],
  ): Body;
  /** Runs in a scope. */
  within<T>(scope: Scope, run: () => T): T;
  hiddenLocal(declaration: Declaration | undefined, place: Placed): Local | null;
  local(declaration: Declaration, place: Placed): Local;
  /** A binding that no source text can name: `this`, `arguments`, the `home` of a class. */
  hidden(name: string): Declaration;
  receiver(place: Placed): Expression;
  nearestMethod(): FunctionScope | undefined;
  readonly completes: boolean;
  span(place: Placed): Range;
  /** Ends the lowering: the template nests too deep. */
  stop(place: Placed): never;
  /** Reports syntax that the language does not have, by its name in the table of refusals; gives a harmless constant. */
  refuse(what: string, place: Placed): Expression;
  report(code: "syntax/loose-text" | "jsx/unknown-element", place: Placed, params: Readonly<Record<string, string | number>>): void;
}
