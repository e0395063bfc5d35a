import { gestures } from "../../policy/gestures.ts";
import type { Realm } from "../../runtime/realm.ts";
import { forgetJobLimit } from "../../scope/intrinsics/promise-jobs.ts";

/** Why the host enters a card: it mounts or updates it, the reader does something, or time has passed. */
export type Entry = "host" | "event" | "time";

/** Part of a budget that timers and answers may spend: at once after a rest, and in each second. */
const backgroundShare = 1 / 4;
/** Units of an entry that is neither the host's nor the reader's: a thousand timers that do nothing are work all the same. */
const entryCost = 100;

/**
 * Counts the host's entries into a card. Each renews the budget, and nothing else does: not a microtask, not an event that the template
 * itself has caused. What the host and the reader do gets a whole budget; timers, answers and events that a card can bring
 * about by itself share what time brings, so that a card which wakes itself up again and again leaves most of the time to the page.
 */
export class Entries {
  readonly #realm: Realm;
  #open = 0;
  /** The event of the last entry that was one: not forgotten when a listener of another kind hears of the same event in between. */
  #event: WeakRef<Event> | undefined;
  #renewed = performance.now();

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  /** Whether what happens now is part of an entry, or of something that the card does. */
  get isOpen(): boolean {
    return this.#open > 0;
  }

  /** Runs an entry; gives whether it was one, and not part of another. */
  enter(kind: Entry, run: () => void, event?: Event): boolean {
    if (this.#open > 0) {
      run();
      return false;
    }
    this.#renew(kind, event);
    this.inside(run);
    return true;
  }

  /** Runs what belongs to the entry under way, or to a job of the template, whatever events it causes. */
  inside<T>(run: () => T): T {
    this.#open++;
    try {
      return run();
    } finally {
      this.#open--;
    }
  }

  #renew(kind: Entry, event: Event | undefined): void {
    const realm = this.#realm;
    const now = performance.now();
    const { fuel } = realm.limits;
    // One event of the reader, however many elements listen to it, is one entry.
    const isNew = event !== undefined && event !== this.#event?.deref();
    if (isNew) this.#event = new WeakRef(event);
    if (kind === "host" || (isNew && gestures.has(event.type))) realm.fuel = fuel;
    else if (isNew || kind === "time") {
      const share = kind === "event" ? fuel : Math.ceil(fuel * backgroundShare);
      const earned = Math.floor(((now - this.#renewed) / 1_000) * share);
      realm.fuel = Math.min(share, Math.max(realm.fuel, 0) + earned) - entryCost;
    }
    this.#renewed = now;
    realm.depth = 0;
    realm.component = undefined;
    forgetJobLimit(realm);
  }
}
