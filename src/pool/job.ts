import type { Parcel } from "./pack-card.ts";
import type { PoolResult } from "./result.ts";

/** One card that was asked for: told its result once, whatever became of the processes that tried it. */
export class Job {
  readonly parcel: Parcel;
  readonly promise: Promise<PoolResult>;
  /** Processes that ended while they rendered the card. */
  attempts = 0;
  #resolve!: (result: PoolResult) => void;
  #reject!: (error: unknown) => void;
  #onDone: ((result: PoolResult | undefined) => void) | undefined;

  /** @param onDone Hears once that nothing is left to do, with the result where there is one. */
  constructor(parcel: Parcel, onDone: (result: PoolResult | undefined) => void) {
    this.parcel = parcel;
    this.#onDone = onDone;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever asked hears of it all the same; a caller that gave up must not end the host.
    this.promise.catch(() => {});
  }

  /** Whether the result is told, or nobody waits for it any more. */
  get done(): boolean {
    return this.#onDone === undefined;
  }

  finish(result: PoolResult): void {
    if (this.#end(result)) this.#resolve(result);
  }

  fail(error: unknown): void {
    if (this.#end(undefined)) this.#reject(error);
  }

  #end(result: PoolResult | undefined): boolean {
    const onDone = this.#onDone;
    this.#onDone = undefined;
    onDone?.(result);
    return onDone !== undefined;
  }
}
