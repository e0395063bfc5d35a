import type { Host } from "../runtime/host.ts";
import type { KlassNames } from "../runtime/realm.ts";

/** A record of the card's data. */
export interface CardRecord {
  /** `customer`, `conversation`, `kobject.acme-order`, … */
  readonly resource: string;
  readonly id: string;
  /** Its attributes, as they were given; custom ones below `custom`. Frozen. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What a component of the host may know of the card that it stands in. */
export interface CardFacts {
  /** BCP 47 tag. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  /** To be put in front of ids. */
  readonly idPrefix: string;
  /** What the view belongs to: `customer`, `kobject.<klass>`, … */
  readonly resource: string;
  /** Display names and types of attributes, by klass as a resource names it. */
  readonly klasses: KlassNames;
  /** Finds the record of the card's data that a resource (`customer`) or a klass's own name means; the view's own without a name. */
  record(object?: string): CardRecord | undefined;
  /** The text of an attribute's value, as `Field` and `Row` show it. */
  format(value: unknown, field: string, object?: string): string;
}

/** What a component of the host may know and do in a live card. */
export interface Card extends CardFacts {
  /** Milliseconds since the epoch: the host's clock, or the fixed instant of the option `now`. */
  now(): number;
  /** The host's services, as they were given. Call them within `ask`. */
  readonly host: Host;
  /**
   * Asks the host for something that is answered later. The signal is aborted when the card goes, when the answer takes longer than the
   * limit `requestTime`, and when `giveUp` is aborted. The promise rejects then, and does not settle any more once the card is gone.
   */
  ask<T>(service: (signal: AbortSignal) => T | PromiseLike<T>, giveUp?: AbortSignal): Promise<T>;
}
