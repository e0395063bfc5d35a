/**
 * What a call costs beside the unit that every call pays: `fixed` nothing, `calendar` a look into the calendar, `list` as
 * many looks as there are arguments. Text pays in addition, where it is read or written.
 */
export type MomentCost = "fixed" | "calendar" | "list";

/** Units of fuel by cost. */
export const momentUnits: Readonly<Record<MomentCost, number>> = { fixed: 0, calendar: 20, list: 20 };

/** Units for reading a text by one format, and for writing one part of a format. */
export const momentReadUnits = 80;
export const momentWriteUnits = 10;

/** Longest text that is read as a date, longest format; the library reads RFC 2822 in quadratic time. */
export const momentTextLength = 100;

/** Most formats that one text is tried with. */
export const momentFormatCount = 10;

type Table = readonly (readonly [cost: MomentCost, names: string])[];

/**
 * What a template can name on `moment`. What is not here does not exist: `locale` and `localeData` tell but do not
 * set. `policy/refused-names` says why the others are left out.
 */
const functions: Table = [
  ["calendar", "duration parseZone utc"],
  ["calendar", "months monthsShort unix weekdays weekdaysMin weekdaysShort"],
  ["fixed", "invalid isDate isDuration isMoment locale localeData normalizeUnits now parseTwoDigitYear"],
  ["list", "max min"],
];

/** Methods of a moment. */
const methods: Table = [
  ["calendar", "calendar format from fromNow isAfter isBefore isBetween isSame isSameOrAfter isSameOrBefore diff to toNow toString"],
  ["calendar", "toISOString toJSON"],
  ["calendar", "add endOf get isDST local set startOf subtract toArray toObject utc utcOffset"],
  ["calendar", "date dates day days dayOfYear hour hours isoWeek isoWeekYear isoWeekday isoWeeks millisecond milliseconds minute"],
  ["calendar", "minutes month months quarter quarters second seconds week weekYear weekday weeks year years"],
  ["calendar", "daysInMonth isLeapYear isoWeeksInISOWeekYear isoWeeksInYear weeksInWeekYear weeksInYear"],
  ["calendar", "creationData hasAlignedHourOffset inspect invalidAt parseZone parsingFlags"],
  ["fixed", "clone isLocal isUTC isUtc isUtcOffset isValid locale localeData toDate unix valueOf zoneAbbr zoneName"],
];

/** Methods of a duration. */
const durationMethods: Table = [
  ["calendar", "humanize toISOString toJSON toString"],
  ["calendar", "abs add as asDays asHours asMilliseconds asMinutes asMonths asQuarters asSeconds asWeeks asYears clone subtract"],
  ["fixed", "days get hours isValid locale localeData milliseconds minutes months seconds valueOf weeks years"],
];

/** Methods of what `localeData()` gives. */
const localeMethods: Table = [
  ["calendar", "calendar meridiem months monthsParse monthsShort ordinal pastFuture postformat preparse relativeTime"],
  ["calendar", "week weekdays weekdaysMin weekdaysParse weekdaysShort"],
  ["fixed", "firstDayOfWeek firstDayOfYear invalidDate isPM longDateFormat"],
];

function toMap(table: Table): ReadonlyMap<string, MomentCost> {
  return new Map(table.flatMap(([cost, names]) => names.split(" ").map((name): [string, MomentCost] => [name, cost])));
}

export const momentFunctions: ReadonlyMap<string, MomentCost> = toMap(functions);
export const momentMethods: ReadonlyMap<string, MomentCost> = toMap(methods);
export const momentDurationMethods: ReadonlyMap<string, MomentCost> = toMap(durationMethods);

export const momentLocaleMethods: ReadonlyMap<string, MomentCost> = toMap(localeMethods);

/** Constants of `moment`: markers of formats, and the formats of HTML's date inputs. */
export const momentConstants: readonly string[] = ["HTML5_FMT", "ISO_8601", "RFC_2822"];
