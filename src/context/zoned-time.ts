import type { Realm } from "../runtime/realm.ts";

/** The formatters of one locale and zone. */
interface Formatters {
  readonly day: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
  /** For dates without a time: they are the same day everywhere. */
  readonly plainDay: Intl.DateTimeFormat;
}

const formattersKey = "context/date-formatters";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Formats an instant in the card's locale and zone: `Oct 2, 2026 3:04 PM` (`reference/kview.md`, section 2.4). */
export function formatInstant(realm: Realm, milliseconds: number): string {
  if (realm.locale === "en-US" && realm.timeZone === "UTC") {
    const date = new Date(milliseconds);
    const hour = date.getUTCHours();
    const minute = date.getUTCMinutes();
    return `${formatUtcDay(date)} ${hour % 12 || 12}:${minute < 10 ? "0" : ""}${minute} ${hour < 12 ? "AM" : "PM"}`;
  }
  const { day, time } = formattersOf(realm);
  return toPlainBlanks(`${day.format(milliseconds)} ${time.format(milliseconds)}`);
}

/** Formats a day that has no time, given by its midnight in UTC: `Oct 2, 2026`. */
export function formatDay(realm: Realm, milliseconds: number): string {
  if (realm.locale === "en-US") return formatUtcDay(new Date(milliseconds));
  return toPlainBlanks(formattersOf(realm).plainDay.format(milliseconds));
}

/** What `Intl` prints for the default locale in UTC, without making a formatter: that costs more than a whole card. */
function formatUtcDay(date: Date): string {
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}

function formattersOf(realm: Realm): Formatters {
  let formatters = realm.store.get(formattersKey) as Formatters | undefined;
  if (formatters === undefined) {
    const { locale, timeZone } = realm;
    formatters = {
      day: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }),
      time: new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }),
      plainDay: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }),
    };
    realm.store.set(formattersKey, formatters);
  }
  return formatters;
}

/** Newer locale data puts narrow no-break blanks before AM and PM, older ones do not: the same bytes from both. */
function toPlainBlanks(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
