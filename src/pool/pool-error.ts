/** What kept a pool from taking a card: too many wait (`full`), it was closed (`closed`), no process starts (`start`). */
export type PoolErrorCode = "full" | "closed" | "start";

/** A fault of the pool, or of how it is used; never of a card. */
export class PoolError extends Error {
  readonly code: PoolErrorCode;

  constructor(code: PoolErrorCode, message: string) {
    super(message);
    this.name = "PoolError";
    this.code = code;
  }
}
