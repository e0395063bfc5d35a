import type { Limits } from "../../policy/limits.ts";

/** Part of a card's fuel that each card has whatever others have used: far more than cards as a rule take. */
const share = 1 / 20;

/** How many times a card's fuel all cards of a timeline may use beyond their shares, where the host does not say. */
const usualCards = 200;

/** Gives the units that a timeline has beyond the shares of its cards, unless the host says otherwise. */
export function toUsualFuel({ fuel }: Limits): number {
  return fuel * usualCards;
}

/**
 * What the cards of one timeline use together. A card that takes more than a share draws on the timeline's account; when that is used up,
 * each card that follows has its share alone. So hostile records cost a timeline a bounded time, and the cards among them their place in
 * it all the same. Counted in units: the same items give the same bytes.
 */
export class FuelAccount {
  readonly #limits: Limits;
  readonly #reduced: Limits;
  #left: number;

  /** @param total Units beyond the shares. */
  constructor(limits: Limits, total: number) {
    this.#limits = limits;
    this.#reduced = { ...limits, fuel: Math.ceil(limits.fuel * share) };
    this.#left = total;
  }

  /** What cards that follow have beyond their shares is used up. */
  get isEmpty(): boolean {
    return this.#left <= 0;
  }

  /** What the next card has. */
  get limits(): Limits {
    return this.isEmpty ? this.#reduced : this.#limits;
  }

  /** Units that every card has. */
  get share(): number {
    return this.#reduced.fuel;
  }

  /** Takes what a card has used; gives what is left of its share, for jobs that nobody will see the results of. */
  pay(used: number): number {
    // A card that was stopped may have asked for more than it had.
    this.#left -= Math.max(Math.min(used, this.limits.fuel) - this.share, 0);
    return Math.max(this.share - used, 0);
  }
}
