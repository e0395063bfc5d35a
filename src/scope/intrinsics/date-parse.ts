import { charge } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { fromLocal } from "./date-zone.ts";

const longest = 100;
/** Units for reading a text: a pattern, and the fields of a calendar. */
const readingUnits = 12;
const iso = /^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9})\d*)?)?(Z|[+-]\d\d:\d\d)?)?$/;
const months: readonly string[] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Zones that the loose format knows by name, in hours ahead of UTC. */
const zoneHours: ReadonlyMap<string, number> = new Map([
  ["utc", 0],
  ["gmt", 0],
  ["ut", 0],
  ["z", 0],
  ["est", -5],
  ["edt", -4],
  ["cst", -6],
  ["cdt", -5],
  ["mst", -7],
  ["mdt", -6],
  ["pst", -8],
  ["pdt", -7],
]);

/**
 * Reads a date from text: the ISO format (ECMAScript 21.4.1.32), else the loose forms that engines take (`Oct 2, 2026 3:04
 * PM`, `10/02/2026`, what `toString` prints). Written out rather than asked of the host, whose answer for a time without
 * a zone depends on where it runs.
 *
 * @returns Milliseconds since the epoch; NaN for everything else, and for more than 100 characters.
 */
export function parseDate(realm: Realm, text: string): number {
  if (text.length > longest) return Number.NaN;
  charge(realm, readingUnits);
  const found = iso.exec(text);
  return found === null ? parseLoose(realm, text) : parseIso(realm, found);
}

function parseIso(realm: Realm, found: RegExpExecArray): number {
  const [, year, month = "01", date = "01", hour, minute, second = "00", fraction = "", zone] = found;
  if (year === "-000000") return Number.NaN;
  const dateOnly = hour === undefined;
  const fields: Fields = {
    year: Number(year),
    month: Number(month),
    date: Number(date),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second),
    millisecond: Math.trunc(Number(`0.${fraction || "0"}`) * 1_000),
  };
  // A date without a time is UTC, one with a time is local: a rule of the language that surprises everyone.
  return toTime(realm, fields, dateOnly || zone === "Z" ? 0 : zone === undefined ? undefined : toMinutes(zone));
}

interface Fields {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

function toMinutes(zone: string): number {
  const digits = zone.slice(1).replace(":", "");
  return (zone[0] === "-" ? -1 : 1) * (Number(digits.slice(0, -2) || 0) * 60 + Number(digits.slice(-2)));
}

/** @param offset Minutes ahead of UTC; `undefined` for local time. */
function toTime(realm: Realm, fields: Fields, offset: number | undefined): number {
  const { year, month, date, hour, minute, second, millisecond } = fields;
  const midnight = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return Number.NaN;
  if (!((hour <= 23 || midnight) && minute <= 59 && second <= 59)) return Number.NaN;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  const local = at.getTime() + ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond;
  const time = offset === undefined ? fromLocal(realm, local) : local - offset * 60_000;
  return new Date(time).getTime();
}

/** Words and numbers of the loose format; what is in parentheses is a comment. */
const token = /\([^)]*\)?|[A-Za-z]+\.?|\d+|[+-]|[:./,]|\s+|./gs;

class LooseDate {
  readonly numbers: number[] = [];
  readonly clock: number[] = [];
  month: number | undefined = undefined;
  half: "am" | "pm" | undefined = undefined;
  /** Minutes ahead of UTC. */
  zone: number | undefined = undefined;
  millisecond = 0;
}

function parseLoose(realm: Realm, text: string): number {
  const tokens = text.match(token) ?? [];
  const loose = new LooseDate();
  for (let i = 0; i < tokens.length; i++) {
    const used = takeToken(loose, tokens, i);
    if (used === 0) return Number.NaN;
    i += used - 1;
  }
  return resolveLoose(realm, loose);
}

/** Takes what begins at a token; gives how many tokens that were, 0 where it can't be part of a date. */
function takeToken(loose: LooseDate, tokens: readonly string[], at: number): number {
  const text = tokens[at] as string;
  if (/^\d/.test(text)) return takeNumber(loose, tokens, at);
  // A `T` stands between a date and a time, and nowhere else.
  if (/^t$/i.test(text)) return loose.numbers.length > 0 && /^\d/.test(tokens[at + 1] ?? "") ? 1 : 0;
  if (/^[A-Za-z]/.test(text)) return takeWord(loose, text) ? 1 : 0;
  const sign = text === "+" || text === "-";
  if (sign && (loose.clock.length > 0 || loose.zone !== undefined)) return takeOffset(loose, tokens, at);
  if (sign || /^(?:[./,]|\s+|\(.*)$/s.test(text)) return 1;
  return 0;
}

function takeNumber(loose: LooseDate, tokens: readonly string[], at: number): number {
  const value = Number(tokens[at]);
  if (tokens[at + 1] === ":" && loose.clock.length === 0) {
    loose.clock.push(value);
    let next = at + 1;
    while (tokens[next] === ":" && /^\d/.test(tokens[next + 1] ?? "") && loose.clock.length < 3) {
      loose.clock.push(Number(tokens[next + 1]));
      next += 2;
    }
    const parts: number = loose.clock.length;
    if (parts < 2) return 0;
    if (parts === 3 && tokens[next] === "." && /^\d/.test(tokens[next + 1] ?? "")) {
      loose.millisecond = Math.trunc(Number(`0.${tokens[next + 1]}`) * 1_000);
      next += 2;
    }
    return next - at;
  }
  if (loose.numbers.length === 3) return 0;
  loose.numbers.push(value);
  return 1;
}

function takeWord(loose: LooseDate, word: string): boolean {
  const name = word.toLowerCase().replace(".", "");
  if (name === "am" || name === "pm") {
    // Twelve hours on the clock: the half of the day follows a time.
    if (loose.clock.length === 0 && loose.numbers.length === 0) return false;
    loose.half = name;
    return true;
  }
  const zone = zoneHours.get(name);
  if (zone !== undefined && loose.numbers.length > 0) {
    loose.zone = zone * 60;
    return true;
  }
  const month = months.indexOf(name.slice(0, 3));
  if (month >= 0 && name.length >= 3) {
    loose.month = month + 1;
    return true;
  }
  // Names of days, and any word in front of the first number.
  return loose.numbers.length === 0 && loose.clock.length === 0;
}

function takeOffset(loose: LooseDate, tokens: readonly string[], at: number): number {
  const sign = tokens[at] === "-" ? -1 : 1;
  const digits = tokens[at + 1] ?? "";
  if (!/^\d{1,4}$/.test(digits)) return 0;
  let hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  let minutes = Number(digits.length > 2 ? digits.slice(-2) : 0);
  let used = 2;
  if (tokens[at + 2] === ":" && digits.length <= 2 && /^\d\d?$/.test(tokens[at + 3] ?? "")) {
    hours = Number(digits);
    minutes = Number(tokens[at + 3]);
    used = 4;
  }
  loose.zone = sign * (hours * 60 + minutes);
  return used;
}

function resolveLoose(realm: Realm, loose: LooseDate): number {
  const { numbers } = loose;
  if (numbers.length === 0) return Number.NaN;
  const [first = 1, second = 1, third = 1] = numbers;
  const firstIsDay = first >= 1 && first <= 31;
  let year: number;
  let month: number;
  let date: number;
  if (loose.month !== undefined) {
    month = loose.month;
    [date, year] = firstIsDay ? [first, second] : [second, first];
  } else if (!firstIsDay) [year, month, date] = [first, second, third];
  else [month, date, year] = [first, second, third];
  if (year < 50) year += 2_000;
  else if (year < 100) year += 1_900;
  let [hour = 0] = loose.clock;
  const [, minute = 0, seconds = 0] = loose.clock;
  if (loose.half !== undefined) {
    if (!(hour >= 1 && hour <= 12)) return Number.NaN;
    hour = (hour % 12) + (loose.half === "pm" ? 12 : 0);
  }
  return toTime(realm, { year, month, date, hour, minute, second: seconds, millisecond: loose.millisecond }, loose.zone);
}
