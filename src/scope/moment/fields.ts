import type momentLibrary from "moment";
import { momentTextLength } from "../../policy/moment.ts";
import { charge } from "../../runtime/budget.ts";
import { get } from "../../runtime/get.ts";
import { ownKeys } from "../../runtime/keys.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import type { Method, MethodTable, MomentState } from "./state.ts";
import { sortUnits, toUnit } from "./units.ts";
import { isValid, toWall, writeWall } from "./wall.ts";

/** The library's accessors: read without an argument, write with one. Unit, other names. */
type Field =
  | "year"
  | "quarter"
  | "month"
  | "week"
  | "isoWeek"
  | "weekYear"
  | "isoWeekYear"
  | "day"
  | "date"
  | "dayOfYear"
  | "weekday"
  | "isoWeekday"
  | "hour"
  | "minute"
  | "second"
  | "millisecond";

const plurals: ReadonlyMap<string, Field> = new Map([
  ["years", "year"],
  ["quarters", "quarter"],
  ["months", "month"],
  ["weeks", "week"],
  ["isoWeeks", "isoWeek"],
  ["days", "day"],
  ["dates", "date"],
  ["hours", "hour"],
  ["minutes", "minute"],
  ["seconds", "second"],
  ["milliseconds", "millisecond"],
]);

/** Fields that are written by adding days: writing what is there already moves nothing, not even off a doubled hour. */
const movedByDays: ReadonlySet<string> = new Set<Field>(["week", "isoWeek", "day", "dayOfYear", "weekday", "isoWeekday"]);
const writtenAlways: readonly Field[] = [
  "year",
  "quarter",
  "month",
  "weekYear",
  "isoWeekYear",
  "date",
  "hour",
  "minute",
  "second",
  "millisecond",
];
const fields: ReadonlySet<string> = new Set<string>([...movedByDays, ...writtenAlways]);

type Accessor = (this: momentLibrary.Moment, value?: number | string) => unknown;

function readField(realm: Realm, state: MomentState, field: string): unknown {
  const wall = toWall(realm, state);
  return (wall[field as Field] as Accessor).call(wall);
}

/** Writes one field. Names of days and months are read in the moment's locale. */
function writeField(realm: Realm, state: MomentState, field: string, value: unknown): void {
  const given = toValue(realm, field, value);
  if (!isValid(state)) return;
  const wall = toWall(realm, state);
  const before = wall.valueOf();
  (wall[field as Field] as Accessor).call(wall, given);
  const after = wall.valueOf();
  if (after !== before || !movedByDays.has(field)) writeWall(realm, state, after);
}

/** Primitives only: the library would ask an object for its number or text. */
function toValue(realm: Realm, field: string, value: unknown): number | string {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string" && value.length <= momentTextLength) return value;
  return throwType(realm, `\`${field}\` of a moment has to be a number or a short text`);
}

function toAccessor(field: string): Method<MomentState> {
  return (realm, state, [value], self) => {
    if (value === undefined || value === null) return readField(realm, state, field);
    writeField(realm, state, field, value);
    return self;
  };
}

/** What the calendar says of the moment's month and year. The library's types lack one of them. */
const calendarFacts = ["daysInMonth", "isLeapYear", "weeksInYear", "weeksInWeekYear", "isoWeeksInYear", "isoWeeksInISOWeekYear"] as const;

function toFact(fact: (typeof calendarFacts)[number]): Method<MomentState> {
  return (realm, state) => {
    const wall = toWall(realm, state);
    return (wall as unknown as Readonly<Record<typeof fact, Accessor>>)[fact].call(wall);
  };
}

/** Getters and setters of every unit, and what the calendar says of the moment's month and year. */
export const fieldMethods: MethodTable<MomentState> = {
  ...Object.fromEntries([...fields].map((field) => [field, toAccessor(field)])),
  ...Object.fromEntries([...plurals].map(([plural, field]) => [plural, toAccessor(field)])),
  get: (realm, state, [name], self) => {
    const unit = toUnit(name);
    return unit === undefined ? self : readField(realm, state, unit);
  },
  set: (realm, state, [name, value], self) => {
    if (isRecord(name)) {
      const units = new Map<string, unknown>();
      const keys = ownKeys(name);
      charge(realm, keys.length * 20);
      for (const key of keys) {
        const unit = toUnit(key);
        if (unit !== undefined) units.set(unit, get(realm, name, key));
      }
      for (const [unit, given] of sortUnits(units)) if (given !== undefined && given !== null) writeField(realm, state, unit, given);
      return self;
    }
    const unit = toUnit(name);
    if (unit === undefined) return self;
    return toAccessor(unit)(realm, state, [value], self);
  },
  ...Object.fromEntries(calendarFacts.map((fact) => [fact, toFact(fact)])),
};
