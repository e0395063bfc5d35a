/** A declared name while lowering. Bindings are numbered over the whole template. */
export interface Declaration {
  readonly id: number;
  readonly name: string;
  readonly kind: "var" | "let" | "const" | "class" | "function" | "param" | "hidden";
  /** Offset from which references in the same function are certainly initialised; -1: never certain. */
  after: number;
}

/** What belongs to one function of the template while it is lowered; arrows share `this` with the function around. */
export interface FunctionScope {
  readonly parent: FunctionScope | undefined;
  readonly arrow: boolean;
  /** The script itself: its statements have completion values. */
  readonly script: boolean;
  receiver: Declaration | undefined;
  arguments: Declaration | undefined;
  /** Set in methods: the class that `super` refers to. */
  readonly home: { readonly declaration: Declaration; readonly static: boolean } | undefined;
  /** A derived constructor: `this` is empty until `super(…)` has returned. */
  readonly derived: boolean;
}

/** One scope of names. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly names = new Map<string, Declaration>();

  constructor(parent?: Scope) {
    this.parent = parent;
  }

  find(name: string): Declaration | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const found = scope.names.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
