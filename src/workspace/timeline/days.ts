import { rememberFormatter } from "../../context/formatters.ts";
import { dayLength, type Formatter } from "../formatter.ts";
import type { WorkspaceWords } from "../words.ts";

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
    return this.#formatter.dayOf(at);
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
    return toTitleCase(formatter.format(number * dayLength), realm.locale);
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
  return new Date(number * dayLength).getUTCFullYear();
}

/** A heading begins with a capital in every script that has them. */
function toTitleCase(text: string, locale: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
