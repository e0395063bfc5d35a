import momentLibrary from "moment";
import { momentReadUnits, momentTextLength } from "../../policy/moment.ts";
import { charge } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { parseFormat } from "./format-tokens.ts";
import { MomentState } from "./state.ts";
import { toWall } from "./wall.ts";

/** A date read from text: an instant, or what a clock shows where the text names no zone. */
export interface Reading {
  readonly time: number;
  /** The text named an instant: it held an offset or a timestamp. */
  readonly exact: boolean;
  /** Minutes ahead of UTC that the text named. */
  readonly offset: number | undefined;
  /** How badly the text fits the format: what was left of either. */
  readonly score: number;
}

export const unreadable: Reading = { time: Number.NaN, exact: true, offset: undefined, score: Number.POSITIVE_INFINITY };

/** How a text is read. */
export interface ReadingOptions {
  readonly realm: Realm;
  readonly locale: string;
  readonly strict: boolean;
  /** The zone in which a text without one is meant. */
  readonly zone: "local" | 0;
}

/**
 * Reads a text by a format.
 *
 * The library fills what the text leaves out (the year of "May 5", the day of "10:30", the week of "Monday") from its own
 * clock, in the host's zone. So a text without a year is read twice: once to see what it holds, then with the missing
 * parts of the realm's today in front of it.
 */
export function readByFormat(options: ReadingOptions, text: string, format: string): Reading {
  if (format === "" || text.length > momentTextLength || format.length > momentTextLength) return unreadable;
  // The library takes the beginning of an era from the host's own zone: eras are not read.
  if (parseFormat(format).some(({ token, text: name }) => token && name.startsWith("N"))) return unreadable;
  const first = read(options, text, format);
  const flags = first.parsingFlags();
  const hasParts = flags.parsedDateParts.some((part) => part !== undefined && part !== null);
  // Nothing of the text fits: with today in front of it, it would seem to.
  if (flags.empty || (flags.meridiem && !hasParts)) return { ...unreadable, score: scoreOf(first) };
  const used = usedTokens(format, flags.unusedTokens);
  if (used.has("x") || used.has("X")) return toReading(first, true);
  const missing = missingParts(used, flags.parsedDateParts);
  return missing.format === "" ? toReading(first, isDated(first)) : readWithToday(options, text, format, missing, first);
}

function read(
  { realm, locale, strict }: ReadingOptions,
  text: string,
  format: string | momentLibrary.MomentBuiltinFormat,
): momentLibrary.Moment {
  charge(realm, momentReadUnits);
  return momentLibrary.utc(text, format, locale, strict);
}

/**
 * Reads one of the standard formats, which always hold a year. `isFinal`: the text has that form, be its day there or
 * not, and nothing else may be made of it.
 */
export function readStandard(
  options: ReadingOptions,
  text: string,
  format: momentLibrary.MomentBuiltinFormat,
): Reading & { readonly isFinal: boolean } {
  const real = read(options, text, format);
  const isFinal = real.isValid() || real.parsingFlags().overflow >= 0 || isMismatched(real);
  return { ...toReading(real, isDated(real)), isFinal };
}

/** The text names a day of the week, and another day. The library's types lack this flag. */
function isMismatched(real: momentLibrary.Moment): boolean {
  return Boolean((real.parsingFlags() as { readonly weekdayMismatch?: boolean }).weekdayMismatch);
}

function isKnown(part: unknown): boolean {
  return part !== undefined && part !== null;
}

function isDated(real: momentLibrary.Moment): boolean {
  return tokenOffset(real) !== undefined;
}

/** The offset that the text named. The library keeps it under this name, and shows it nowhere. */
function tokenOffset(real: momentLibrary.Moment): number | undefined {
  return (real as unknown as { readonly _tzm?: number })._tzm;
}

function toReading(real: momentLibrary.Moment, exact: boolean): Reading {
  return { time: real.isValid() ? real.valueOf() : Number.NaN, exact, offset: tokenOffset(real), score: scoreOf(real) };
}

function scoreOf(real: momentLibrary.Moment): number {
  const { charsLeftOver, unusedTokens } = real.parsingFlags();
  return charsLeftOver + unusedTokens.length * 10;
}

function usedTokens(format: string, unused: readonly string[]): ReadonlySet<string> {
  const missed = new Set(unused);
  return new Set(parseFormat(format).flatMap(({ token, text }) => (token && !missed.has(text) ? [text] : [])));
}

function readWithToday(options: ReadingOptions, text: string, format: string, missing: Missing, first: momentLibrary.Moment): Reading {
  const { realm, locale } = options;
  const score = scoreOf(first);
  // A text with an offset is filled from the date in UTC; weeks are always those of the local calendar.
  const zone = missing.week || (options.zone === "local" && !isDated(first)) ? "local" : 0;
  const today = toWall(realm, new MomentState(realm.now(), zone, locale));
  const withDay = (day: momentLibrary.Moment) => read(options, `${day.format(missing.format)} ${text}`, `${missing.format} ${format}`);
  const real = withDay(today);
  if (!isMismatched(real)) return { ...toReading(real, isDated(real)), score };
  // Where the year was filled in, the text's day of the week says nothing about it. Among 28 years each date has each day.
  for (let year = 2000; year < 2028; year++) {
    const other = withDay(momentLibrary.utc([year, today.month()]));
    if (!other.isValid()) continue;
    const offset = tokenOffset(other);
    const fields = momentLibrary.utc(other.valueOf() + (offset ?? 0) * 60_000).toArray();
    const time = momentLibrary.utc([today.year(), ...fields.slice(1)]).valueOf() - (offset ?? 0) * 60_000;
    return { time, exact: offset !== undefined, offset, score };
  }
  return { ...unreadable, score };
}

/** What today has to add to a text, as a format. */
interface Missing {
  readonly format: string;
  readonly week: boolean;
}

/** Finds the leading parts that a text lacks. As in the library, what follows a given part is its first, not today's. */
function missingParts(used: ReadonlySet<string>, parts: readonly unknown[]): Missing {
  const has = (names: string) => names.split(" ").some((name) => used.has(name));
  const [year, month, date] = parts.map(isKnown);
  const dayOfYear = has("DDD DDDo DDDD");
  if (!month && !date && !dayOfYear) {
    if (has("GG GGGG GGGGG W Wo WW E")) return { format: year || has("GG GGGG GGGGG") ? "" : "GGGG", week: true };
    if (has("gg gggg ggggg w wo ww d do dd ddd dddd e")) {
      const weekYear = year || has("gg gggg ggggg") ? "" : "gggg";
      return { format: `${weekYear} ${has("w wo ww") ? "" : "ww"}`.trim(), week: true };
    }
  }
  if (year) return { format: "", week: false };
  if (dayOfYear || month) return { format: "YYYY", week: false };
  return { format: date ? "YYYY MM" : "YYYY MM DD", week: false };
}

/** Whether a reading is a date. */
export function isReadable(reading: Reading): boolean {
  return !Number.isNaN(reading.time);
}

/** As the library chooses: the first format that gives a date, unless a later one fits better. */
export function readByFormats(options: ReadingOptions, text: string, formats: readonly string[]): Reading {
  let best: Reading | undefined;
  let isBestReadable = false;
  for (const format of formats) {
    const reading = readByFormat(options, text, format);
    const better = best === undefined || reading.score < best.score || (!isBestReadable && isReadable(reading));
    if (!better) continue;
    isBestReadable ||= isReadable(reading);
    best = reading;
  }
  return best ?? unreadable;
}
