/**
 * The two ways in which an evaluation can end early. Both are host objects that no value of the template refers to: a
 * `throw` of the template travels inside `TemplateThrow`, and a `LimitError` passes every `catch` and `finally` of the
 * template untouched, so that no template can outlive its budget.
 */
export class TemplateThrow {
  /** The thrown value, of the closed universe. */
  readonly value: unknown;
  /** Source offset of what threw. */
  readonly at: number;

  // Not an `Error`: capturing a host stack would cost time, and could only leak paths.
  constructor(value: unknown, at: number) {
    this.value = value;
    this.at = at;
  }
}

/** A child that can't be shown. It fails the card where it is shown, not where its markup was evaluated. */
export class ChildThrow extends TemplateThrow {}

/** A limit of `policy/limits` was reached. Never visible to the template. */
export class LimitError extends Error {
  /** Which limit, by its name in `policy/limits`. */
  readonly limit: string;

  constructor(limit: string, message: string) {
    super(message);
    this.name = "LimitError";
    this.limit = limit;
  }
}
