import type { Realm } from "../../runtime/realm.ts";
import type { MomentState } from "./state.ts";
import { copyState, isValid, toWall, writeWall } from "./wall.ts";

/** Moves by whole months what the clock shows. */
export function addMonths(realm: Realm, state: MomentState, months: number): MomentState {
  const moved = copyState(state);
  if (months === 0) return moved;
  const wall = toWall(realm, moved);
  wall.month(wall.month() + months);
  writeWall(realm, moved, wall.valueOf());
  return moved;
}

/** Gives a moment that is the same instant as one, on the clock of another. */
export function onClockOf(state: MomentState, model: MomentState): MomentState {
  const moved = copyState(state);
  moved.zone = model.zone;
  return moved;
}

/** Whole months from one moment to another on the first one's calendar, and the milliseconds that are left. */
export function measureBetween(
  realm: Realm,
  from: MomentState,
  to: MomentState,
): { readonly months: number; readonly milliseconds: number } {
  if (!isValid(from) || !isValid(to)) return { months: 0, milliseconds: 0 };
  const end = onClockOf(to, from);
  if (from.time < end.time) return measureForward(realm, from, end);
  const { months, milliseconds } = measureForward(realm, end, from);
  return { months: -months, milliseconds: -milliseconds };
}

function measureForward(realm: Realm, from: MomentState, to: MomentState) {
  let months = monthsOf(realm, to) - monthsOf(realm, from);
  if (addMonths(realm, from, months).time > to.time) months--;
  return { months, milliseconds: to.time - addMonths(realm, from, months).time };
}

/** Months since year 0. */
export function monthsOf(realm: Realm, state: MomentState): number {
  const wall = toWall(realm, state);
  return wall.year() * 12 + wall.month();
}
