/**
 * Makes a template's text fit to be printed: control characters would drive the terminal, and direction marks would let
 * source read otherwise than it runs. Each becomes one visible character, tabs one blank; so does one of the characters by
 * which services that run builds would take a line of their log for a command (`##[group]`, `##vso[…]`).
 */
export function toPlainText(text: string): string {
  const visible = text.replace(unprintable, (character) => (character === "\t" ? " " : "\u{fffd}"));
  return visible.replace(/##(?=(?:vso)?\[)/gi, "#\u{fffd}");
}

/**
 * Makes a template's text fit for a message of one line, wherever that is printed: line breaks and what is around them become one blank,
 * halves of characters a visible one, like all that `toPlainText` replaces.
 */
export function toMessageText(text: string): string {
  return toPlainText(text.replace(/[\t\n\r\u2028\u2029]+ */g, " ").replace(/\p{Surrogate}/gu, "\u{fffd}"));
}

// C0, DEL, C1, line separators, bidirectional marks and isolates, byte order mark.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** How many columns of a terminal a text takes: none for combining marks, two for wide scripts and emoji, else one. */
export function toWidth(text: string): number {
  let width = 0;
  for (const character of text) width += narrow.test(character) ? 1 : empty.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

const narrow = /^[\u0020-\u02ff]$/;
const empty = /^[\p{M}\p{Cf}]$/u;
const wide = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]$/u;
