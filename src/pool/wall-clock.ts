import type { PoolSettings } from "./options.ts";

type Cause = "start" | "timeout" | "batch";

/**
 * Ends a process that takes too long: to start or to end, for a card, for a batch. A host that was busy itself finds its timers due and
 * the answers unread: what is due is only believed when what has arrived was read.
 */
export class WallClock {
  readonly #settings: PoolSettings;
  readonly #end: (cause: Cause) => void;
  #card: NodeJS.Timeout | undefined;
  #batch: NodeJS.Timeout | undefined;
  /** What was due when something else had happened since is not due. */
  #epoch = 0;

  constructor(settings: PoolSettings, end: (cause: Cause) => void) {
    this.#settings = settings;
    this.#end = end;
  }

  startProcess(): void {
    this.stop();
    this.#card = this.#start("start", this.#settings.startMs);
  }

  startBatch(): void {
    this.stop();
    this.#card = this.#start("timeout", this.#settings.timeoutMs);
    this.#batch = this.#start("batch", this.#settings.batchTimeoutMs);
  }

  /** A card is finished, the next has its own time. */
  renew(): void {
    this.#epoch++;
    this.#card?.refresh();
  }

  stop(): void {
    this.#epoch++;
    clearTimeout(this.#card);
    clearTimeout(this.#batch);
    this.#card = this.#batch = undefined;
  }

  #start(cause: Cause, milliseconds: number): NodeJS.Timeout {
    const timer = setTimeout(() => {
      const epoch = this.#epoch;
      setImmediate(() => {
        if (epoch === this.#epoch) this.#end(cause);
        else if (cause === "batch" && timer === this.#batch) this.#end(cause);
      });
    }, milliseconds);
    return timer;
  }
}
