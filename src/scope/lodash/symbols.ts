import { charge, chargeArray } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";

const beyondPlain = /[\ud800-\udfff]|\u200d|[\u0300-\u036f]|[\ufe20-\ufe2f]|[\u20d0-\u20ff]|[\ufe0e\ufe0f]/;

/** Tells whether a string holds anything that is not one symbol a unit. */
export function hasUnicode(text: string): boolean {
  return beyondPlain.test(text);
}

/**
 * Splits a string into what lodash takes for one symbol: a character with a combining mark, an emoji with its modifier,
 * a flag, and whatever zero-width joiners tie together. (Not the clusters of Unicode's UAX 29.)
 */
export function toSymbols(realm: Realm, text: string): readonly string[] {
  chargeArray(realm, text.length);
  if (!hasUnicode(text)) return text.split("");
  charge(realm, text.length);
  const symbols: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = findSymbolEnd(text, start);
    symbols.push(text.slice(start, end));
    start = end;
  }
  return symbols;
}

function findSymbolEnd(text: string, start: number): number {
  // Two skin tones in a row are two symbols.
  if (isTone(text, start) && isTone(text, start + 2)) return start + 2;
  let end = skipBase(text, start);
  if (end === start + 1 && !isSurrogate(text.charCodeAt(start)) && isMark(text.charCodeAt(end))) end++;
  end = skipModifier(text, end);
  while (text.charCodeAt(end) === 0x200d && end + 1 < text.length) {
    const next = skipBase(text, end + 1);
    if (next === end + 2 && isSurrogate(text.charCodeAt(end + 1))) break;
    end = skipModifier(text, next);
  }
  return end;
}

/** One character, surrogate pair or flag. */
function skipBase(text: string, at: number): number {
  if (isRegional(text, at) && isRegional(text, at + 2)) return at + 4;
  return isPair(text, at) ? at + 2 : at + 1;
}

/** A variation selector, then a mark or a skin tone; each may be missing. */
function skipModifier(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const end = unit === 0xfe0e || unit === 0xfe0f ? at + 1 : at;
  if (isMark(text.charCodeAt(end))) return end + 1;
  return isTone(text, end) ? end + 2 : end;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

function isRegional(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}

function isTone(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 0xd83c && low >= 0xdffb && low <= 0xdfff;
}

function isMark(unit: number): boolean {
  return (unit >= 0x300 && unit <= 0x36f) || (unit >= 0xfe20 && unit <= 0xfe2f) || (unit >= 0x20d0 && unit <= 0x20ff);
}
