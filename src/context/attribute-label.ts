import { toAttributeKind } from "./attribute-kind.ts";

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
  const own = last.replace(appPrefix, "");
  const kind = toAttributeKind(own);
  const stem = kind === undefined || kind.length === own.length ? own : own.slice(0, -kind.length);
  const words = toTitle(stem);
  return kind === "Id" && stem !== own ? `${words} ID` : words;
}

// `@` and the app's identifier, which is lower-case and ends where the UpperCamel name begins.
const appPrefix = /^@[^A-Z]*(?=[A-Z])/;

/** Splits a name in camel, snake or kebab case into capitalised words: `orderTotal`, `order_total` are "Order Total". */
export function toTitle(name: string): string {
  return name
    .replace(/[_\-\s]+/g, " ")
    .replace(/([a-z0-9])(?=[A-Z])/g, "$1 ")
    .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1 ")
    .replace(/([A-Za-z])(?=[0-9])/g, "$1 ")
    .trim()
    .replace(/(^| )([a-z])/g, (_, blank: string, letter: string) => blank + letter.toUpperCase());
}
