/**
 * The intermediate representation. Nodes have `kind` (Babel's have `type`), are immutable and plain JSON. What has no
 * constructor here is not in the language: no import, no `with`, no `new.target`, no accessor literal, no symbol.
 *
 * Names are resolved while lowering: a `local` carries the number of its binding, a `global` the name itself. Where a
 * binding lives at run time stands beside the tree, in the program's tables (`program.ts`), so that no pass rewrites it.
 */

/** Start and end offset in the template, UTF-16 units. */
export type Range = readonly [start: number, end: number];

interface Node<Kind extends string> {
  readonly kind: Kind;
  readonly span: Range;
}

// ── Expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

/** A string, number, boolean or null known at compile time; `undefined` where `value` is absent. */
export interface Constant extends Node<"constant"> {
  readonly value?: string | number | boolean | null;
}

/** A variable of the template. */
export interface Local extends Node<"local"> {
  readonly name: string;
  readonly binding: number;
}

/** A name that the template does not declare: bag, intrinsics, then the card's window. */
export interface Global extends Node<"global"> {
  readonly name: string;
  /** Under `typeof`: an unknown name gives `undefined` in place of a ReferenceError. */
  readonly quiet?: true;
}

export interface ArrayLiteral extends Node<"array"> {
  readonly items: readonly (Expression | Spread | null)[];
}

export interface RecordLiteral extends Node<"record"> {
  readonly entries: readonly (Property | Spread)[];
}

export interface Property extends Node<"property"> {
  readonly key: string | Expression;
  readonly value: Expression;
}

/** `...value` in arrays, calls, records, attributes and JSX children. */
export interface Spread extends Node<"spread"> {
  readonly value: Expression;
}

export type FunctionForm = "arrow" | "function" | "method" | "constructor" | "derived";

export interface FunctionNode extends Node<"function"> {
  readonly name: string;
  readonly form: FunctionForm;
  readonly async: boolean;
  readonly generator: boolean;
  /** `length`: parameters before the first default or rest. */
  readonly length: number;
  readonly params: readonly Element[];
  readonly rest: Target | null;
  /** Bindings filled at entry: the function's own name, `this`, `arguments`. */
  readonly self: Local | null;
  readonly receiver: Local | null;
  readonly arguments: Local | null;
  readonly body: Body;
}

/** Statements with what is hoisted in front of them. */
export interface Body extends Node<"body"> {
  /** Number of the body in the program's table of frames. */
  readonly id: number;
  readonly functions: readonly HoistedFunction[];
  readonly statements: readonly Statement[];
  /** Bindings declared here (`let`, `const`, `class`, functions; `var` and parameters in a function's body). */
  readonly bindings: readonly number[];
}

export interface HoistedFunction extends Node<"hoisted"> {
  readonly target: Local;
  readonly value: FunctionNode;
}

export interface ClassNode extends Node<"class"> {
  readonly name: string;
  /** The class's own name inside its body. */
  readonly self: Local | null;
  /** Holds the class for `super` in its methods. */
  readonly home: Local;
  /** Scope of `self` and `home`; its statements are empty. */
  readonly scope: Body;
  readonly parent: Expression | null;
  readonly construct: FunctionNode | null;
  readonly members: readonly ClassMember[];
}

export interface ClassMember extends Node<"member-definition"> {
  readonly form: "method" | "get" | "set" | "field" | "block";
  readonly static: boolean;
  readonly key: string | Expression | null;
  /** The method; for fields and static blocks a method that gives the value. */
  readonly value: FunctionNode | null;
}

export type UnaryOperator = "-" | "+" | "!" | "~" | "typeof" | "void";
export interface Unary extends Node<"unary"> {
  readonly operator: UnaryOperator;
  readonly value: Expression;
}

export interface Delete extends Node<"delete"> {
  readonly object: Expression;
  readonly key: string | Expression;
  readonly optional: boolean;
}

export interface Update extends Node<"update"> {
  readonly operator: "++" | "--";
  readonly prefix: boolean;
  readonly target: Target;
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "**"
  | "=="
  | "!="
  | "==="
  | "!=="
  | "<"
  | ">"
  | "<="
  | ">="
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | ">>>"
  | "in"
  | "instanceof";
export interface Binary extends Node<"binary"> {
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type LogicalOperator = "&&" | "||" | "??";
export interface Logical extends Node<"logical"> {
  readonly operator: LogicalOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Node<"conditional"> {
  readonly test: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

export type AssignOperator =
  | "="
  | `${Exclude<BinaryOperator, "in" | "instanceof" | "==" | "!=" | "===" | "!==" | "<" | ">" | "<=" | ">=">}=`
  | `${LogicalOperator}=`;
export interface Assign extends Node<"assign"> {
  readonly operator: AssignOperator;
  readonly target: Target;
  readonly value: Expression;
}

export interface Sequence extends Node<"sequence"> {
  readonly items: readonly Expression[];
}

/** `object.key`; with `optional` the rest of the enclosing chain is skipped where the object is null or undefined. */
export interface Member extends Node<"member"> {
  readonly object: Expression;
  readonly key: string | Expression;
  readonly optional: boolean;
}

/** An optional chain: gives `undefined` when a link of it skipped. */
export interface Chain extends Node<"chain"> {
  readonly value: Expression;
}

export interface Call extends Node<"call"> {
  readonly callee: Expression;
  readonly args: readonly (Expression | Spread)[];
  readonly optional: boolean;
}

/** `super(…)`: `home` holds the class, `receiver` takes the object. */
export interface SuperCall extends Node<"super-call"> {
  readonly home: Local;
  readonly receiver: Local;
  readonly args: readonly (Expression | Spread)[];
}

/**
 * `#name`, in the place of a key; `id` tells apart equal names of different classes. `home` holds the class that declares it: each
 * evaluation of that class makes new names.
 */
export interface PrivateName extends Node<"private-name"> {
  readonly name: string;
  readonly id: string;
  readonly home: Local;
}

/** `super.key`. */
export interface SuperMember extends Node<"super-member"> {
  readonly home: Local;
  readonly receiver: Local;
  readonly key: string | Expression;
  readonly static: boolean;
}

export interface New extends Node<"new"> {
  readonly callee: Expression;
  readonly args: readonly (Expression | Spread)[];
}

export interface TemplateLiteral extends Node<"template"> {
  readonly strings: readonly string[];
  readonly values: readonly Expression[];
}

export interface Tagged extends Node<"tagged"> {
  readonly tag: Expression;
  /** `null` where an escape of the literal is not valid. */
  readonly strings: readonly (string | null)[];
  readonly raw: readonly string[];
  readonly values: readonly Expression[];
}

export interface RegExpLiteral extends Node<"regexp"> {
  readonly source: string;
  readonly flags: string;
}

export interface Await extends Node<"await"> {
  readonly value: Expression;
}

export interface Yield extends Node<"yield"> {
  readonly delegate: boolean;
  readonly value: Expression | null;
}

/** Evaluates `value` once, keeps it in `target`, then evaluates `body`. Made where a component is inlined. */
export interface Let extends Node<"let"> {
  readonly target: Local;
  readonly value: Expression;
  readonly body: Expression;
}

// ── Markup ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An element of the allowlist, its tag in canonical form. */
export interface ElementNode extends Node<"element"> {
  readonly tag: string;
  readonly key: Expression | null;
  readonly attributes: readonly (Attribute | Spread)[];
  readonly children: readonly (Expression | Spread)[];
}

export interface Attribute extends Node<"attribute"> {
  /** As written. */
  readonly name: string;
  readonly value: Expression;
}

/** `<Name>` whose name is an expression: a function or class of the template. */
export interface ComponentNode extends Node<"component"> {
  readonly type: Expression;
  readonly name: string;
  readonly key: Expression | null;
  readonly attributes: readonly (Attribute | Spread)[];
  readonly children: readonly (Expression | Spread)[];
}

/** A platform component that was not inlined: native, recursive, or with spread props. */
export interface PlatformNode extends Node<"platform"> {
  readonly name: string;
  readonly key: Expression | null;
  readonly attributes: readonly (Attribute | Spread)[];
  readonly children: readonly (Expression | Spread)[];
}

export interface FragmentNode extends Node<"fragment"> {
  readonly key: Expression | null;
  readonly children: readonly (Expression | Spread)[];
}

export type Markup = ElementNode | ComponentNode | PlatformNode | FragmentNode;

export type Expression =
  | Constant
  | Local
  | Global
  | ArrayLiteral
  | RecordLiteral
  | FunctionNode
  | ClassNode
  | Unary
  | Delete
  | Update
  | Binary
  | Logical
  | Conditional
  | Assign
  | Sequence
  | Member
  | PrivateName
  | Chain
  | Call
  | SuperCall
  | SuperMember
  | New
  | TemplateLiteral
  | Tagged
  | RegExpLiteral
  | Await
  | Yield
  | Let
  | Markup;

// ── Targets ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What can be assigned to. Patterns read their source through the same `get` as member expressions. */
export type Target = Local | Global | Member | SuperMember | RecordPattern | ArrayPattern;

/** A target with its default: a parameter, an entry of a pattern. */
export interface Element extends Node<"target"> {
  readonly target: Target;
  readonly fallback: Expression | null;
}

export interface RecordPattern extends Node<"record-pattern"> {
  readonly entries: readonly PatternEntry[];
  readonly rest: Target | null;
}

export interface PatternEntry extends Node<"pattern-entry"> {
  readonly key: string | Expression;
  readonly element: Element;
}

export interface ArrayPattern extends Node<"array-pattern"> {
  readonly items: readonly (Element | null)[];
  readonly rest: Target | null;
}

// ── Statements ─────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * `completes` marks statements of the script (not of functions) whose value may become the view: an expression
 * statement sets the completion value, a compound statement first resets it (ECMAScript, UpdateEmpty).
 */
interface Completing {
  readonly completes: boolean;
}

export interface ExpressionStatement extends Node<"expression-statement">, Completing {
  readonly value: Expression;
}

/** One declared target with its value; `let x;` has an `undefined` constant. */
export interface Declare extends Node<"declare"> {
  readonly target: Target;
  readonly value: Expression;
}

export interface Return extends Node<"return"> {
  readonly value: Expression | null;
}

export interface If extends Node<"if">, Completing {
  readonly test: Expression;
  readonly yes: Statement;
  readonly no: Statement | null;
}

export interface Block extends Node<"block"> {
  readonly body: Body;
}

export interface For extends Node<"for">, Completing {
  /** Declarations of the head; a frame of its own is copied at each turn. */
  readonly head: Body;
  readonly test: Expression | null;
  readonly update: Expression | null;
  readonly body: Statement;
}

export interface ForEach extends Node<"for-each">, Completing {
  readonly form: "of" | "in" | "await";
  /** Where the head declares, its bindings are fresh at each turn: `scope` holds them. */
  readonly scope: Body;
  readonly target: Target;
  readonly value: Expression;
  readonly body: Statement;
}

export interface While extends Node<"while">, Completing {
  readonly test: Expression;
  readonly body: Statement;
  /** `do … while`: the body runs before the first test. */
  readonly first: boolean;
}

export interface Switch extends Node<"switch">, Completing {
  readonly value: Expression;
  /** Scope of all cases; its statements are empty. */
  readonly scope: Body;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase extends Node<"case"> {
  readonly test: Expression | null;
  readonly statements: readonly Statement[];
}

export interface Try extends Node<"try">, Completing {
  readonly block: Body;
  /** Scope of the handler's parameter; its statements are empty. */
  readonly scope: Body | null;
  readonly param: Target | null;
  readonly handler: Body | null;
  readonly finalizer: Body | null;
}

export interface Throw extends Node<"throw"> {
  readonly value: Expression;
}

export interface Jump extends Node<"jump"> {
  readonly form: "break" | "continue";
  readonly label: string | null;
}

export interface Labelled extends Node<"labelled"> {
  readonly labels: readonly string[];
  readonly body: Statement;
}

export type Statement =
  | ExpressionStatement
  | Declare
  | Return
  | If
  | Block
  | For
  | ForEach
  | While
  | Switch
  | Try
  | Throw
  | Jump
  | Labelled;

export type AnyNode =
  | Expression
  | Statement
  | Target
  | Property
  | Spread
  | Body
  | HoistedFunction
  | ClassMember
  | Attribute
  | Element
  | PatternEntry
  | SwitchCase;
