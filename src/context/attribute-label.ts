import { toAttributeKind } from "../policy/attribute-kind.ts";

/** Longer names are cut: a label is a few words, and a template may choose the name. */
const longestName = 200;

/**
 * Derives a label from an attribute's name, for attributes that no klass gives a display name: without the app's prefix
 * and the type's suffix, split into words. `@acmeordLoyaltyTierStr` is "Loyalty Tier". An id keeps its suffix as the
 * word "ID", since what is left of `externalId` says something else.
 */
export function toAttributeLabel(field: string): string {
  const name = field.length > longestName ? field.slice(0, longestName) : field;
  const last = name.slice(name.lastIndexOf(".") + 1);
  const own = last.startsWith("@") ? last.replace(appPrefix, "") : last;
  const kind = toAttributeKind(own);
  const stem = kind === undefined || kind.length === own.length ? own : own.slice(0, -kind.length);
  const words = toTitle(stem);
  return kind === "Id" && stem !== own ? `${words} ID` : words;
}

// `@` and the app's identifier, which is lower-case and ends where the UpperCamel name begins.
const appPrefix = /^@[^A-Z]*(?=[A-Z])/;

/**
 * Splits a name in camel, snake or kebab case into capitalised words: `orderTotal`, `order_total` are "Order Total". By
 * hand, since every attribute of every card comes by here and five patterns cost as much as the rest of the card.
 */
export function toTitle(name: string): string {
  let title = "";
  let start = 0;
  for (let at = 0; at <= name.length; at++) {
    const unit = at === name.length ? blank : name.charCodeAt(at);
    const ends = isBlank(unit);
    if (!ends && !(at > start && beginsWord(name.charCodeAt(at - 1), unit, name.charCodeAt(at + 1)))) continue;
    if (at > start) title += (title === "" ? "" : " ") + capitalise(name.slice(start, at));
    start = ends ? at + 1 : at;
  }
  return title;
}

const blank = 32;
const underscore = 95;
const dash = 45;

const isBlank = (unit: number) => unit === blank || unit === underscore || unit === dash || (unit >= 9 && unit <= 13);
const isUpper = (unit: number) => unit >= 65 && unit <= 90;
const isLower = (unit: number) => unit >= 97 && unit <= 122;
const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** `aB`, `1B`, `ABc` before the B, `a1`. */
function beginsWord(last: number, unit: number, next: number): boolean {
  if (isDigit(unit)) return isUpper(last) || isLower(last);
  return isUpper(unit) && (isLower(last) || isDigit(last) || (isUpper(last) && isLower(next)));
}

function capitalise(word: string): string {
  return isLower(word.charCodeAt(0)) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
