/**
 * Limits of one card, all checked before the work that they bound is done. No template can change or read them, and what it throws,
 * catches or leaves open can't hold up a `LimitError`. The README's table is made of these words.
 */
export interface Limits {
  /**
   * Template source.
   *
   * - unit: UTF-16 unit
   * - counts: each unit of the text
   * - passed: `limit/source`: not compiled
   * - set: `compile`
   */
  readonly sourceLength: number;
  /**
   * Levels of nesting in the syntax tree; keys of a path at run time.
   *
   * - unit: level
   * - counts: each syntax node in another
   * - passed: `limit/nesting`: not compiled; `limit/run` at run time
   * - set: `compile`, render
   */
  readonly nesting: number;
  /**
   * Attributes of one element, as written or after spreads.
   *
   * - unit: attribute
   * - counts: each name
   * - passed: `limit/attributes`: not compiled; `limit/run` at run time
   * - set: `compile`, render
   */
  readonly attributes: number;
  /**
   * Steps of evaluation: time and memory.
   *
   * - unit: unit of fuel
   * - counts: each call, turn of a loop, 16 syntax nodes in them, 64 units of text, 4 entries of a list; the rest by `docs/scope.md`
   * - passed: `limit/run`
   * - set: render
   */
  readonly fuel: number;
  /**
   * Calls under way at once: of functions, of facades, of components.
   *
   * - unit: call
   * - counts: each until it returns
   * - passed: `limit/run`
   * - set: render
   */
  readonly callDepth: number;
  /**
   * One string that the template makes.
   *
   * - unit: UTF-16 unit
   * - counts: each unit, before the string is made
   * - passed: `limit/run`
   * - set: render
   */
  readonly stringLength: number;
  /**
   * One array, map, set or record that the template makes.
   *
   * - unit: entry
   * - counts: each, before it is made
   * - passed: `limit/run`
   * - set: render
   */
  readonly arrayLength: number;
  /**
   * Elements that one card may write.
   *
   * - unit: element
   * - counts: each, of components and of HTML in data too
   * - passed: `limit/run`
   * - set: render
   */
  readonly nodes: number;
  /**
   * Levels of nested children at output.
   *
   * - unit: level
   * - counts: each array, element and component in another
   * - passed: `limit/run`
   * - set: render
   */
  readonly outputDepth: number;
  /**
   * HTML that one card may write.
   *
   * - unit: UTF-16 unit
   * - counts: each; in a page those of texts and values
   * - passed: `limit/run`
   * - set: render
   */
  readonly outputLength: number;
  /**
   * A regular expression's source.
   *
   * - unit: UTF-16 unit
   * - counts: each
   * - passed: `limit/regexp`: not compiled; `limit/run` at run time
   * - set: `compile`, render
   */
  readonly regexLength: number;
  /**
   * Listeners that the template of one live card adds to its page at once.
   *
   * - unit: listener
   * - counts: each until it is removed
   * - passed: `limit/run`
   * - set: render
   */
  readonly listeners: number;
  /**
   * Timers, intervals and frames that one card has under way.
   *
   * - unit: timer
   * - counts: each until it has run or is cleared
   * - passed: `limit/run`
   * - set: render
   */
  readonly timers: number;
  /**
   * Questions to the host that one card has under way: requests, reads of files.
   *
   * - unit: question
   * - counts: each until it is answered
   * - passed: the question fails
   * - set: render
   */
  readonly requests: number;
  /**
   * Time that the host has for an answer.
   *
   * - unit: millisecond
   * - counts: from the question on
   * - passed: the question fails
   * - set: render
   */
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
