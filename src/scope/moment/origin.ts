import momentLibrary from "moment";
import { momentFormatCount, momentReadUnits, momentTextLength } from "../../policy/moment.ts";
import { charge } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { type Rec, toRecord } from "../../runtime/record.ts";
import { isoFormat, rfcFormat } from "./standard-formats.ts";
import type { MomentState, Origin } from "./state.ts";

type Wanted = momentLibrary.MomentFormatSpecification;

/** How the reading went, by the library's names, as a new record. */
export function readFlags(realm: Realm, state: MomentState): Rec {
  const flags = askAgain(realm, state.origin)?.parsingFlags() ?? momentLibrary.utc(0).parsingFlags();
  const entries = Object.entries(flags).map(([name, flag]) => [name, Array.isArray(flag) ? Array.from(flag as unknown[]) : flag] as const);
  const given = state.origin?.invalidated;
  return toRecord([...entries, ...(given === undefined ? [] : Object.entries(given))]);
}

/** The format that a text was read by: the one given, the one that fitted, or the form of ISO 8601 that it has. */
export function readFormatOf(realm: Realm, state: MomentState): unknown {
  const { origin } = state;
  const asked = askAgain(realm, origin);
  if (asked === undefined || origin === undefined) return typeof origin?.format === "string" ? origin.format : undefined;
  const { format } = asked.creationData();
  if (format === momentLibrary.ISO_8601) return origin.format === isoFormat ? isoFormat : undefined;
  return format === momentLibrary.RFC_2822 ? (origin.format === rfcFormat ? rfcFormat : undefined) : format;
}

/**
 * Has the library read the same input once more, in UTC: what went wrong with a text does not depend on the zone. Gives
 * `undefined` for what is not read at all: numbers, dates, now.
 */
function askAgain(realm: Realm, origin: Origin | undefined): momentLibrary.Moment | undefined {
  if (origin === undefined) return undefined;
  const { input, format, fields, locale, strict } = origin;
  if (fields !== undefined)
    return momentLibrary.utc(fields.map((field) => (field === Number.NEGATIVE_INFINITY ? undefined : field)) as number[]);
  const text = typeof input === "number" ? String(input) : input;
  if (typeof text !== "string" || text.length > momentTextLength) return undefined;
  const wanted = toWanted(format);
  if (wanted !== undefined) {
    charge(realm, momentReadUnits * (Array.isArray(wanted) ? wanted.length : 1));
    return momentLibrary.utc(text, wanted, locale, strict);
  }
  if (typeof input === "number" || /^\/?Date\((-?\d+)/i.test(text)) return undefined;
  charge(realm, momentReadUnits * 2);
  const iso = momentLibrary.utc(text, momentLibrary.ISO_8601, locale, strict);
  if (iso.isValid() || iso.parsingFlags().iso) return iso;
  const rfc = momentLibrary.utc(text, momentLibrary.RFC_2822, locale, strict);
  // The library's types lack these flags.
  const flags = rfc.parsingFlags() as { readonly rfc2822?: unknown; readonly weekdayMismatch?: unknown };
  return rfc.isValid() || flags.rfc2822 || flags.weekdayMismatch ? rfc : undefined;
}

function toWanted(format: unknown): Wanted | undefined {
  if (Array.isArray(format)) return format.length > momentFormatCount ? undefined : format.map((one) => toOne(one) ?? "");
  return toOne(format);
}

function toOne(format: unknown): string | momentLibrary.MomentBuiltinFormat | undefined {
  if (format === isoFormat) return momentLibrary.ISO_8601;
  if (format === rfcFormat) return momentLibrary.RFC_2822;
  return typeof format === "string" && format !== "" && format.length <= momentTextLength ? format : undefined;
}
