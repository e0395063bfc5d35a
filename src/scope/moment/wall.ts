import momentLibrary from "moment";
import type { Realm } from "../../runtime/realm.ts";
import { fromLocal, offsetAt } from "../intrinsics/date-zone.ts";
import { MomentState } from "./state.ts";

const minute = 60_000;

/** Milliseconds that the moment's clock is ahead of UTC. */
export function offsetOf(realm: Realm, state: MomentState): number {
  return state.zone === "local" ? offsetAt(realm, state.time) : state.zone * minute;
}

/** Minutes ahead of UTC, whole ones: what `utcOffset()` tells and `Z` prints. */
export function offsetMinutes(realm: Realm, state: MomentState): number {
  const minutes = Math.round(offsetOf(realm, state) / minute);
  // No offset is -0.
  return minutes === 0 ? 0 : minutes;
}

/** What the moment's clock shows, as milliseconds that read so in UTC. */
export function wallTime(realm: Realm, state: MomentState): number {
  return state.time + offsetOf(realm, state);
}

/**
 * Gives the library's moment whose UTC fields are what this one's clock shows. In UTC mode the library asks neither the
 * host's zone nor its clock, and it is told the locale, so nothing of the page's own use of it shows.
 */
export function toWall(realm: Realm, state: MomentState): momentLibrary.Moment {
  return momentLibrary.utc(wallTime(realm, state)).locale(state.locale);
}

/**
 * Sets the moment to when its clock shows a wall time. As with the host's `Date`: a time that occurs twice is the first
 * of the two, one that is skipped is read with the offset from before.
 */
export function writeWall(realm: Realm, state: MomentState, wall: number): void {
  const time = state.zone === "local" ? fromLocal(realm, wall) : wall - state.zone * minute;
  writeTime(state, time);
}

/** Sets the instant; beyond what a date can be it is invalid. */
export function writeTime(state: MomentState, time: number): void {
  state.time = new Date(time).getTime();
}

export function copyState(state: MomentState): MomentState {
  return new MomentState(state.time, state.zone, state.locale, state.origin);
}

export function isValid(state: MomentState): boolean {
  return !Number.isNaN(state.time);
}
