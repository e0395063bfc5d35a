import momentLibrary from "moment";
import { momentTextLength } from "../../policy/moment.ts";
import { chargeArray } from "../../runtime/budget.ts";
import { get } from "../../runtime/get.ts";
import { Opaque } from "../../runtime/handles.ts";
import { hasOwn, ownKeys } from "../../runtime/keys.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { timeOf } from "../intrinsics/date.ts";
import { measureBetween } from "./difference.ts";
import { localeOf } from "./locale.ts";
import { toMoment } from "./parse.ts";
import { DurationState, durationOf, momentOf } from "./state.ts";
import { toUnit } from "./units.ts";

/** A duration in the three parts that calendars keep apart: months differ in days, days in hours. */
export interface DurationParts {
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

/** The library's names for these parts; there is no public way to ask for them unmixed. */
interface Internals {
  readonly _months: number;
  readonly _days: number;
  readonly _milliseconds: number;
}

export function partsOf(duration: momentLibrary.Duration): DurationParts {
  const { _months: months, _days: days, _milliseconds: milliseconds } = duration as unknown as Internals;
  return { months, days, milliseconds };
}

/** Makes the library's duration from parts, in a locale that is told and not the page's. */
export function fromParts(parts: Partial<DurationParts>, locale: string): momentLibrary.Duration {
  return momentLibrary.duration({ ...parts }).locale(locale);
}

/**
 * Reads a duration: a number (of a unit, else milliseconds), text (`"P1DT2H"`, `"1.02:30:00"`, a number), a record of
 * units, a record `{ from, to }`, another duration. Everything else is no time at all, as in the library.
 */
export function toDuration(realm: Realm, input: unknown, unit: unknown): DurationState {
  const locale = localeOf(realm);
  const known = durationOf(input);
  if (known !== undefined) return new DurationState(known.real.clone().locale(known.real.locale()));
  const amount = toAmount(input);
  if (amount !== undefined) return new DurationState(fromAmount(amount, unit).locale(locale));
  if (typeof input === "string") {
    return new DurationState(momentLibrary.duration(input.length > momentTextLength ? 0 : input).locale(locale));
  }
  if (!isRecord(input)) return new DurationState(momentLibrary.duration(0).locale(locale));
  if (hasOwn(input, "from") || hasOwn(input, "to")) {
    const [from, to] = [toMoment(realm, input.from), toMoment(realm, input.to)];
    return new DurationState(fromParts(measureBetween(realm, from, to), locale));
  }
  return new DurationState(fromUnits(realm, input).locale(locale));
}

/** What counts as a number: also numeric text, booleans, null, dates and moments. */
function toAmount(input: unknown): number | undefined {
  if (typeof input === "number") return input;
  if (typeof input === "boolean" || input === null) return Number(input);
  if (typeof input === "string") return input.length > momentTextLength || Number.isNaN(Number(input)) ? undefined : Number(input);
  if (!(input instanceof Opaque)) return undefined;
  const time = timeOf(input) ?? momentOf(input)?.time;
  return time === undefined || Number.isNaN(time) ? undefined : time;
}

function fromAmount(amount: number, unit: unknown): momentLibrary.Duration {
  if (unit === undefined || unit === null || unit === "") return momentLibrary.duration(amount);
  const name = toUnit(unit);
  // A unit that is none: no time, as the library has it.
  return name === undefined ? momentLibrary.duration(0) : momentLibrary.duration({ [name]: amount });
}

/** Takes the known units of a record and nothing else; the library gets a new object of numbers. */
function fromUnits(realm: Realm, record: unknown): momentLibrary.Duration {
  const units = new Map<string, number | undefined>();
  const keys = ownKeys(record);
  chargeArray(realm, keys.length);
  for (const key of keys) {
    const unit = toUnit(key);
    if (unit !== undefined) units.set(unit, toCount(get(realm, record, key)));
  }
  return momentLibrary.duration(Object.fromEntries(units));
}

function toCount(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return value.length > momentTextLength ? Number.NaN : Number(value);
  return typeof value === "number" || typeof value === "boolean" ? Number(value) : Number.NaN;
}
