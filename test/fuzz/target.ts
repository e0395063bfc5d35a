import type fc from "fast-check";

/**
 * What is fuzzed: where inputs come from, and what holds for each of them. Inputs are plain JSON or text, so that one that was found
 * can be stored, read and run again (`fixtures/fuzz`).
 */
export interface FuzzTarget {
  readonly name: string;
  /** What holds, in a few words. */
  readonly about: string;
  /** Cases in the sample of the fast suite. */
  readonly sample: number;
  /** Share of a run's time. */
  readonly weight: number;
  /** What its inputs are when they are stored as text; anything else is JSON. */
  readonly extension: "js" | "jsx" | "html" | "css" | "txt" | "json";
  /** Its texts follow no grammar, so that one that fails may be made smaller by cutting anywhere. */
  readonly cuts?: true;
  readonly inputs: fc.Arbitrary<unknown>;
  /** Throws an error that says what does not hold. */
  readonly check: (input: never) => Promise<void> | void;
}

/** Types a target by its inputs. */
export function defineTarget<Input>(
  target: Omit<FuzzTarget, "inputs" | "check"> & {
    readonly inputs: fc.Arbitrary<Input>;
    readonly check: (input: Input) => Promise<void> | void;
  },
): FuzzTarget {
  return target;
}
