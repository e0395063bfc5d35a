/** How much a timeline in a page holds and does at once. */
export const bounds = Object.freeze({
  /** Items in the page at once, opened or not. */
  items: 100,
  /** Of these, items outside of the window whose cards the reader has used. */
  kept: 16,
  /** Items above and below the window. */
  overscan: 6,
  /** Milliseconds of a frame for mounting cards; one card is always mounted. */
  mounting: 6,
  /** Milliseconds of a task for searching. */
  searching: 8,
  /** CSS pixels that every browser can scroll through; Firefox ends at 17,895,697. */
  height: 15_000_000,
});

/** CSS pixels of what nobody has measured yet. */
export const guesses = Object.freeze({
  /** A collapsed item. */
  collapsed: 60,
  /** An opened one. */
  expanded: 300,
  /** The heading of a day. */
  day: 34,
});
