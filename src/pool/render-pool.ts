/// <reference lib="esnext.disposable" preserve="true" />
import type { PoolCard } from "./card.ts";
import type { PoolResult } from "./result.ts";

/** Processes that render cards. Made by `createRenderPool`. */
export interface RenderPool {
  /**
   * Renders a card.
   *
   * Whatever the card does, its promise resolves, with what became of it. It rejects with a `TypeError` that names a wrong argument or
   * option, with a `PoolError` when the pool is full, closed or can't start, and with the signal's reason.
   *
   * @param options `signal` gives the card up: it is not rendered if it still waits.
   */
  render(card: PoolCard, options?: { readonly signal?: AbortSignal }): Promise<PoolResult>;
  /**
   * Renders many cards and gives their results in the order of the cards. Cards are taken from the iterable as processes can use them and
   * results are asked for, so that it may be endless; to stop asking gives up those that were taken.
   *
   * What `render` would reject with ends the iteration, behind the results of the cards before it.
   */
  renderAll(
    cards: Iterable<PoolCard> | AsyncIterable<PoolCard>,
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<PoolResult, void, undefined>;
  /**
   * Closes the pool: no card is taken any more, those that were are finished, and the processes go. With `now` they are ended at once,
   * and cards that are not finished reject with a `PoolError`. Resolves when no process is left; may be called again, also to hurry.
   */
  close(options?: { readonly now?: boolean }): Promise<void>;
  /** Closes the pool as `close()` does: `await using pool = createRenderPool()`. */
  [Symbol.asyncDispose](): Promise<void>;
  /** The ids of the processes that are there now, for logs and supervisors. */
  readonly pids: readonly number[];
  /** Cards that wait for a process. */
  readonly waiting: number;
}
