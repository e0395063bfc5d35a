/** A way to render templates that strangers wrote, to be attacked: `kview`, or what people take instead. */
export interface Peer {
  /** Gives the card's HTML; throws where it refuses the template, or its data. Options are those of a render, for whoever has any. */
  render(source: string, data: Readonly<Record<string, unknown>>, options?: Readonly<Record<string, string>>): string;
}

/** When it is, for cards that ask: as in the tests of these cases. */
export const now = Date.UTC(2026, 9, 5, 8);
