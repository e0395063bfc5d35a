/**
 * What a card in a page can do that a string can't: things happen after its first state. A realm of the string target has
 * none of it: timers never fire and requests are never made, for the card is finished before they could.
 */
export interface Live {
  /** Names that only a page gives (`document`, `getSelection`, `addEventListener` …): values of the closed universe. */
  readonly names: ReadonlyMap<string, unknown>;
  /** Milliseconds of the host's clock since the card was mounted: they go on where `realm.now` is a fixed instant. */
  now(): number;
  /**
   * Starts a timer of the host's clock. `run` is called as an entry of the host: with a budget, and with what it throws reported.
   *
   * @returns Stops the timer; harmless when it has run.
   */
  startTimer(run: () => void, milliseconds: number): () => void;
  /** As `startTimer`, before the page is painted next; `run` gets what `now()` gives then. */
  requestFrame(run: (time: number) => void): () => void;
  /**
   * Asks the host for something that is answered later. The signal is aborted when the card goes, when the answer takes too
   * long, and when `giveUp` is aborted. The promise settles as an entry of the host, with what the service gave as it is (it has to be
   * imported or described, never handed on); it never settles once the card is gone.
   *
   * Rejects with a `RequestEnd` for a time-out, an abort, or too many requests under way.
   */
  ask<T>(service: (signal: AbortSignal) => T | PromiseLike<T>, giveUp?: AbortSignal): Promise<T>;
  /** Replaces what the card shows, until its data changes (`Kustomer.render`). */
  show(view: unknown): void;
}

/** Why a request ended without an answer. */
export class RequestEnd extends Error {
  readonly reason: "timeout" | "abort" | "too-many";
  constructor(reason: "timeout" | "abort" | "too-many", message: string) {
    super(message);
    this.reason = reason;
  }
}
