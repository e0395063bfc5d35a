import momentLibrary from "moment";
import { momentLocaleMethods, momentTextLength } from "../../policy/moment.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { createMethods } from "./methods.ts";
import { LocaleState, type Method, type MethodTable, momentOf } from "./state.ts";
import { toWall } from "./wall.ts";

/** The library's own locale, some of whose methods its types lack. Never handed out: `set` writes it for everybody. */
type RealLocale = Readonly<Record<string, (...args: unknown[]) => unknown>>;

function realOf(state: LocaleState): RealLocale {
  return momentLibrary.localeData(state.name) as unknown as RealLocale;
}

function toShort(realm: Realm, value: unknown): string {
  const text = toText(realm, value);
  return text.length <= momentTextLength ? text : throwType(realm, `a text has at most ${momentTextLength} characters here`);
}

/** Names of a list, copied; of a moment, its own. */
function names(list: string): Method<LocaleState> {
  return (realm, state, [value, format]) => {
    const moment = momentOf(value);
    const given = moment === undefined ? (value === true && list.startsWith("week") ? [true] : []) : [toWall(realm, moment)];
    const found = realOf(state)[list]?.(...given, ...(moment !== undefined && typeof format === "string" ? [toShort(realm, format)] : []));
    return Array.isArray(found) ? [...found] : found;
  };
}

function parser(list: string): Method<LocaleState> {
  return (realm, state, [text, format, strict]) =>
    realOf(state)[list]?.(toShort(realm, text), format === undefined ? "" : toShort(realm, format), Boolean(strict));
}

function fixed(name: string): Method<LocaleState> {
  return (_realm, state) => realOf(state)[name]?.();
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
// The library looks these names up in plain objects, where `constructor` is found.
const dateFormats = words("LT LTS L LL LLL LLLL l ll lll llll");
const calendarKeys = words("sameDay nextDay nextWeek lastDay lastWeek sameElse");
const relativeKeys = words("s ss m mm h hh d dd w ww M MM y yy");

const methods: MethodTable<LocaleState> = {
  months: names("months"),
  monthsShort: names("monthsShort"),
  weekdays: names("weekdays"),
  weekdaysShort: names("weekdaysShort"),
  weekdaysMin: names("weekdaysMin"),
  monthsParse: parser("monthsParse"),
  weekdaysParse: parser("weekdaysParse"),
  longDateFormat: (realm, state, [key]) => {
    const name = toShort(realm, key);
    return dateFormats.has(name) ? realOf(state).longDateFormat?.(name) : undefined;
  },
  isPM: (realm, state, [text]) => realOf(state).isPM?.(toShort(realm, text)),
  meridiem: (realm, state, [hours, minutes, isLower]) =>
    realOf(state).meridiem?.(toNumber(realm, hours), toNumber(realm, minutes), Boolean(isLower)),
  calendar: (realm, state, [key, at, now]) => {
    const name = toShort(realm, key);
    const [one, other] = [momentOf(at), momentOf(now)].map((moment) => (moment === undefined ? undefined : toWall(realm, moment)));
    return realOf(state).calendar?.(calendarKeys.has(name) ? name : "sameElse", one, other);
  },
  relativeTime: (realm, state, [count, withoutSuffix, key, isFuture]) => {
    const name = toShort(realm, key);
    if (!relativeKeys.has(name)) return throwType(realm, "no such unit of relative time");
    return realOf(state).relativeTime?.(toNumber(realm, count), Boolean(withoutSuffix), name, Boolean(isFuture));
  },
  pastFuture: (realm, state, [difference, text]) => realOf(state).pastFuture?.(toNumber(realm, difference), toShort(realm, text)),
  ordinal: (realm, state, [count, token]) =>
    realOf(state).ordinal?.(toNumber(realm, count), token === undefined ? undefined : toShort(realm, token)),
  preparse: (realm, state, [text]) => realOf(state).preparse?.(toShort(realm, text)),
  postformat: (realm, state, [text]) => realOf(state).postformat?.(toShort(realm, text)),
  week: (realm, state, [at]) => {
    const moment = momentOf(at) ?? throwType(realm, "`week` asks about a moment");
    return realOf(state).week?.(toWall(realm, moment));
  },
  invalidDate: fixed("invalidDate"),
  firstDayOfWeek: fixed("firstDayOfWeek"),
  firstDayOfYear: fixed("firstDayOfYear"),
};

/** What `localeData()` gives: names, formats and words of a locale, to read. */
const localeType: OpaqueType<LocaleState> = { name: "Locale", methods: createMethods(momentLocaleMethods, methods, LocaleState) };

export function createLocale(name: string): Opaque<LocaleState> {
  return new Opaque(localeType, new LocaleState(name));
}
