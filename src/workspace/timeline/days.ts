import { rememberFormatter } from "../../context/formatters.ts";
import type { Formatter } from "../formatter.ts";
import type { WorkspaceWords } from "../words.ts";

const day = 86_400_000;

/** The days that a timeline is grouped by: those of the calendar in the viewer's zone. */
export class Days {
  readonly #formatter: Formatter;
  readonly #words: WorkspaceWords;

  constructor(formatter: Formatter, words: WorkspaceWords) {
    this.#formatter = formatter;
    this.#words = words;
  }

  /** Numbers the day that an instant falls on: days since 1970, the same for all instants of one day. */
  dayOf(at: number): number {
    const { realm } = this.#formatter;
    if (realm.timeZone === "UTC") return Math.floor(at / day);
    const { timeZone } = realm;
    const formatter = rememberFormatter(
      realm,
      `workspace/numbers ${timeZone}`,
      () => new Intl.DateTimeFormat("en-US", { timeZone, calendar: "gregory", year: "numeric", month: "numeric", day: "numeric" }),
    );
    const [month, date, year] = formatter.format(at).split("/").map(Number) as [number, number, number];
    return new Date(0).setUTCFullYear(year, month - 1, date) / day;
  }

  /** Names a day: "Today", "Yesterday", else in full; the year stands only where it is not now's. */
  nameOf(number: number): string {
    const { realm } = this.#formatter;
    const today = this.dayOf(realm.now());
    const near = this.#nameNear(number - today);
    if (near !== undefined) return near;
    const year = yearOf(number) === yearOf(today) ? undefined : "numeric";
    const formatter = rememberFormatter(
      realm,
      `workspace/day ${year} ${realm.locale}`,
      () => new Intl.DateTimeFormat(realm.locale, { timeZone: "UTC", weekday: "long", year, month: "long", day: "numeric" }),
    );
    return toTitleCase(formatter.format(number * day), realm.locale);
  }

  #nameNear(distance: number): string | undefined {
    const { today, yesterday, tomorrow } = this.#words;
    const { realm } = this.#formatter;
    if (Math.abs(distance) > 1) return undefined;
    const word = distance === 0 ? today : distance < 0 ? yesterday : tomorrow;
    if (word !== undefined) return word;
    const formatter = rememberFormatter(
      realm,
      `workspace/near ${realm.locale}`,
      () => new Intl.RelativeTimeFormat(realm.locale, { numeric: "auto" }),
    );
    return toTitleCase(formatter.format(distance, "day"), realm.locale);
  }
}

function yearOf(number: number): number {
  return new Date(number * day).getUTCFullYear();
}

/** A heading begins with a capital in every script that has them. */
function toTitleCase(text: string, locale: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
