import { charge } from "../../../runtime/budget.ts";
import { LimitError } from "../../../runtime/failure.ts";
import type { Realm } from "../../../runtime/realm.ts";

/** Events that a card causes inside of events that it causes. Each takes the host's stack for several calls of the template. */
const mostNested = 20;

/**
 * The changes of a page that a card has under way, each begun by a listener of what the one before it caused.
 *
 * A listener's errors never come back from the page to what caused the event. That one of them reached a limit has to: else a card that
 * catches all errors would go on, and branch at each event, until its fuel is used up.
 */
export class Chain {
  #level = 0;
  #limit: LimitError | undefined;

  /** Does something that may fire events; a chain that is too long ends the card. */
  run<T>(realm: Realm, run: () => T): T {
    if (this.#limit === undefined && this.#level >= mostNested)
      this.#limit = new LimitError("callDepth", "events that the card causes cause one another without end");
    if (this.#limit !== undefined) throw this.#limit;
    this.#level++;
    try {
      return run();
    } finally {
      this.#level--;
      this.#expectRoom(realm);
    }
  }

  /** Runs a listener. */
  hear(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (error instanceof LimitError && this.#level > 0) this.#limit = error;
      throw error;
    }
  }

  #expectRoom(realm: Realm): void {
    const limit = this.#limit;
    if (this.#level === 0) this.#limit = undefined;
    if (limit !== undefined) throw limit;
    charge(realm, 0);
  }
}
