import { toNumber, toPrimitive, toText } from "../../runtime/coerce.ts";
import { type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError } from "../../runtime/throw.ts";
import { expectOpaque } from "./arguments.ts";
import { parseDate } from "./date-parse.ts";
import { printDay, printTime, printUtc } from "./date-print.ts";
import { fromLocal, offsetAt, toLocal } from "./date-zone.ts";
import { formatDate } from "./intl-date.ts";
import { createMembers, createPrototype, createTable } from "./members.ts";

/** A date: milliseconds since the epoch, NaN when invalid. */
export interface DateState {
  time: number;
}

type Getter = "getFullYear" | "getMonth" | "getDate" | "getDay" | "getHours" | "getMinutes" | "getSeconds" | "getMilliseconds";
type Setter = "setFullYear" | "setMonth" | "setDate" | "setHours" | "setMinutes" | "setSeconds" | "setMilliseconds";
/** Name of the method that does the same for UTC. */
function utcName(name: Getter | Setter): string {
  return `${name.slice(0, 3)}UTC${name.slice(3)}`;
}

/** The host's dates by name of method. */
type Fields = Readonly<Record<string, (...values: number[]) => number>>;

/** Reads a field: of the instant for UTC, of the instant moved by the zone's offset for local time. */
function getter(name: Getter, local: boolean): Implementation {
  const method = utcName(name);
  return (realm, self) => {
    const { time } = expectOpaque(realm, self, dateType, name);
    const at = new Date(local ? toLocal(realm, time) : time) as unknown as Fields;
    return at[method]?.();
  };
}

/** Writes fields. The host's UTC arithmetic does the carrying; the zone is put on before and taken off after. */
function setter(name: Setter, local: boolean): Implementation {
  const method = utcName(name);
  return (realm, self, args) => {
    const state = expectOpaque(realm, self, dateType, name);
    const numbers = args.slice(0, 4).map((arg) => toNumber(realm, arg));
    const moved = new Date(local ? toLocal(realm, state.time) : state.time);
    (moved as unknown as Fields)[method]?.(...(numbers.length === 0 ? [Number.NaN] : numbers));
    const time = moved.getTime();
    state.time = local ? clip(fromLocal(realm, time)) : time;
    return state.time;
  };
}

/** TimeClip (ECMAScript 21.4.1.31). */
function clip(time: number): number {
  return new Date(time).getTime();
}

function printer(name: string, print: (realm: Realm, time: number) => string): Implementation {
  return (realm, self) => {
    const { time } = expectOpaque(realm, self, dateType, name);
    return Number.isNaN(time) ? "Invalid Date" : print(realm, time);
  };
}

function printDate(realm: Realm, time: number): string {
  return Number.isNaN(time) ? "Invalid Date" : `${printDay(realm, time)} ${printTime(realm, time)}`;
}

function formatter(name: string, what: "any" | "date" | "time"): Implementation {
  return (realm, self, [locales, options]) => formatDate(realm, expectOpaque(realm, self, dateType, name).time, locales, options, what);
}

const getTime: Implementation = (realm, self) => expectOpaque(realm, self, dateType, "getTime").time;
const toUtcString = printer("toUTCString", (_realm, time) => printUtc(time));

/** Dates, in the realm's zone: the host's own zone is nowhere asked. */
export const dateType: OpaqueType<DateState> = {
  name: "Date",
  methods: createMembers("Date.prototype", {
    getDate: getter("getDate", true),
    getDay: getter("getDay", true),
    getFullYear: getter("getFullYear", true),
    getHours: getter("getHours", true),
    getMilliseconds: getter("getMilliseconds", true),
    getMinutes: getter("getMinutes", true),
    getMonth: getter("getMonth", true),
    getSeconds: getter("getSeconds", true),
    getTime,
    getTimezoneOffset: (realm, self) => {
      const { time } = expectOpaque(realm, self, dateType, "getTimezoneOffset");
      // `0 -`, so that no offset is -0.
      return Number.isNaN(time) ? Number.NaN : 0 - Math.trunc(offsetAt(realm, time) / 60_000);
    },
    getUTCDate: getter("getDate", false),
    getUTCDay: getter("getDay", false),
    getUTCFullYear: getter("getFullYear", false),
    getUTCHours: getter("getHours", false),
    getUTCMilliseconds: getter("getMilliseconds", false),
    getUTCMinutes: getter("getMinutes", false),
    getUTCMonth: getter("getMonth", false),
    getUTCSeconds: getter("getSeconds", false),
    getYear: (realm, self) => new Date(toLocal(realm, expectOpaque(realm, self, dateType, "getYear").time)).getUTCFullYear() - 1_900,
    setDate: setter("setDate", true),
    setFullYear: setter("setFullYear", true),
    setHours: setter("setHours", true),
    setMilliseconds: setter("setMilliseconds", true),
    setMinutes: setter("setMinutes", true),
    setMonth: setter("setMonth", true),
    setSeconds: setter("setSeconds", true),
    setTime: (realm, self, [value]) => {
      const state = expectOpaque(realm, self, dateType, "setTime");
      state.time = clip(toNumber(realm, value));
      return state.time;
    },
    setUTCDate: setter("setDate", false),
    setUTCFullYear: setter("setFullYear", false),
    setUTCHours: setter("setHours", false),
    setUTCMilliseconds: setter("setMilliseconds", false),
    setUTCMinutes: setter("setMinutes", false),
    setUTCMonth: setter("setMonth", false),
    setUTCSeconds: setter("setSeconds", false),
    setYear: (realm, self, [value]) => {
      const state = expectOpaque(realm, self, dateType, "setYear");
      const year = Math.trunc(toNumber(realm, value));
      // An invalid date counts as the first moment of 1970 here (B.2.3.2), as in `setFullYear`.
      const local = new Date(Number.isNaN(state.time) ? 0 : toLocal(realm, state.time));
      local.setUTCFullYear(year >= 0 && year <= 99 ? year + 1_900 : year);
      state.time = clip(fromLocal(realm, local.getTime()));
      return state.time;
    },
    toDateString: printer("toDateString", printDay),
    toGMTString: toUtcString,
    toISOString: (realm, self) => {
      const { time } = expectOpaque(realm, self, dateType, "toISOString");
      return Number.isNaN(time) ? throwError(realm, "RangeError", "an invalid date has no ISO form") : new Date(time).toISOString();
    },
    toJSON: (realm, self) => toIso(expectOpaque(realm, self, dateType, "toJSON")),
    toLocaleDateString: formatter("toLocaleDateString", "date"),
    toLocaleString: formatter("toLocaleString", "any"),
    toLocaleTimeString: formatter("toLocaleTimeString", "time"),
    toString: (realm, self) => printDate(realm, expectOpaque(realm, self, dateType, "toString").time),
    toTimeString: printer("toTimeString", printTime),
    toUTCString: toUtcString,
    valueOf: getTime,
  }),
  primitive: (realm, state, hint) => (hint === "number" ? state.time : printDate(realm, state.time)),
  json: (_realm, state) => toIso(state),
};

function toIso(state: DateState): string | null {
  return Number.isNaN(state.time) ? null : new Date(state.time).toISOString();
}

/** Creates a date value. */
export function createDate(time: number): Opaque<DateState> {
  return new Opaque(dateType, { time: clip(time) });
}

/** Gives the instant of a date value; `undefined` for everything else. */
export function timeOf(value: unknown): number | undefined {
  return value instanceof Opaque && value.type === (dateType as OpaqueType) ? (value.state as DateState).time : undefined;
}

/** Date.UTC's reading of fields: missing ones are the first, two-digit years are of the 20th century. */
function toFields(realm: Realm, args: readonly unknown[]): number {
  const numbers = args.slice(0, 7).map((arg) => toNumber(realm, arg));
  return Date.UTC(...(numbers as [number]));
}

function construct(realm: Realm, args: readonly unknown[]): Opaque<DateState> {
  if (args.length === 0) return createDate(realm.now());
  if (args.length > 1) return createDate(fromLocal(realm, toFields(realm, args)));
  const time = timeOf(args[0]);
  if (time !== undefined) return createDate(time);
  const value = toPrimitive(realm, args[0], "default");
  return createDate(typeof value === "string" ? parseDate(realm, value) : Number(value));
}

/** `Date`; called without `new` it gives the text of now. */
export const dateFacade = new Native({
  name: "Date",
  length: 7,
  run: (realm) => printDate(realm, Math.trunc(realm.now())),
  make: construct,
  members: createTable("Date", {
    UTC: (realm, _self, args) => (args.length === 0 ? Number.NaN : toFields(realm, args)),
    now: (realm) => Math.trunc(realm.now()),
    parse: (realm, _self, [value]) => parseDate(realm, toText(realm, value)),
    prototype: createPrototype("Date", dateType.methods),
  }),
});
