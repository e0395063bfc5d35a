import type { Realm } from "../../runtime/realm.ts";
import { offsetAt } from "../intrinsics/date-zone.ts";
import { parseOffset } from "./offset.ts";
import type { MethodTable, MomentState } from "./state.ts";
import { copyState, isValid, offsetMinutes, toWall, wallTime, writeTime, writeWall } from "./wall.ts";

const minute = 60_000;

/** Methods that tell or change how an instant is read. `local` is the realm's zone, never the host's. */
export const zoneMethods: MethodTable<MomentState> = {
  utc: (realm, state, [keepTime], self) => {
    setOffset(realm, state, 0, Boolean(keepTime));
    return self;
  },
  local: (realm, state, [keepTime], self) => {
    if (state.zone === "local") return self;
    const wall = wallTime(realm, state);
    state.zone = "local";
    // The offset is that of the wall time as if it were UTC, as the library takes it.
    if (keepTime) writeTime(state, wall - Math.round(offsetAt(realm, wall) / minute) * minute);
    return self;
  },
  utcOffset: (realm, state, [input, keepTime], self) => {
    if (input === undefined || input === null) return isValid(state) ? offsetMinutes(realm, state) : Number.NaN;
    const offset = toOffset(input);
    if (offset !== undefined) setOffset(realm, state, offset, Boolean(keepTime));
    return self;
  },
  isDST: (realm, state) => {
    const now = offsetMinutes(realm, state);
    return now > offsetInMonth(realm, state, 0) || now > offsetInMonth(realm, state, 5);
  },
  isLocal: (_realm, state) => isValid(state) && state.zone === "local",
  isUtcOffset: (_realm, state) => isValid(state) && state.zone !== "local",
  isUtc: (_realm, state) => isValid(state) && state.zone === 0,
  isUTC: (_realm, state) => isValid(state) && state.zone === 0,
};

export function setOffset(realm: Realm, state: MomentState, minutes: number, keepTime: boolean): void {
  if (!isValid(state)) return;
  // By whole minutes, as the library counts, also where a zone was once ahead by minutes and seconds.
  const before = offsetMinutes(realm, state);
  state.zone = minutes;
  if (keepTime) writeTime(state, state.time + (before - minutes) * minute);
}

/** Minutes from a number (hours, if less than 16) or from text that ends in `Z`, `+01:00`, `-0330`, `+02`. */
function toOffset(input: unknown): number | undefined {
  if (typeof input === "number") return Number.isFinite(input) ? (Math.abs(input) < 16 ? input * 60 : input) : undefined;
  return typeof input === "string" ? parseOffset(input, true) : undefined;
}

/** The offset at the same wall time in another month of the year. */
function offsetInMonth(realm: Realm, state: MomentState, month: number): number {
  const moved = copyState(state);
  writeWall(realm, moved, toWall(realm, moved).month(month).valueOf());
  return offsetMinutes(realm, moved);
}
