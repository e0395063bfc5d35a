import momentLibrary from "moment";
import { momentWriteUnits } from "../../policy/moment.ts";
import { charge } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { localeOf } from "./locale.ts";

/** Lists of names, as tokens of a format and how many there are. */
const lists = {
  months: ["MMMM", 12],
  monthsShort: ["MMM", 12],
  weekdays: ["dddd", 7],
  weekdaysShort: ["ddd", 7],
  weekdaysMin: ["dd", 7],
} as const;

/**
 * Names of months and days in the realm's locale, as a new list; with a number, one of them. Days begin with Sunday, or
 * with the locale's first day when the first argument is `true`.
 */
export function listNames(realm: Realm, list: keyof typeof lists, args: readonly unknown[]): unknown {
  const [token, count] = lists[list];
  const locale = localeOf(realm);
  const first = args[0] === true && count === 7 ? momentLibrary.localeData(locale).firstDayOfWeek() : 0;
  const name = (index: number) =>
    toDay(count, index + first)
      .locale(locale)
      .format(token);
  const index = args.find((arg) => typeof arg === "number");
  if (index !== undefined) return name(index as number);
  charge(realm, count * momentWriteUnits);
  return Array.from({ length: count }, (_, at) => name(at));
}

/** A day in the wanted month, or the wanted day of a week; either counted on past its end. */
function toDay(count: number, index: number): momentLibrary.Moment {
  return count === 12 ? momentLibrary.utc([2000, 0, 1]).month(index) : momentLibrary.utc([2000, 0, 2]).day(index);
}
