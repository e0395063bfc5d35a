import type { Realm } from "../../runtime/realm.ts";
import { toEnd, toStart } from "./arithmetic.ts";
import { toMoment } from "./parse.ts";
import type { MethodTable, MomentState } from "./state.ts";
import { toUnit } from "./units.ts";
import { copyState, isValid } from "./wall.ts";

/** First and last instant of the unit that a moment is in; without a unit, the moment itself. */
function boundsOf(realm: Realm, state: MomentState, unit: unknown): readonly [start: number, end: number] {
  const name = toUnit(unit) ?? "millisecond";
  const start = copyState(state);
  const end = copyState(state);
  toStart(realm, start, name);
  toEnd(realm, end, name);
  return [start.time, end.time];
}

function isAfter(realm: Realm, state: MomentState, other: MomentState, unit: unknown): boolean {
  return isValid(state) && isValid(other) && other.time < boundsOf(realm, state, unit)[0];
}

function isBefore(realm: Realm, state: MomentState, other: MomentState, unit: unknown): boolean {
  return isValid(state) && isValid(other) && boundsOf(realm, state, unit)[1] < other.time;
}

function isSame(realm: Realm, state: MomentState, other: MomentState, unit: unknown): boolean {
  if (!isValid(state) || !isValid(other)) return false;
  const [start, end] = boundsOf(realm, state, unit);
  return start <= other.time && other.time <= end;
}

/** Comparisons, exact or within a unit. What can't be read as a moment is neither before nor after. */
export const compareMethods: MethodTable<MomentState> = {
  isAfter: (realm, state, [other, unit]) => isAfter(realm, state, toMoment(realm, other), unit),
  isBefore: (realm, state, [other, unit]) => isBefore(realm, state, toMoment(realm, other), unit),
  isSame: (realm, state, [other, unit]) => isSame(realm, state, toMoment(realm, other), unit),
  isSameOrAfter: (realm, state, [other, unit]) => {
    const that = toMoment(realm, other);
    return isSame(realm, state, that, unit) || isAfter(realm, state, that, unit);
  },
  isSameOrBefore: (realm, state, [other, unit]) => {
    const that = toMoment(realm, other);
    return isSame(realm, state, that, unit) || isBefore(realm, state, that, unit);
  },
  isBetween: (realm, state, [from, to, unit, inclusivity]) => {
    const [start, end] = [toMoment(realm, from), toMoment(realm, to)];
    if (!isValid(state) || !isValid(start) || !isValid(end)) return false;
    const edges = typeof inclusivity === "string" && inclusivity !== "" ? inclusivity : "()";
    const afterStart = edges[0] === "(" ? isAfter(realm, state, start, unit) : !isBefore(realm, state, start, unit);
    return afterStart && (edges[1] === ")" ? isBefore(realm, state, end, unit) : !isAfter(realm, state, end, unit));
  },
};
