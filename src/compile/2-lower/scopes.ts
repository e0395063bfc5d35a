import type * as Babel from "@babel/types";
import { collectNames } from "./hoist.ts";
import type { FunctionSource } from "./lowering.ts";
import { type Declaration, type FunctionScope, Scope } from "./scope.ts";

/** The script itself, in which everything else stands. */
function createScriptScope(): FunctionScope {
  return {
    parent: undefined,
    arrow: false,
    script: true,
    receiver: undefined,
    arguments: undefined,
    home: undefined,
    derived: false,
  };
}

/** A private name: what tells it apart, and the class that declares it. */
interface KnownPrivateName {
  readonly id: string;
  readonly home: Declaration;
}

/** The scopes that are open where lowering stands, and all that was declared in any. */
export class Scopes {
  readonly declarations: Declaration[] = [];
  /** Innermost function; the script itself at first. */
  fnScope: FunctionScope = createScriptScope();
  /** Innermost scope of names. */
  scope = new Scope();
  /** Private names of the classes around, innermost last. */
  readonly #privateNames: ReadonlyMap<string, KnownPrivateName>[] = [];

  declare(name: string, kind: Declaration["kind"], after: number): Declaration {
    const declaration = this.#add(name, kind, after);
    this.scope.names.set(name, declaration);
    return declaration;
  }

  #add(name: string, kind: Declaration["kind"], after: number): Declaration {
    const declaration: Declaration = { id: this.declarations.length, name, kind, after };
    this.declarations.push(declaration);
    return declaration;
  }

  hidden(name: string): Declaration {
    const declaration = this.#add(name, "hidden", 0);
    // A class's scope owns its home; the others belong to the function that they are filled by.
    if (name === "home") this.scope.names.set("#home", declaration);
    return declaration;
  }

  declareLexical(nodes: readonly Babel.Statement[]): void {
    for (const node of nodes) {
      if (node.type === "VariableDeclaration" && node.kind !== "var") {
        for (const declarator of node.declarations)
          this.declarePattern(declarator.id, node.kind === "const" ? "const" : "let", declarator.end ?? -1);
      } else if (node.type === "ClassDeclaration" && node.id) this.declare(node.id.name, "class", node.end ?? -1);
      // A function named like a parameter takes its place.
      else if (node.type === "FunctionDeclaration" && node.id && !isParam(this.scope.names.get(node.id.name)))
        this.declare(node.id.name, "function", 0);
      else if (node.type === "LabeledStatement" && node.body.type === "FunctionDeclaration" && node.body.id)
        this.declare(node.body.id.name, "function", 0);
    }
  }

  declarePattern(node: Babel.Node, kind: Declaration["kind"], after: number): void {
    for (const { name } of collectNames(node)) this.declare(name, kind, after);
  }

  /** Runs `lower` in the scope of a function. */
  withinFunction<T>(source: FunctionSource, lower: (fn: FunctionScope) => T): T {
    const outer = this.fnScope;
    const fn: FunctionScope = {
      parent: outer,
      arrow: source.form === "arrow",
      script: false,
      receiver: undefined,
      arguments: undefined,
      home: source.home,
      derived: source.form === "derived",
    };
    this.fnScope = fn;
    const lowered = this.within(new Scope(this.scope), () => lower(fn));
    this.fnScope = outer;
    return lowered;
  }

  within<T>(scope: Scope, run: () => T): T {
    const outer = this.scope;
    this.scope = scope;
    const result = run();
    this.scope = outer;
    return result;
  }

  /** Runs `run` where names are declared and not yet initialised, for good: in the head of a loop, before its first turn (14.7.5.6, 2). */
  withinDead<T>(names: Iterable<string>, run: () => T): T {
    const scope = new Scope(this.scope);
    for (const name of names) {
      const declaration = this.#add(name, "let", -1);
      scope.names.set(name, declaration);
      // The body around owns it, by a name that no template can spell.
      this.scope.names.set(`#dead ${declaration.id}`, declaration);
    }
    return this.within(scope, run);
  }

  nearestMethod(): FunctionScope | undefined {
    let fn: FunctionScope | undefined = this.fnScope;
    while (fn?.arrow) fn = fn.parent;
    return fn;
  }

  withPrivateNames<T>(body: Babel.ClassBody, home: Declaration, within: () => T): T {
    const names = new Map<string, KnownPrivateName>();
    for (const { type, ...member } of body.body as readonly { type: string; key?: Babel.Node }[]) {
      if (type.startsWith("ClassPrivate") && member.key?.type === "PrivateName")
        names.set(member.key.id.name, { id: `${body.start}#${member.key.id.name}`, home });
    }
    this.#privateNames.push(names);
    const result = within();
    this.#privateNames.pop();
    return result;
  }

  findPrivate(name: string): KnownPrivateName | undefined {
    return this.#privateNames.findLast((names) => names.has(name))?.get(name);
  }
}

export function isParam(declaration: Declaration | undefined): boolean {
  return declaration?.kind === "param";
}
