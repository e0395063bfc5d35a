import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { getFormatter, type IntlOptions, readOptions } from "./intl-cache.ts";

const dateFields: readonly string[] = ["weekday", "year", "month", "day"];
const timeFields: readonly string[] = ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits"];
const dateDefaults: IntlOptions = { year: "numeric", month: "numeric", day: "numeric" };
const timeDefaults: IntlOptions = { hour: "numeric", minute: "numeric", second: "numeric" };

/** `toLocaleString`, `toLocaleDateString`, `toLocaleTimeString` (ECMA-402 20.4): which fields show when none is asked for. */
export function formatDate(realm: Realm, time: number, locales: unknown, given: unknown, what: "any" | "date" | "time"): string {
  if (Number.isNaN(time)) return "Invalid Date";
  const options = readOptions(realm, "DateTimeFormat", given);
  return getFormatter(realm, "DateTimeFormat", locales, completeOptions(realm, options, what)).format(time);
}

function completeOptions(realm: Realm, options: IntlOptions, what: "any" | "date" | "time"): IntlOptions {
  if (options.dateStyle !== undefined || options.timeStyle !== undefined) {
    if (what === "date" && options.timeStyle !== undefined) throwType(realm, "`timeStyle` can't be used for a date alone");
    if (what === "time" && options.dateStyle !== undefined) throwType(realm, "`dateStyle` can't be used for a time alone");
    return options;
  }
  const has = (names: readonly string[]) => names.some((name) => options[name] !== undefined);
  if ((what !== "time" && has(dateFields)) || (what !== "date" && has(timeFields))) return options;
  return { ...options, ...(what === "time" ? {} : dateDefaults), ...(what === "date" ? {} : timeDefaults) };
}
