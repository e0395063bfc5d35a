import { type IntlService, intlOptions } from "../../policy/intl-options.ts";
import { charge, chargeFailure } from "../../runtime/budget.ts";
import { get } from "../../runtime/get.ts";
import { toList } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError, throwType } from "../../runtime/throw.ts";

/** Options as the host takes them: known names, primitive values. */
export type IntlOptions = Readonly<Record<string, string | number | boolean>>;

interface Formatters {
  readonly Collator: Intl.Collator;
  readonly DateTimeFormat: Intl.DateTimeFormat;
  readonly DisplayNames: Intl.DisplayNames;
  readonly ListFormat: Intl.ListFormat;
  readonly NumberFormat: Intl.NumberFormat;
  readonly PluralRules: Intl.PluralRules;
  readonly RelativeTimeFormat: Intl.RelativeTimeFormat;
}

const makers: { readonly [Service in IntlService]: (locales: string[], options: IntlOptions) => Formatters[Service] } = {
  Collator: (locales, options) => new Intl.Collator(locales, options as Intl.CollatorOptions),
  DateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options as Intl.DateTimeFormatOptions),
  DisplayNames: (locales, options) => new Intl.DisplayNames(locales, options as unknown as Intl.DisplayNamesOptions),
  ListFormat: (locales, options) => new Intl.ListFormat(locales, options as Intl.ListFormatOptions),
  NumberFormat: (locales, options) => new Intl.NumberFormat(locales, options as Intl.NumberFormatOptions),
  PluralRules: (locales, options) => new Intl.PluralRules(locales, options as Intl.PluralRulesOptions),
  RelativeTimeFormat: (locales, options) => new Intl.RelativeTimeFormat(locales, options as Intl.RelativeTimeFormatOptions),
};

// Making a formatter takes tens of microseconds and tens of kilobytes; using one takes about one microsecond.
const makingCost = 4_000;
const usingCost = 32;
const remembered = 100;
const mostLocales = 10;

/**
 * Gives a formatter, the same one for all cards of a template.
 *
 * Locales that the host does not know fall back to the realm's locale and then to `en-US`, never to the host's own; dates
 * are in the realm's zone unless the options name one.
 *
 * @param locales What the template gave: nothing, a tag, or a list of tags.
 */
export function getFormatter<Service extends IntlService>(
  realm: Realm,
  service: Service,
  locales: unknown,
  options: IntlOptions,
): Formatters[Service] {
  const tags = [...toLocales(realm, locales), realm.locale, "en-US"];
  const zoned = service === "DateTimeFormat" && options.timeZone === undefined ? { ...options, timeZone: realm.timeZone } : options;
  const key = `${service} ${tags.join()} ${JSON.stringify(zoned)}`;
  charge(realm, isPaid(realm, key) ? usingCost : makingCost);
  let formatter = realm.formatters.get(key) as Formatters[Service] | undefined;
  if (formatter === undefined) {
    try {
      formatter = makers[service](tags, zoned);
    } catch (error) {
      // The host tells the kind of mistake by the kind of error; its words stay here.
      if (error instanceof TypeError) return throwType(realm, `an option for Intl.${service} is missing or does not go with another`);
      return throwError(realm, "RangeError", `an option for Intl.${service} is out of range`);
    }
    if (realm.formatters.size < remembered) realm.formatters.set(key, formatter);
  }
  return formatter;
}

/** Each card pays once for each formatter, made for it or for a card before it: what a card costs never depends on others. */
function isPaid(realm: Realm, key: string): boolean {
  let paid = realm.store.get("intl") as Set<string> | undefined;
  if (paid === undefined) realm.store.set("intl", (paid = new Set()));
  if (paid.has(key)) return true;
  if (paid.size < remembered) paid.add(key);
  return false;
}

/** Reads the options of a formatter: known names only, in their order, each once. */
export function readOptions(realm: Realm, service: IntlService, value: unknown): IntlOptions {
  const options: Record<string, string | number | boolean> = {};
  if (value === undefined) return options;
  if (value === null) return throwType(realm, "options can't be null");
  if (typeof value !== "object") return options;
  for (const name of intlOptions[service]) {
    const option = get(realm, value, name);
    if (option === undefined) continue;
    if (typeof option !== "string" && typeof option !== "number" && typeof option !== "boolean") {
      return throwType(realm, `the option \`${name}\` has to be a text, a number or a boolean`);
    }
    options[name] = option;
  }
  return options;
}

/** CanonicalizeLocaleList (ECMA-402 9.2.1). */
export function toLocales(realm: Realm, value: unknown): string[] {
  if (value === undefined) return [];
  const list = typeof value === "string" ? [value] : toList(realm, value);
  if (list.length > mostLocales) throwError(realm, "RangeError", `at most ${mostLocales} locales can be given`);
  for (const tag of list) if (typeof tag !== "string" || tag.length > 100) throwType(realm, "a locale has to be a language tag");
  try {
    return Intl.getCanonicalLocales(list as string[]);
  } catch {
    chargeFailure(realm);
    return throwError(realm, "RangeError", "this is not a language tag");
  }
}
