/** What an embedded page may ask for, and how often. A page that asks for more gets what is here. */
export const frameLimits = {
  /** Milliseconds after it was loaded in which a page has to say that it is there. */
  silence: 10_000,
  /** Messages that are looked at in each second. */
  messages: 60,
  /** Pixels. */
  leastHeight: 16,
  mostHeight: 2_000,
  leastWidth: 40,
  mostWidth: 2_000,
  /** UTF-16 units of a length and of the name of a request. */
  textLength: 100,
} as const;
