/** Makes names that stand once in a module: blocks within one another share their variables. */
export class Names {
  #made = 0;

  next(): string {
    return `t${this.#made++}`;
  }
}

/** The variables of one printed function: where the frame is, and what it computes with. */
export class Scope {
  readonly #temps: string[] = [];
  readonly #names: Names;
  /** Name of the variable that holds the innermost frame. */
  readonly frame: string;

  constructor(frame: string, names: Names) {
    this.frame = frame;
    this.#names = names;
  }

  /** A variable for a value between two steps. Never used twice: a step inside another would write over it. */
  temp(): string {
    const name = this.#names.next();
    this.#temps.push(name);
    return name;
  }

  /** The declaration of all temps. */
  declare(): string {
    return this.#temps.length === 0 ? "" : `let ${this.#temps.join(",")};`;
  }
}
