// Both checks run over the string's raw units without decoding; on one-byte strings `isWellFormed` answers at once.
// The type library of ES2023 doesn't know it yet; Node 20 and every browser of 2023 do.
interface WellFormed {
  isWellFormed(): boolean;
  toWellFormed(): string;
}

const shifting = /[\0\x1b]/;
const everyShifting = /[\0\x1b]/g;
const replacement = "\uFFFD";

/**
 * Gives text that every encoder and HTML parser reads alike: NUL, ESC and lone surrogates become U+FFFD.
 *
 * A parser drops or replaces NUL depending on where it stands, so `<\0script>` must not survive as it is; a lone
 * surrogate can't be encoded as UTF-8. ESC begins the shifts of ISO-2022-JP, which browsers guess for pages that
 * declare no encoding: behind `ESC $ B` the quote that ends an attribute is half of a character. Clean text is returned
 * as it came. Nothing is escaped here.
 */
export function judgeText(text: string): string {
  const formed = (text as unknown as WellFormed).isWellFormed() ? text : (text as unknown as WellFormed).toWellFormed();
  return shifting.test(formed) ? formed.replace(everyShifting, replacement) : formed;
}
