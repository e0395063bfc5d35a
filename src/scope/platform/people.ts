import { formatValue } from "../../context/format-value.ts";
import { toMaskedText } from "../../context/masked.ts";
import { formatPolarity } from "../../context/viewer-words.ts";
import type { Implementation } from "../../runtime/handles.ts";
import { isRecord } from "../../runtime/record.ts";
import { toWord } from "./shown.ts";

/** A name for an attribute: of text or of a record; nothing for markup. */
export const word: Implementation = (realm, _self, [value]) => toWord(realm, value);

/** The first letters of the first and the last word of a name, a dot for a masked one. */
export const initials: Implementation = (realm, _self, [value]) => {
  if (toMaskedText(value) !== undefined) return "•";
  const words = (toWord(realm, value) ?? "")
    .slice(0, 200)
    .split(/[\s,;()]+/u)
    .filter((part) => /^[\p{L}\p{N}]/u.test(part));
  const letters = words.length < 2 ? words : [words[0], words.at(-1)];
  return letters.map((part) => String.fromCodePoint(part?.codePointAt(0) ?? 0).toUpperCase()).join("");
};

/** One of eight colours, always the same for a name. */
export const shade: Implementation = (realm, _self, [value]) => {
  let hash = 7;
  for (const unit of (toWord(realm, value) ?? "").slice(0, 200)) hash = (hash * 31 + (unit.codePointAt(0) ?? 0)) % 65_521;
  return (hash % 8) + 1;
};

/** Which way a sentiment points: a number, its word, or a record that holds one as `polarity`; nothing for other values. */
export const polarity: Implementation = (_realm, _self, [value]) => {
  const held = toHeld(value);
  if (typeof held === "number") return held > 0 ? "positive" : held < 0 ? "negative" : held === 0 ? "neutral" : undefined;
  const text = typeof held === "string" && held.length <= 8 ? held.toLowerCase() : undefined;
  return text !== undefined && Object.hasOwn(signs, text) ? text : undefined;
};

const signs: Readonly<Record<string, number>> = { positive: 1, neutral: 0, negative: -1 };

/** A sentiment in a word of the viewer's language; another value is shown as it is. */
export const mood: Implementation = (realm, self, [value]) => {
  const word = polarity(realm, self, [value]);
  const sign = typeof word === "string" ? signs[word] : undefined;
  return sign === undefined ? formatValue(realm, toHeld(value), undefined) : formatPolarity(realm, sign);
};

function toHeld(value: unknown): unknown {
  return isRecord(value) && toMaskedText(value) === undefined && "polarity" in value ? value.polarity : value;
}
