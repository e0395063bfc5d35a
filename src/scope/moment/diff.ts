import type { Realm } from "../../runtime/realm.ts";
import { addMonths, monthsOf, onClockOf } from "./difference.ts";
import { toMoment } from "./parse.ts";
import type { MethodTable, MomentState } from "./state.ts";
import { toUnit } from "./units.ts";
import { isValid, offsetMinutes, toWall } from "./wall.ts";

/** Milliseconds of units that are always as long. */
const lengths: ReadonlyMap<string, number> = new Map([
  ["second", 1_000],
  ["minute", 60_000],
  ["hour", 3_600_000],
]);
/** Milliseconds of units that are so long on the clock, though not between instants. */
const clockLengths: ReadonlyMap<string, number> = new Map([
  ["day", 86_400_000],
  ["week", 604_800_000],
]);
const months: ReadonlyMap<string, number> = new Map([
  ["year", 12],
  ["quarter", 3],
  ["month", 1],
]);

/** How far `state` is after `other`, in a unit, fractions included. */
export function diffExactly(realm: Realm, state: MomentState, other: MomentState, unit: string | undefined): number {
  if (!isValid(state) || !isValid(other)) return Number.NaN;
  const that = onClockOf(other, state);
  const between = state.time - that.time;
  const name = unit ?? "millisecond";
  const clock = clockLengths.get(name);
  if (clock !== undefined) {
    // Days are counted on the clock: one of 23 hours is a day.
    const shift = (offsetMinutes(realm, that) - offsetMinutes(realm, state)) * 60_000;
    return (between - shift) / clock;
  }
  const count = months.get(name);
  return count === undefined ? between / (lengths.get(name) ?? 1) : diffMonths(realm, state, that) / count;
}

/** Whole months, and where between the nearest two the rest lies. */
function diffMonths(realm: Realm, from: MomentState, to: MomentState): number {
  if (toWall(realm, from).date() < toWall(realm, to).date()) return -diffMonths(realm, to, from);
  const whole = monthsOf(realm, to) - monthsOf(realm, from);
  const anchor = addMonths(realm, from, whole).time;
  const isBefore = to.time < anchor;
  const next = addMonths(realm, from, isBefore ? whole - 1 : whole + 1).time;
  const rest = (to.time - anchor) / (isBefore ? anchor - next : next - anchor);
  return -(whole + rest) || 0;
}

/** `diff`. */
export const diffMethods: MethodTable<MomentState> = {
  diff: (realm, state, [other, unit, exactly]) => {
    const result = diffExactly(realm, state, toMoment(realm, other), toUnit(unit));
    return exactly ? result : Math.trunc(result) || 0 * result;
  },
};
