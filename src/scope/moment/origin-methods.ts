import { toText } from "../../runtime/coerce.ts";
import { toRecord } from "../../runtime/record.ts";
import { formatMoment } from "./format.ts";
import { createLocale } from "./locale-type.ts";
import { parseOffset } from "./offset.ts";
import { readFlags, readFormatOf } from "./origin.ts";
import { toMoment } from "./parse.ts";
import type { MethodTable, MomentState } from "./state.ts";
import { isValid, offsetMinutes, toWall } from "./wall.ts";
import { setOffset } from "./zone.ts";

/** Methods that tell what a moment was made of, and how that went. */
export const originMethods: MethodTable<MomentState> = {
  creationData: (realm, state) =>
    toRecord([
      ["input", state.origin?.input],
      ["format", readFormatOf(realm, state)],
      ["locale", createLocale(state.locale)],
      ["isUTC", state.zone !== "local"],
      ["strict", state.origin?.strict],
    ]),
  parsingFlags: (realm, state) => readFlags(realm, state),
  invalidAt: (realm, state) => readFlags(realm, state).overflow,
  localeData: (_realm, state) => createLocale(state.locale),
  parseZone: (realm, state, _args, self) => {
    const { input, offset } = state.origin ?? {};
    const named = offset ?? (typeof input === "string" ? parseOffset(input, false) : undefined);
    if (named !== undefined) setOffset(realm, state, named, false);
    else if (typeof input === "string") setOffset(realm, state, 0, true);
    return self;
  },
  hasAlignedHourOffset: (realm, state, [other]) => {
    if (!isValid(state)) return false;
    const base = other ? toMoment(realm, other) : undefined;
    const offset = base === undefined ? 0 : isValid(base) ? offsetMinutes(realm, base) : Number.NaN;
    return (offsetMinutes(realm, state) - offset) % 60 === 0;
  },
  inspect: (realm, state) => {
    if (!isValid(state)) return `moment.invalid(/* ${toText(realm, state.origin?.input ?? Number.NaN)} */)`;
    const offset = offsetMinutes(realm, state);
    const maker = state.zone === "local" ? "moment" : offset === 0 ? "moment.utc" : "moment.parseZone";
    const year = toWall(realm, state).year();
    const day = year >= 0 && year <= 9_999 ? "YYYY" : "YYYYYY";
    return `${maker}("${formatMoment(realm, state, `${day}-MM-DD[T]HH:mm:ss.SSS${state.zone === "local" ? "" : "Z"}`)}")`;
  },
};
