import momentLibrary from "moment";
import { call } from "../../runtime/call.ts";
import { toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { Opaque } from "../../runtime/handles.ts";
import { hasOwn } from "../../runtime/keys.ts";
import { isCallable } from "../../runtime/kinds.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { toStart } from "./arithmetic.ts";
import { diffExactly } from "./diff.ts";
import { measureBetween, onClockOf } from "./difference.ts";
import { fromParts } from "./duration.ts";
import { formatMoment } from "./format.ts";
import { localeOf } from "./locale.ts";
import { toMoment } from "./parse.ts";
import { type MethodTable, MomentState } from "./state.ts";
import { isValid, toWall } from "./wall.ts";

function now(realm: Realm): MomentState {
  return new MomentState(realm.now(), "local", localeOf(realm));
}

/** "2 hours ago": the time from one moment to another in words, in the locale of `shown`. */
function humanize(realm: Realm, shown: MomentState, from: MomentState, to: MomentState, bare: unknown): string {
  if (!isValid(from) || !isValid(to)) return "Invalid date";
  return fromParts(measureBetween(realm, from, to), shown.locale).humanize(!bare);
}

type CalendarKey = "sameDay" | "nextDay" | "nextWeek" | "lastDay" | "lastWeek" | "sameElse";
const calendarKeys: readonly CalendarKey[] = ["sameDay", "nextDay", "nextWeek", "lastDay", "lastWeek", "sameElse"];

/** Which of the calendar's phrases fits, by days from the beginning of today on the moment's clock. */
function toCalendarKey(realm: Realm, state: MomentState, today: MomentState): CalendarKey {
  const days = diffExactly(realm, state, today, "day");
  if (days < -6) return "sameElse";
  if (days < -1) return "lastWeek";
  if (days < 0) return "lastDay";
  if (days < 1) return "sameDay";
  if (days < 2) return "nextDay";
  return days < 7 ? "nextWeek" : "sameElse";
}

/** Methods that tell a moment by another. */
export const relativeMethods: MethodTable<MomentState> = {
  fromNow: (realm, state, [bare]) => humanize(realm, state, now(realm), state, bare),
  toNow: (realm, state, [bare]) => humanize(realm, state, state, now(realm), bare),
  from: (realm, state, [other, bare]) => humanize(realm, state, toMoment(realm, other), state, bare),
  to: (realm, state, [other, bare]) => humanize(realm, state, state, toMoment(realm, other), bare),
  calendar: (realm, state, args, self) => {
    const [first] = args;
    const onlyFormats = args.length === 1 && isCalendarFormats(first);
    const reference = onlyFormats || !first ? now(realm) : toMoment(realm, first);
    const formats = onlyFormats ? first : args.length > 1 ? args[1] : undefined;
    const today = onClockOf(reference, state);
    toStart(realm, today, "day");
    const key = toCalendarKey(realm, state, today);
    return formatMoment(realm, state, readFormat(realm, state, formats, key, reference, self));
  },
};

function isCalendarFormats(value: unknown): boolean {
  return isRecord(value) && calendarKeys.some((key) => hasOwn(value, key));
}

/** The template's own phrase, else the locale's. A function is called with the moment as `this`. */
function readFormat(realm: Realm, state: MomentState, formats: unknown, key: CalendarKey, reference: MomentState, self: Opaque): string {
  const own = isRecord(formats) && hasOwn(formats, key) ? get(realm, formats, key) : undefined;
  const made = isCallable(own) ? call(realm, own, self, [new Opaque(self.type, reference)]) : own;
  if (made) return toText(realm, made);
  return momentLibrary.localeData(state.locale).calendar(key, toWall(realm, state), toWall(realm, reference));
}
