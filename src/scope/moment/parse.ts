import momentLibrary from "moment";
import { momentFormatCount, momentTextLength } from "../../policy/moment.ts";
import { charge } from "../../runtime/budget.ts";
import { get } from "../../runtime/get.ts";
import { ownKeys } from "../../runtime/keys.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { timeOf } from "../intrinsics/date.ts";
import { parseDate } from "../intrinsics/date-parse.ts";
import { findLocale, localeOf } from "./locale.ts";
import { isReadable, type Reading, type ReadingOptions, readByFormat, readByFormats, readStandard, unreadable } from "./parse-format.ts";
import { isoFormat, rfcFormat } from "./standard-formats.ts";
import { MomentState, momentOf } from "./state.ts";
import { toUnit } from "./units.ts";
import { copyState, toWall, writeTime, writeWall } from "./wall.ts";

/** A moment from what a template gave for one; text is read as in `moment(text)`. */
export function toMoment(realm: Realm, input: unknown): MomentState {
  const known = momentOf(input);
  return known === undefined ? parseMoment(realm, [input], "local").state : copyState(known);
}

/** What was read, and the offset that the text named. */
export interface Parsed {
  readonly state: MomentState;
  readonly offset: number | undefined;
  /** What a list or a record said, where one was read. */
  readonly fields?: readonly number[];
}

/**
 * Reads the arguments of `moment(input, format?, locale?, strict?)`.
 *
 * Only text of at most 100 characters, numbers, and arrays and records of them are looked at; whatever else is given, the
 * moment is invalid, and no value of the template is handed to the library.
 *
 * @param zone Where a text without an offset is meant, and what the moment shows.
 */
export function parseMoment(realm: Realm, args: readonly unknown[], zone: "local" | 0): Parsed {
  const [input, second, third, fourth] = args;
  const format = typeof second === "boolean" ? undefined : second;
  const strict = [fourth, third, second].find((arg) => typeof arg === "boolean");
  const locale = findLocale(Array.isArray(third) ? third.find((tag) => findLocale(tag) !== undefined) : third) ?? localeOf(realm);
  const known = momentOf(input);
  if (known !== undefined) {
    const state = copyState(known);
    if (zone === 0) state.zone = 0;
    return { state, offset: undefined };
  }
  const parsed = parseValue({ realm, locale, strict: strict === true, zone }, input, format);
  const { state, offset, fields } = parsed;
  if (input === null || (input === "" && format === undefined)) {
    // As the library has it: made invalid on purpose, in UTC.
    state.zone = 0;
    state.origin = { input: Number.NaN, format: undefined, locale, strict: undefined, offset, invalidated: { nullInput: true } };
  } else state.origin = { input: isEmpty(input) ? undefined : input, format, locale, strict, offset, fields };
  return parsed;
}

function parseValue(options: ReadingOptions, input: unknown, format: unknown): Parsed {
  const { realm, locale, zone } = options;
  const state = new MomentState(Number.NaN, zone, locale);
  const time = timeOf(input);
  if (time !== undefined) {
    state.time = time;
    return { state, offset: undefined };
  }
  if (format !== undefined && format !== null && format !== "") return fromReading(realm, state, readFormatted(options, input, format));
  return parseBare(options, state, input, format);
}

function parseBare(options: ReadingOptions, state: MomentState, input: unknown, format: unknown): Parsed {
  const { realm } = options;
  if (typeof input === "string") {
    return fromReading(realm, state, input === "" && format === undefined ? unreadable : readText(options, input));
  }
  if (typeof input === "number") writeTime(state, input);
  else if (input === undefined || isEmpty(input)) writeTime(state, realm.now());
  else if (Array.isArray(input) || isRecord(input)) {
    const fields = Array.isArray(input) ? input.slice(0, 7).map(toField) : toFields(realm, input);
    writeFields(realm, state, fields);
    return { state, offset: undefined, fields };
  }
  return { state, offset: undefined };
}

function fromReading(realm: Realm, state: MomentState, reading: Reading): Parsed {
  if (reading.exact) writeTime(state, reading.time);
  else writeWall(realm, state, reading.time);
  return { state, offset: reading.offset };
}

function readFormatted(options: ReadingOptions, input: unknown, format: unknown): Reading {
  const text = typeof input === "number" ? String(input) : input;
  if (typeof text !== "string") return unreadable;
  if (Array.isArray(format)) {
    const formats = format.length > momentFormatCount ? [] : format;
    const readings = formats.map((one) => (typeof one === "string" ? one : one === isoFormat || one === rfcFormat ? one : ""));
    if (readings.every((one) => typeof one === "string")) return readByFormats(options, text, readings as string[]);
    // A standard format among others: the first that reads the text.
    for (const one of readings) {
      const reading = typeof one === "string" ? readByFormat(options, text, one) : readFormatted(options, text, one);
      if (isReadable(reading)) return reading;
    }
    return unreadable;
  }
  if (text.length > momentTextLength) return unreadable;
  if (format === isoFormat) return readStandard(options, text, momentLibrary.ISO_8601);
  if (format === rfcFormat) return readStandard(options, text, momentLibrary.RFC_2822);
  return typeof format === "string" ? readByFormat(options, text, format) : unreadable;
}

/**
 * Reads a text without a format: ISO 8601, RFC 2822, the `/Date(…)/` of old services. Anything else the library hands to
 * the host's `Date`, whose answer depends on engine and zone, with a warning; here the language's own reading of dates
 * answers, in the realm's zone.
 */
function readText(options: ReadingOptions, text: string): Reading {
  if (text.length > momentTextLength) return unreadable;
  const stamp = /^\/?Date\((-?\d+)/i.exec(text);
  if (stamp !== null) return { ...unreadable, time: Number(stamp[1]) };
  const iso = readStandard(options, text, momentLibrary.ISO_8601);
  if (iso.isFinal) return iso;
  const rfc = readStandard(options, text, momentLibrary.RFC_2822);
  if (rfc.isFinal || options.strict) return rfc;
  return { ...unreadable, time: parseDate(options.realm, options.zone === 0 ? `${text} UTC` : text) };
}

function isEmpty(input: unknown): boolean {
  return Array.isArray(input) ? input.length === 0 : isRecord(input) && ownKeys(input).length === 0;
}

/** One field as the library reads it: whole numbers and text that begins with one. */
function toField(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? Math.trunc(value) : Number.NaN;
  return typeof value === "string" && value.length <= momentTextLength ? Number.parseInt(value, 10) : Number.NaN;
}

const fieldUnits: readonly string[] = ["year", "month", "date", "hour", "minute", "second", "millisecond"];

/** Fields of a record by the names of units; leading ones that it lacks are today's. */
function toFields(realm: Realm, record: unknown): readonly number[] {
  const units = new Map<string, number>();
  const keys = ownKeys(record);
  charge(realm, keys.length);
  for (const key of keys) {
    const unit = toUnit(key);
    const value = unit === undefined ? undefined : get(realm, record, key);
    if (unit !== undefined && value !== undefined && value !== null) units.set(unit, toField(value));
  }
  const day = units.get("day");
  if (day !== undefined) units.set("date", day);
  return fieldUnits.map((unit) => units.get(unit) ?? Number.NEGATIVE_INFINITY);
}

/** Sets the clock to year, month, date and so on; `-Infinity` stands for a field that is not given. */
function writeFields(realm: Realm, state: MomentState, fields: readonly number[]): void {
  const today = toWall(realm, new MomentState(realm.now(), state.zone, "en")).toArray();
  const isGiven = (value: number | undefined) => value !== undefined && value !== Number.NEGATIVE_INFINITY;
  const given = fields.findIndex(isGiven);
  const filled = Array.from({ length: 7 }, (_, index) => {
    const value = fields[index];
    if (isGiven(value)) return value as number;
    if (index < 3 && (given < 0 || index < given)) return today[index] as number;
    return index === 2 ? 1 : 0;
  });
  writeWall(realm, state, filled.some(Number.isNaN) ? Number.NaN : momentLibrary.utc(filled).valueOf());
}
