import type { Realm } from "../runtime/realm.ts";

/** The formatters of a card, by their keys in `realm.store`. A plain day has no time, so no zone moves it. */
const styles = {
  "context/day": (timeZone) => ({ dateStyle: "medium", timeZone }),
  "context/time": (timeZone) => ({ timeStyle: "short", timeZone }),
  "context/plain-day": () => ({ dateStyle: "medium", timeZone: "UTC" }),
} as const satisfies Record<string, (timeZone: string) => Intl.DateTimeFormatOptions>;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Before it years are counted backwards, which a template's own dates may reach. */
const yearOne = -62_135_596_800_000;

/** Formats an instant in the card's locale and zone: `Oct 2, 2026 3:04 PM` (`reference/kview.md`, section 2.4). */
export function formatInstant(realm: Realm, milliseconds: number): string {
  if (realm.locale === "en-US" && realm.timeZone === "UTC" && milliseconds >= yearOne) {
    const date = new Date(milliseconds);
    return `${formatUtcDay(date)} ${formatUtcTime(date)}`;
  }
  const day = formatterOf(realm, "context/day").format(milliseconds);
  return toPlainBlanks(`${day} ${formatterOf(realm, "context/time").format(milliseconds)}`);
}

/** Formats the time of day in the card's locale and zone: `3:04 PM`. */
export function formatTime(realm: Realm, milliseconds: number): string {
  if (realm.locale === "en-US" && realm.timeZone === "UTC") return formatUtcTime(new Date(milliseconds));
  return toPlainBlanks(formatterOf(realm, "context/time").format(milliseconds));
}

/** Formats a day that has no time, given by its midnight in UTC: `Oct 2, 2026`. */
export function formatDay(realm: Realm, milliseconds: number): string {
  if (realm.locale === "en-US") return formatUtcDay(new Date(milliseconds));
  return toPlainBlanks(formatterOf(realm, "context/plain-day").format(milliseconds));
}

/** What `Intl` prints for the default locale in UTC, without making a formatter: that costs more than a whole card. */
function formatUtcDay(date: Date): string {
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}

function formatUtcTime(date: Date): string {
  const hour = date.getUTCHours();
  const minute = date.getUTCMinutes();
  return `${hour % 12 || 12}:${minute < 10 ? "0" : ""}${minute} ${hour < 12 ? "AM" : "PM"}`;
}

/** Gives a formatter, made once a template and only when needed: making one costs more than rendering the card. */
function formatterOf(realm: Realm, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${style} ${realm.locale} ${realm.timeZone}`;
  let formatter = realm.formatters.get(key) as Intl.DateTimeFormat | undefined;
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(realm.locale, styles[style](realm.timeZone));
    realm.formatters.set(key, formatter);
  }
  return formatter;
}

/** Newer locale data puts narrow no-break blanks before AM and PM, older ones do not: the same bytes from both. */
function toPlainBlanks(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
