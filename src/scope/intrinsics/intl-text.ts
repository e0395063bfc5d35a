import { charge, chargeString } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { getFormatter, readOptions, toLocales } from "./intl-cache.ts";

/** `String.prototype.localeCompare` (ECMA-402 20.1.1), with the realm's locale unless another is given. */
export function compareTexts(realm: Realm, text: string, other: string, locales: unknown, options: unknown): number {
  charge(realm, (text.length + other.length) >>> 3);
  return getFormatter(realm, "Collator", locales, readOptions(realm, "Collator", options)).compare(text, other);
}

/** `toLocaleUpperCase`, `toLocaleLowerCase`: only a few languages (Turkish, Lithuanian …) have rules of their own. */
export function toLocaleCase(realm: Realm, text: string, locales: unknown, to: "upper" | "lower"): string {
  const [tag = realm.locale] = toLocales(realm, locales);
  chargeString(realm, text.length * 3);
  return to === "upper" ? text.toLocaleUpperCase(tag) : text.toLocaleLowerCase(tag);
}
