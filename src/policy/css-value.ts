/** Where a CSS text stands. */
export type CssPlace =
  /** A declaration of a `style` attribute: no escapes, no comments. */
  | "inline"
  /** A declaration of a `<style>`: escapes are allowed within strings (`content: "\201C"`). */
  | "sheet"
  /** The condition of `@media`, `@supports`, `@container`. */
  | "condition";

// Functions that compute, paint or shape; none loads. `url`, `src`, `image`, `image-set`, `cross-fade`, `element`,
// `paint`, `expression` are absent, and so is whatever CSS will invent.
const valueFunctions: ReadonlySet<string> = new Set(
  `
  abs acos asin atan atan2 attr blur brightness calc calc-size circle clamp color color-mix conic-gradient contrast
  cos counter counters cubic-bezier drop-shadow ellipse env exp fit-content grayscale hsl hsla hue-rotate hwb
  hypot inset invert lab lch light-dark linear linear-gradient log matrix matrix3d max min minmax mod oklab oklch opacity
  path perspective polygon pow radial-gradient rect rem repeat repeating-conic-gradient repeating-linear-gradient
  repeating-radial-gradient rgb rgba rotate rotate3d rotatex rotatey rotatez round saturate scale scale3d scalex
  scaley scalez sepia shape sign sin skew skewx skewy sqrt steps symbols tan translate translate3d translatex
  translatey translatez var xywh -webkit-gradient -webkit-linear-gradient -webkit-radial-gradient
  -moz-linear-gradient -o-linear-gradient from to color-stop
`
    .trim()
    .split(/\s+/),
);

const conditionFunctions: ReadonlySet<string> = new Set(["selector", "style", "scroll-state", "not", "and", "or"]);

const conditionWords: ReadonlySet<string> = new Set(["and", "or", "not"]);
/** The functions of an address (CSS Values 4, 4.5), which no container is called after. */
const urlWords: ReadonlySet<string> = new Set(["url", "src"]);

// What a character may be. Index: UTF-16 unit below 128.
const refusedUnit = 0;
const nameUnit = 1;
const otherUnit = 2;
const specialUnit = 3;
const conditionUnit = 4;

const units = new Uint8Array(128);
for (const unit of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") units[unit.charCodeAt(0)] = nameUnit;
for (const unit of " \t\n\r\f#%*+,./") units[unit.charCodeAt(0)] = otherUnit;
for (const unit of "\"'()[]") units[unit.charCodeAt(0)] = specialUnit;
for (const unit of ":<>=") units[unit.charCodeAt(0)] = conditionUnit;

const maxNesting = 32;
const openRound = "(";
const openSquare = "[";

/**
 * Finds what is wrong with a CSS value or condition, in our words; `undefined` when it may be written.
 *
 * One pass over the text, without a parser: whatever browsers make of a text that passes, it holds no function outside the
 * allowlist, no escape, comment, `;`, brace or `@`, and all its strings and brackets are closed, so that it can't end its
 * declaration nor begin another. A trailing `!important` is cut off by the caller.
 */
export function findCssFault(text: string, place: CssPlace): string | undefined {
  let open = "";
  let nameStart = -1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = unit < 128 ? (units[unit] ?? refusedUnit) : nameUnit;
    if (kind === nameUnit) {
      if (nameStart === -1) nameStart = i;
      continue;
    }
    if (kind === otherUnit) {
      // `u/**/rl(`: a comment parts a name for us and not for every parser.
      const next = text.charCodeAt(i + 1);
      if ((unit === 47 && next === 42) || (unit === 42 && next === 47)) return "comments are not allowed";
    } else if (kind === specialUnit) {
      if (unit === 40) {
        const name = nameStart === -1 ? findNameBefore(text, i, place) : text.slice(nameStart, i);
        if (name !== "" && !isAllowedFunction(name, place)) return "only functions that load nothing are allowed";
        open += openRound;
      } else if (unit === 91) {
        open += openSquare;
      } else if (unit === 41 || unit === 93) {
        if (!open.endsWith(unit === 41 ? openRound : openSquare)) return "brackets do not match";
        open = open.slice(0, -1);
      } else {
        const end = findStringEnd(text, i, place);
        if (end === -1) return "the string is not closed, or holds what strings may not";
        i = end;
      }
      if (open.length > maxNesting) return "nested too deep";
    } else if (kind !== conditionUnit || place !== "condition") {
      return "a character that values may not hold";
    }
    nameStart = -1;
  }
  return open === "" ? undefined : "brackets do not match";
}

/** A name with blanks behind it makes no function for browsers, nor any sense. What another reader makes of it is not tried. */
function findNameBefore(text: string, bracket: number, place: CssPlace): string {
  // In front of the text is no unit: `NaN` compares with nothing.
  let end = bracket;
  while (text.charCodeAt(end - 1) <= 0x20) end--;
  let start = end;
  while (isNameUnit(text.charCodeAt(start - 1))) start--;
  const name = text.slice(start, end);
  if (place === "condition" && isConditionWord(name, text.slice(0, start).trim() === "")) return "";
  // A sign is made of what names are made of: `3 - (1)`.
  return name === "-" ? "" : name;
}

/** `screen and (…)`; the first word may be a container's name. */
function isConditionWord(name: string, first: boolean): boolean {
  const word = name.toLowerCase();
  return conditionWords.has(word) || (first && !urlWords.has(word));
}

function isNameUnit(unit: number): boolean {
  return unit >= 128 || units[unit] === nameUnit;
}

function isAllowedFunction(name: string, place: CssPlace): boolean {
  const key = name.toLowerCase();
  return valueFunctions.has(key) || (place === "condition" && conditionFunctions.has(key));
}

/** Gives the index of the quote that closes the string at `start`; -1 when the string may not be written. */
function findStringEnd(text: string, start: number, place: CssPlace): number {
  if (place === "condition") return -1;
  const quote = text.charCodeAt(start);
  for (let i = start + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === quote) return i;
    // A line break ends a string for CSS, whatever follows.
    if (unit < 0x20 || unit === 0x7f) return -1;
    if (unit === 92) {
      if (place === "inline" || text.charCodeAt(i + 1) < 0x20) return -1;
      i++;
    } else if (unit === 60 && place === "inline") {
      return -1;
    } else if ((unit === 59 || unit === 123 || unit === 125) && place === "inline") {
      return -1;
    }
  }
  return -1;
}
