import type { Fn } from "../runtime/handles.ts";

/** Variables of one function call, or of one turn of a loop that closures capture. Slot 0 holds the frame around. */
export type Frame = unknown[];

/** Stands in a slot until its declaration has run (temporal dead zone). Never a value of the template. */
export const DEAD: unique symbol = Symbol("dead");

/** Stands in for `this` of a derived constructor until `super(…)` returns; knows the class that `new` was called on. */
export class Pending {
  readonly target: Fn;
  constructor(target: Fn) {
    this.target = target;
  }
}

/** Makes a frame with all its slots: literals of the right size stay compact arrays, which `new Array(n)` does not. */
export function makeFrame(size: number, outer: unknown): Frame {
  switch (size) {
    case 0:
    case 1:
      return [outer];
    case 2:
      return [outer, undefined];
    case 3:
      return [outer, undefined, undefined];
    case 4:
      return [outer, undefined, undefined, undefined];
    case 5:
      return [outer, undefined, undefined, undefined, undefined];
    case 6:
      return [outer, undefined, undefined, undefined, undefined, undefined];
    default: {
      const frame: Frame = [outer, undefined, undefined, undefined, undefined, undefined, undefined];
      for (let i = 7; i < size; i++) frame.push(undefined);
      return frame;
    }
  }
}
