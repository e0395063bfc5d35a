import type { Realm } from "../runtime/realm.ts";
import type { ReadDate } from "./format-date.ts";
import { rememberFormatter } from "./formatters.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Up to which distance a unit is used, and how long it is. */
const units: ReadonlyArray<readonly [below: number, unit: Intl.RelativeTimeFormatUnit, length: number]> = [
  [45 * minute, "minute", minute],
  [22 * hour, "hour", hour],
  [26 * day, "day", day],
  [320 * day, "month", 30.44 * day],
  [Number.POSITIVE_INFINITY, "year", 365.25 * day],
];

/** Formats a date by its distance from the card's now, in the card's locale: `3 hours ago`, `yesterday`, `in 2 months`. */
export function formatRelative(realm: Realm, { milliseconds, plainDay }: ReadDate): string {
  const distance = milliseconds - (plainDay ? toDay(realm, realm.now()) : realm.now());
  const size = Math.abs(distance);
  const formatter = rememberFormatter(
    realm,
    `context/relative ${realm.locale}`,
    () => new Intl.RelativeTimeFormat(realm.locale, { numeric: "auto" }),
  );
  // "this minute" is what the formatter has for less; "now" is what one says.
  if (!plainDay && size < 45_000) return formatter.format(0, "second");
  if (plainDay && size < 26 * day) return formatter.format(Math.round(distance / day), "day");
  const [, unit, length] = units.find(([below]) => size < below) ?? (units.at(-1) as (typeof units)[number]);
  if (unit === "day") {
    // "Yesterday" is a day of the calendar, not 24 hours: 27 hours before half past midnight was the day before it.
    const days = Math.round((toDay(realm, milliseconds) - toDay(realm, realm.now())) / day);
    return days === 0 ? formatter.format(Math.round(distance / hour), "hour") : formatter.format(days, unit);
  }
  const count = Math.round(size / length) || 1;
  return formatter.format(distance < 0 ? -count : count, unit);
}

/** Midnight, in UTC, of the day that an instant falls on in the card's zone. */
function toDay(realm: Realm, milliseconds: number): number {
  const { timeZone } = realm;
  const formatter = rememberFormatter(realm, `context/today ${timeZone}`, () => {
    return new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "numeric", day: "numeric" });
  });
  const parts = new Map(formatter.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.get("year") ?? 0, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1);
}
