/** A way to render templates that strangers wrote, to be attacked: `kview`, or what people take instead. */
export interface Peer {
  /** Gives the card's HTML; throws where it refuses the template, or its data. */
  render(source: string, data: Readonly<Record<string, unknown>>): string;
}

/** When it is, for cards that ask. */
export const now = Date.UTC(2026, 9, 2, 15, 4, 5);
