import type { Realm } from "../runtime/realm.ts";
import { rememberFormatter } from "./formatters.ts";

/** Reads a number, or text that is nothing but one; data hold both. */
export function readNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && numeral.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

const numeral = /^-?\d{1,15}(\.\d{1,15})?$/;
const currencyCode = /^[A-Za-z]{3}$/;

/**
 * Formats an amount of a currency in the card's locale: `€1,240.00`. What is no ISO 4217 code stands behind the number.
 *
 * @param minor Whether the amount counts the currency's smallest unit, as payment systems do.
 */
export function formatMoney(realm: Realm, amount: number, currency: string | undefined, minor: boolean): string {
  if (currency === undefined || !currencyCode.test(currency)) {
    const named = currency !== undefined && currency !== "";
    const text = formatNumber(realm, minor ? amount / 100 : amount, named ? undefined : 2);
    return named ? `${text} ${currency}` : text;
  }
  const code = currency.toUpperCase();
  const formatter = rememberFormatter(realm, `context/money ${realm.locale} ${code}`, () => {
    return new Intl.NumberFormat(realm.locale, { style: "currency", currency: code });
  });
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2;
  return toOneBlank(formatter.format(minor ? amount / 10 ** digits : amount));
}

/** Formats a number in the card's locale, with so many digits behind the point. */
export function formatNumber(realm: Realm, value: number, digits: number | undefined): string {
  const options = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const key = `context/number ${realm.locale} ${digits}`;
  return toOneBlank(rememberFormatter(realm, key, () => new Intl.NumberFormat(realm.locale, options)).format(value));
}

/** Formats a share of one as whole percents: `40%`, `40 %`. */
export function formatPercent(realm: Realm, share: number): string {
  const key = `context/percent ${realm.locale}`;
  return toOneBlank(rememberFormatter(realm, key, () => new Intl.NumberFormat(realm.locale, { style: "percent" })).format(share));
}

/** Newer locale data puts narrow no-break blanks where older ones put wide ones: the same bytes from both. */
function toOneBlank(text: string): string {
  return text.replace(/\u202f/g, "\u00a0");
}
