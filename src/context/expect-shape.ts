import { isRecord } from "../runtime/record.ts";
import { failInput, toPath } from "./input-error.ts";

/** What belongs into one place of the input. */
export interface Check {
  /** In words, for the message. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** What a record in this place holds. */
  readonly shape?: Shape;
}

/** Checks by key, in the order in which they are made. Keys that are not listed pass unchecked. */
export type Shape = ReadonlyMap<string, Check>;

/** Makes a shape of checks by key. */
export function toShape(checks: Readonly<Record<string, Check>>): Shape {
  return new Map(Object.entries(checks));
}

/**
 * Checks an imported record. Throws for the first thing that doesn't fit. By hand rather than by a schema library: records are checked
 * for every card, in pages and in streams, and neither has to carry one.
 */
export function expectShape(shape: Shape | undefined, value: unknown, path: string): void {
  if (!isRecord(value)) return failInput(path, "a record", value);
  if (shape === undefined) return;
  for (const [key, { expected, accepts, shape: inner }] of shape) {
    const found = value[key];
    if (!accepts(found)) failInput(toPath(path, [key]), expected, found);
    if (inner !== undefined && isRecord(found)) expectShape(inner, found, toPath(path, [key]));
  }
}
