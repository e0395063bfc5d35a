import { formatMoney, formatNumber, formatPercent, readNumber } from "../../context/format-number.ts";
import { formatValue } from "../../context/format-value.ts";
import { toMaskedText } from "../../context/masked.ts";
import type { Implementation } from "../../runtime/handles.ts";
import { isRecord } from "../../runtime/record.ts";
import { toWord } from "./shown.ts";

/** An amount with its currency, of two values or of a record of both; what is no amount is shown as it is. */
export const money: Implementation = (realm, _self, [value, unit, minor]) => {
  const both = isRecord(value) && toMaskedText(value) === undefined;
  const amount = both ? (value.amount ?? value.value) : value;
  const currency = unit ?? (both ? (value.currency ?? value.currencyCode) : undefined);
  const number = readNumber(amount);
  if (number === undefined) return formatValue(realm, amount, undefined);
  return formatMoney(realm, number, toWord(realm, currency)?.slice(0, 20), minor === true);
};

/** A count for a badge: in the card's locale, `99+` above the most that is counted. */
export const count: Implementation = (realm, _self, [value, max]) => {
  const number = readNumber(value);
  if (number === undefined) return formatValue(realm, value, undefined);
  const most = readNumber(max) ?? 99;
  return number > most ? `${formatNumber(realm, most, undefined)}+` : formatNumber(realm, number, undefined);
};

/** How much of `max` a value is, in percent from 0 to 100; nothing for what is no number. */
export const share: Implementation = (_realm, _self, [value, max]) => toShare(value, max)?.toFixed(1).replace(/\.0$/, "");

/** The same for people: `40%`; a value that is no number is shown as it is. */
export const percent: Implementation = (realm, _self, [value, max]) => {
  const part = toShare(value, max);
  return part === undefined ? formatValue(realm, value, undefined) : formatPercent(realm, part / 100);
};

function toShare(value: unknown, max: unknown): number | undefined {
  const number = readNumber(value);
  const most = max === undefined || max === null ? 100 : readNumber(max);
  if (number === undefined || most === undefined || most <= 0) return undefined;
  return Math.min(100, Math.max(0, (number / most) * 100));
}
