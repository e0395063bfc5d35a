/**
 * How a statement ended: `undefined` for normally, else one of these. `RETURN` has put its value into `realm.result`.
 * They are compared by identity and never reach the template.
 */
export interface Signal {
  readonly form: "break" | "continue" | "return";
  readonly label: string | null;
}

export const BREAK: Signal = Object.freeze({ form: "break", label: null });
export const CONTINUE: Signal = Object.freeze({ form: "continue", label: null });
export const RETURN: Signal = Object.freeze({ form: "return", label: null });

/** Marks a link of an optional chain that skipped the rest. */
export const SKIP: unique symbol = Symbol("skip");

/** What a suspended function hands to its driver: a value to wait for, or one to give out. */
export class Suspension {
  readonly form: "await" | "yield";
  readonly value: unknown;
  constructor(form: "await" | "yield", value: unknown) {
    this.form = form;
    this.value = value;
  }
}

/** Ends a generator from outside (`return(value)`): passes `catch`, runs `finally`. */
export class GeneratorReturn {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** An expression or statement that may suspend: a host generator that hands out suspensions and ends with its result. */
export type Steps<T = unknown> = Generator<Suspension, T, unknown>;
