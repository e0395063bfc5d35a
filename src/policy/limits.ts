/** Limits of one card. Units stand beside each; all are checked before the work that they bound is done. */
export interface Limits {
  /** Template source, UTF-16 units. */
  readonly sourceLength: number;
  /** Levels of nesting in the syntax tree. */
  readonly nesting: number;
  /** Attributes of one element, as written or after spreads. */
  readonly attributes: number;
  /** Steps of evaluation: calls, loop turns, and what facades charge for their inputs. */
  readonly fuel: number;
  /** Calls under way at once: of functions, of facades, of components. */
  readonly callDepth: number;
  /** One string that the template makes, UTF-16 units. */
  readonly stringLength: number;
  /** One array, map, set or record that the template makes, entries. */
  readonly arrayLength: number;
  /** Elements that one card may write. */
  readonly nodes: number;
  /** Levels of nested children (arrays, elements) at output. */
  readonly outputDepth: number;
  /** UTF-16 units of HTML that one card may write. */
  readonly outputLength: number;
  /** A regular expression's source, UTF-16 units. */
  readonly regexLength: number;
  /** Listeners that the template of one live card adds to its page at once. */
  readonly listeners: number;
  /** Timers, intervals and frames that one card has under way. */
  readonly timers: number;
  /** Questions to the host that one card has under way: requests, reads of files. */
  readonly requests: number;
  /** Milliseconds that the host has for an answer. */
  readonly requestTime: number;
}

/** Room for the largest shipped templates (170,000 characters; reference, section 1), and little more. */
export const defaultLimits: Limits = Object.freeze({
  sourceLength: 524_288,
  nesting: 500,
  attributes: 1_000,
  fuel: 2_000_000,
  callDepth: 400,
  stringLength: 4_194_304,
  arrayLength: 1_000_000,
  nodes: 200_000,
  outputDepth: 500,
  outputLength: 16_777_216,
  regexLength: 2_000,
  listeners: 1_000,
  timers: 1_000,
  requests: 50,
  requestTime: 60_000,
});
