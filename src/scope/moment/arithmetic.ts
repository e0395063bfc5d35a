import type momentLibrary from "moment";
import { momentTextLength } from "../../policy/moment.ts";
import type { Realm } from "../../runtime/realm.ts";
import { type DurationParts, partsOf, toDuration } from "./duration.ts";
import type { MethodTable, MomentState } from "./state.ts";
import { toUnit } from "./units.ts";
import { isValid, offsetMinutes, toWall, wallTime, writeTime, writeWall } from "./wall.ts";

/**
 * Adds a duration. Months, then days move what the clock shows; what is smaller moves the instant: across a change of
 * the clocks a day later is at the same hour, 24 hours later are not.
 */
export function addParts(realm: Realm, state: MomentState, parts: DurationParts, sign: 1 | -1): void {
  if (!isValid(state)) return;
  const months = roundHalf(parts.months);
  const days = roundHalf(parts.days);
  if (months !== 0) moveWall(realm, state, (wall) => wall.month(wall.month() + months * sign));
  if (days !== 0) moveWall(realm, state, (wall) => wall.date(wall.date() + days * sign));
  if (parts.milliseconds) writeTime(state, state.time + parts.milliseconds * sign);
}

/** Rounds away from zero at halves. NaN, of an invalid duration, moves nothing. */
function roundHalf(value: number): number {
  return Number.isNaN(value) ? 0 : Math.sign(value) * Math.round(Math.abs(value));
}

function moveWall(realm: Realm, state: MomentState, move: (wall: momentLibrary.Moment) => void): void {
  const wall = toWall(realm, state);
  move(wall);
  writeWall(realm, state, wall.valueOf());
}

/** Units whose beginning is read off the calendar; smaller ones are cut from the instant. */
const calendarUnits: ReadonlySet<string> = new Set(["year", "quarter", "month", "week", "isoWeek", "day", "date"]);
const clockUnits: ReadonlyMap<string, number> = new Map([
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
]);

/** Moves to the beginning of a unit. */
export function toStart(realm: Realm, state: MomentState, unit: string | undefined): void {
  if (unit === undefined || unit === "millisecond" || !isValid(state)) return;
  const length = clockUnits.get(unit);
  if (length !== undefined) writeTime(state, state.time - intoUnit(realm, state, unit, length));
  else if (!calendarUnits.has(unit)) state.time = Number.NaN;
  else
    writeWall(
      realm,
      state,
      toWall(realm, state)
        .startOf(unit as momentLibrary.unitOfTime.StartOf)
        .valueOf(),
    );
}

/** Moves to the last millisecond of a unit: the one before the next begins, which matters where midnight is skipped. */
export function toEnd(realm: Realm, state: MomentState, unit: string | undefined): void {
  if (unit === undefined || unit === "millisecond" || !isValid(state)) return;
  const length = clockUnits.get(unit);
  if (length !== undefined) writeTime(state, state.time + length - intoUnit(realm, state, unit, length) - 1);
  else if (!calendarUnits.has(unit)) state.time = Number.NaN;
  else {
    writeWall(
      realm,
      state,
      toWall(realm, state)
        .endOf(unit as momentLibrary.unitOfTime.StartOf)
        .valueOf() + 1,
    );
    writeTime(state, state.time - 1);
  }
}

/** How far into the unit the moment is. Hours follow its clock, in zones half an hour off too. */
function intoUnit(realm: Realm, state: MomentState, unit: string, length: number): number {
  const at =
    state.zone !== "local" ? wallTime(realm, state) : unit === "hour" ? state.time + offsetMinutes(realm, state) * 60_000 : state.time;
  return ((at % length) + length) % length;
}

/** Methods that move a moment; each gives the moment. */
export const arithmeticMethods: MethodTable<MomentState> = {
  add: (realm, state, args, self) => {
    addParts(realm, state, toParts(realm, args), 1);
    return self;
  },
  subtract: (realm, state, args, self) => {
    addParts(realm, state, toParts(realm, args), -1);
    return self;
  },
  startOf: (realm, state, [unit], self) => {
    toStart(realm, state, toUnit(unit));
    return self;
  },
  endOf: (realm, state, [unit], self) => {
    toEnd(realm, state, toUnit(unit));
    return self;
  },
};

/** The library once took unit before amount, and still does. */
function toParts(realm: Realm, [amount, unit]: readonly unknown[]): DurationParts {
  const swapped = typeof unit === "number" || (typeof unit === "string" && unit.length <= momentTextLength && !Number.isNaN(Number(unit)));
  return partsOf((swapped ? toDuration(realm, unit, amount) : toDuration(realm, amount, unit)).real);
}
