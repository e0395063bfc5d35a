/**
 * The two ways in which an evaluation can end early. Both are host errors that no value of the template refers to: a
 * `throw` of the template travels inside `TemplateThrow`, and a `LimitError` passes every `catch` and `finally` of the
 * template untouched, so that no template can outlive its budget.
 */
export class TemplateThrow extends Error {
  /** The thrown value, of the closed universe. */
  readonly value: unknown;
  /** Source offset, set by the innermost expression that knows it; -1 until then. */
  at = -1;

  constructor(value: unknown) {
    super("a template threw");
    this.name = "TemplateThrow";
    this.value = value;
    // The host's stack says nothing about the template; it would only cost time and leak paths.
    this.stack = "";
  }
}

/** A limit of `policy/limits` was reached. Never visible to the template. */
export class LimitError extends Error {
  /** Which limit, by its name in `policy/limits`. */
  readonly limit: string;
  at = -1;

  constructor(limit: string, message: string) {
    super(message);
    this.name = "LimitError";
    this.limit = limit;
  }
}
