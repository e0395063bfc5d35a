import momentLibrary from "moment";
import { type MomentCost, momentFunctions, momentUnits } from "../../policy/moment.ts";
import { charge } from "../../runtime/budget.ts";
import { toNumber } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import { ownKeys } from "../../runtime/keys.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord, toRecord } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { timeOf } from "../intrinsics/date.ts";
import { toDuration } from "./duration.ts";
import { createDuration } from "./duration-type.ts";
import { findLocale, localeOf } from "./locale.ts";
import { createLocale } from "./locale-type.ts";
import { createMoment } from "./moment-type.ts";
import { listNames } from "./names.ts";
import { parseOffset } from "./offset.ts";
import { parseMoment } from "./parse.ts";
import { isoFormat, rfcFormat } from "./standard-formats.ts";
import { durationOf, MomentState, momentOf } from "./state.ts";
import { toUnit } from "./units.ts";
import { isValid, writeTime } from "./wall.ts";
import { setOffset } from "./zone.ts";

/** What a template calls as `moment.name(…)`. */
const functions: ReadonlyMap<string, Implementation> = new Map<string, Implementation>(
  Object.entries({
    utc: (realm, _self, args) => createMoment(parseMoment(realm, args, 0).state),
    parseZone: (realm, _self, args) => {
      const parsed = parseMoment(realm, args, "local");
      const { state } = parsed;
      const [text] = args;
      if (typeof text !== "string" || !isValid(state)) return createMoment(state);
      const offset = parsed.offset ?? parseOffset(text, false);
      // A text that names no offset is taken to be written in UTC.
      setOffset(realm, state, offset ?? 0, offset === undefined);
      return createMoment(state);
    },
    unix: (realm, _self, [seconds]) => {
      const input = toNumber(realm, seconds) * 1_000;
      const locale = localeOf(realm);
      const origin = { input, format: undefined, locale, strict: undefined, offset: undefined };
      const state = new MomentState(Number.NaN, "local", locale, origin);
      writeTime(state, input);
      return createMoment(state);
    },
    duration: (realm, _self, [amount, unit]) => createDuration(toDuration(realm, amount, unit)),
    invalid: (realm, _self, [flags]) => {
      const invalidated = isRecord(flags) ? copyFlags(realm, flags) : flags ? {} : { userInvalidated: true };
      const locale = localeOf(realm);
      const origin = { input: Number.NaN, format: undefined, locale, strict: undefined, offset: undefined, invalidated };
      return createMoment(new MomentState(Number.NaN, 0, locale, origin));
    },
    localeData: (realm, _self, [tag]) => {
      const found = [tag].flat().map(findLocale);
      return createLocale(found.find((name) => name !== undefined) ?? localeOf(realm));
    },
    parseTwoDigitYear: (realm, _self, [year]) => {
      const number = toNumber(realm, year);
      const whole = Number.isFinite(number) ? Math.trunc(number) : 0;
      return whole + (whole > 68 ? 1_900 : 2_000);
    },
    isMoment: (_realm, _self, [value]) => momentOf(value) !== undefined,
    isDuration: (_realm, _self, [value]) => durationOf(value) !== undefined,
    isDate: (_realm, _self, [value]) => timeOf(value) !== undefined,
    min: (realm, _self, args) => pick(realm, args, (one, best) => one < best),
    max: (realm, _self, args) => pick(realm, args, (one, best) => one > best),
    now: (realm) => realm.now(),
    normalizeUnits: (_realm, _self, [name]) => toUnit(name),
    // Tells the locale of the card. Setting it would set the page's.
    locale: (realm) => localeOf(realm),
    months: (realm, _self, args) => listNames(realm, "months", args),
    monthsShort: (realm, _self, args) => listNames(realm, "monthsShort", args),
    weekdays: (realm, _self, args) => listNames(realm, "weekdays", args),
    weekdaysShort: (realm, _self, args) => listNames(realm, "weekdaysShort", args),
    weekdaysMin: (realm, _self, args) => listNames(realm, "weekdaysMin", args),
  } satisfies Record<string, Implementation>),
);

function copyFlags(realm: Realm, flags: object): Readonly<Record<string, unknown>> {
  const keys = ownKeys(flags);
  charge(realm, keys.length);
  return toRecord(keys.map((key) => [key, get(realm, flags, key)]));
}

/** The first or last of moments given one by one or as a list; an invalid one wins. */
function pick(realm: Realm, args: readonly unknown[], isBetter: (one: number, best: number) => boolean): unknown {
  const list = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  if (list.length === 0) return createMoment(new MomentState(realm.now(), "local", localeOf(realm)));
  charge(realm, list.length);
  return list.reduce((best: unknown, one: unknown) => {
    const [bestTime, time] = [timeOfMoment(realm, best), timeOfMoment(realm, one)];
    return Number.isNaN(time) || isBetter(time, bestTime) ? one : best;
  });
}

function timeOfMoment(realm: Realm, value: unknown): number {
  return momentOf(value)?.time ?? throwType(realm, "moment.min and moment.max compare moments");
}

function define(name: string, cost: MomentCost): readonly [string, Native][] {
  const run = functions.get(name);
  if (run === undefined) return [];
  const metered: Implementation = (realm, self, args) => {
    charge(realm, momentUnits[cost] * (cost === "list" ? args.length : 1));
    return run(realm, self, args);
  };
  return [[name, new Native({ name, run: metered })]];
}

/** Formats of HTML's date and time inputs: a namespace, because a record could be written to by one card for all. */
const htmlFormats = new Native({ name: "HTML5_FMT", members: new Map(Object.entries(momentLibrary.HTML5_FMT)) });

/**
 * `moment`: parsing, formatting and arithmetic of dates, each checked against the real library.
 *
 * The library computes, but never holds or hands out anything: its objects lead to its locales and its constructor, and
 * its setters change what every card and the page see. "Local" is the realm's zone, "now" the realm's clock.
 */
export const moment: Native = new Native({
  name: "moment",
  length: 4,
  run: (realm, _self, args) => {
    charge(realm, momentUnits.calendar);
    return createMoment(parseMoment(realm, args, "local").state);
  },
  members: new Map<string, unknown>([
    ...[...momentFunctions].flatMap(([name, cost]) => define(name, cost)),
    ["HTML5_FMT", htmlFormats],
    ["ISO_8601", isoFormat],
    ["RFC_2822", rfcFormat],
  ]),
});
