/** Records of one card, as `createContext` and a hand-written renderer take them. */
export interface Records {
  readonly customer: { readonly name: string };
  readonly kobject: { readonly title?: string; readonly custom: object; readonly data: object };
}

/** A template of the timeline: `<name>.kview.jsx` beside this file, records for it, and the same card written by hand. */
export interface BenchCard {
  readonly name: string;
  /** Makes the records of its `n`th card: no two are alike. */
  create(n: number): Records;
  /** Renders the card by concatenation, as one would write it for speed alone. */
  byHand(records: Records): string;
}

/** Checks that a card is written for the records that it creates. */
export function defineCard<R extends Records>(card: {
  readonly name: string;
  readonly create: (n: number) => R;
  readonly byHand: (records: R) => string;
}): BenchCard {
  return card as unknown as BenchCard;
}
