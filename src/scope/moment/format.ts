import momentLibrary from "moment";
import { momentTextLength, momentWriteUnits } from "../../policy/moment.ts";
import { charge } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError } from "../../runtime/throw.ts";
import { parseFormat } from "./format-tokens.ts";
import type { MethodTable, MomentState } from "./state.ts";
import { copyState, isValid, offsetMinutes, toWall } from "./wall.ts";

const isoDay = "YYYY-MM-DD[T]HH:mm:ss";

/**
 * Writes a moment in a format.
 *
 * The format is taken apart here and the library gets one known token at a time. It keeps every format that it has ever
 * seen, in a plain object: templates could fill the memory of the page with them, and get the library's own moment
 * back from `format("constructor")`.
 */
export function formatMoment(realm: Realm, state: MomentState, format: string): string {
  if (format.length > momentTextLength) throwError(realm, "RangeError", `a format may have at most ${momentTextLength} characters`);
  const wall = toWall(realm, state);
  if (!wall.isValid()) return "Invalid date";
  const parts = parseFormat(format);
  charge(realm, parts.length * momentWriteUnits);
  return parts
    .map(({ token, text }) => (token ? (formatZone(realm, state, text) ?? formatEra(wall.year(), text) ?? wall.format(text)) : text))
    .join("");
}

/** Tokens of zone and instant, which the library's moment does not know: it only shows the same clock. */
function formatZone(realm: Realm, state: MomentState, token: string): string | undefined {
  switch (token) {
    case "Z":
      return formatOffset(offsetMinutes(realm, state), ":");
    case "ZZ":
      return formatOffset(offsetMinutes(realm, state), "");
    case "z":
      return zoneAbbreviation(state);
    case "zz":
      return zoneName(state);
    case "X":
      return String(Math.floor(state.time / 1_000));
    case "x":
      return String(state.time);
    default:
      return undefined;
  }
}

/** Names of the eras, before and since the year 1, by token. */
const eras: ReadonlyMap<string, readonly [before: string, since: string]> = new Map([
  ["N", ["BC", "AD"]],
  ["NN", ["BC", "AD"]],
  ["NNN", ["BC", "AD"]],
  ["NNNN", ["Before Christ", "Anno Domini"]],
  ["NNNNN", ["BC", "AD"]],
]);

/** Tokens of the era. The library reads where an era begins in the host's own zone, and is a year off in half of them. */
function formatEra(year: number, token: string): string | undefined {
  const names = eras.get(token);
  if (names !== undefined) return names[year < 1 ? 0 : 1];
  if (!/^y+o?$/.test(token)) return undefined;
  const count = year < 1 ? 1 - year : year;
  return token === "yo" ? momentLibrary.localeData("en").ordinal(count) : String(count).padStart(token.length, "0");
}

function formatOffset(minutes: number, separator: string): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}${separator}${String(rest).padStart(2, "0")}`;
}

function zoneAbbreviation(state: MomentState): string {
  return state.zone === "local" ? "" : "UTC";
}

function zoneName(state: MomentState): string {
  return state.zone === "local" ? "" : "Coordinated Universal Time";
}

/** ISO 8601, in UTC or with the moment's own offset; `null` when invalid. */
export function toIsoText(realm: Realm, state: MomentState, keepOffset: boolean): string | null {
  if (!isValid(state)) return null;
  const shown = copyState(state);
  if (!keepOffset) shown.zone = 0;
  const year = toWall(realm, shown).year();
  const isLong = year < 0 || year > 9_999;
  // By whole minutes, as the library counts in the years of four digits.
  if (keepOffset && !isLong) shown.zone = offsetMinutes(realm, state);
  const day = isLong ? isoDay.replace("YYYY", "YYYYYY") : isoDay;
  return formatMoment(realm, shown, `${day}.SSS${keepOffset ? "Z" : "[Z]"}`);
}

/** What a moment prints as. English whatever its locale. */
export function printMoment(realm: Realm, state: MomentState): string {
  const shown = copyState(state);
  shown.locale = "en";
  return formatMoment(realm, shown, "ddd MMM DD YYYY HH:mm:ss [GMT]ZZ");
}

/** Methods that write a moment as text. */
export const formatMethods: MethodTable<MomentState> = {
  format: (realm, state, [format]) => {
    const given = typeof format === "string" && format !== "" ? format : `${isoDay}${state.zone === 0 ? "[Z]" : "Z"}`;
    return formatMoment(realm, state, given);
  },
  toISOString: (realm, state, [keepOffset]) => toIsoText(realm, state, keepOffset === true),
  toJSON: (realm, state) => toIsoText(realm, state, false),
  toString: printMoment,
  zoneAbbr: (_realm, state) => zoneAbbreviation(state),
  zoneName: (_realm, state) => zoneName(state),
};
