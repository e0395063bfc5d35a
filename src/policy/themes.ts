/** Themes of a card: `data-theme` on it, or on anything around it. */
export const themes = ["light", "dark", "device"] as const;

/** What a card is shown in. `device`: light or dark, as the reader's device asks for. */
export type Theme = (typeof themes)[number];
