import { type CallTable, each } from "../budget-case.ts";

/** Calls of moment. */
export const momentCalls: CallTable = {
  moment: {
    moment: [
      "moment()",
      "moment('2026-02-03')",
      "moment('3 Feb 2026', 'D MMM YYYY')",
      "moment('3 Feb 2026', ['YYYY', 'MM-DD', 'D MMM YYYY'])",
      "moment([2026, 1, 3])",
      "moment({ year: 2026 })",
      "moment(new Date(2026, 1, 3))",
      "moment('Tue, 3 Feb 2026 04:05:06 +0100', moment.RFC_2822)",
      "moment(words.slice(0, 100))",
    ],
    duration: ["moment.duration(7, 'days')", "moment.duration('P1Y2M3DT4H')", "moment.duration({ days: 7 })"],
    ...each("months monthsShort weekdays weekdaysMin weekdaysShort", (f) => `moment.${f}()`),
    ...each("parseZone utc", (f) => `moment.${f}('2026-02-03T04:05:06+02:00')`),
    unix: "moment.unix(1e9)",
    ...each("invalid locale localeData now", (f) => `moment.${f}()`),
    ...each("isDate isDuration isMoment normalizeUnits", (f) => `moment.${f}('days')`),
    parseTwoDigitYear: "moment.parseTwoDigitYear('26')",
    ...each("max min", (f) => [`moment.${f}(at, at)`, `moment.${f}(list.map(() => at))`]),
  },
  "moment()": {
    ...each(
      "calendar fromNow toNow toString toISOString toJSON isDST local toArray toObject utc utcOffset date dates day days dayOfYear hour hours isoWeek " +
        "isoWeekYear isoWeekday isoWeeks millisecond milliseconds minute minutes month months quarter quarters second seconds week weekYear weekday " +
        "weeks year years daysInMonth isLeapYear isoWeeksInISOWeekYear isoWeeksInYear weeksInWeekYear weeksInYear creationData hasAlignedHourOffset " +
        "inspect invalidAt parseZone parsingFlags clone isLocal isUTC isUtc isUtcOffset isValid locale localeData toDate unix valueOf zoneAbbr zoneName",
      (f) => `at.${f}()`,
    ),
    format: ["at.format()", "at.format('dddd, MMMM Do YYYY, h:mm:ss a')", "at.format('YYYY'.repeat(25))", "at.format('LLLL')"],
    ...each("from isAfter isBefore isSame isSameOrAfter isSameOrBefore to", (f) => [
      `at.${f}(later)`,
      ...(f.startsWith("is") ? [`at.${f}(later, 'month')`] : []),
    ]),
    isBetween: "at.isBetween(later, later)",
    diff: ["at.diff(later)", "at.diff(later, 'months', true)"],
    ...each("add subtract", (f) => `at.clone().${f}(7, 'months')`),
    ...each("endOf startOf", (f) => `at.clone().${f}('week')`),
    get: "at.get('year')",
    set: ["at.clone().set('year', 7)", "at.clone().set({ year: 7, month: 1 })"],
  },
  "moment.duration()": {
    ...each(
      "humanize toISOString toJSON toString abs asDays asHours asMilliseconds asMinutes asMonths asQuarters asSeconds asWeeks asYears clone days hours " +
        "isValid locale localeData milliseconds minutes months seconds valueOf weeks years",
      (f) => `span.${f}()`,
    ),
    ...each("add subtract", (f) => `span.clone().${f}(7, 'days')`),
    as: "span.as('weeks')",
    get: "span.get('days')",
  },
  "moment.localeData()": {
    calendar: "names.calendar('sameDay', at)",
    meridiem: "names.meridiem(7, 7, true)",
    ...each("months monthsShort weekdays weekdaysMin weekdaysShort", (f) => [`names.${f}()`, `names.${f}(at)`]),
    ...each("monthsParse weekdaysParse", (f) => `names.${f}('Feb')`),
    ordinal: "names.ordinal(7)",
    pastFuture: "names.pastFuture(7, text.slice(0, 100))",
    ...each("postformat preparse", (f) => `names.${f}(text.slice(0, 100))`),
    relativeTime: "names.relativeTime(7, true, 'dd', false)",
    week: "names.week(at)",
    ...each("firstDayOfWeek firstDayOfYear invalidDate", (f) => `names.${f}()`),
    isPM: "names.isPM('pm')",
    longDateFormat: "names.longDateFormat('LLLL')",
  },
};

/** Calls of React, outside of a component. */
export const reactCalls: CallTable = {
  React: {
    createElement: ["React.createElement('p')", "React.createElement('p', record)", "React.createElement('p', null, ...list)"],
    cloneElement: ["React.cloneElement(<p />, record)", "React.cloneElement(element, record)", "React.cloneElement(wide)"],
    isValidElement: "React.isValidElement(1)",
    ...each("forwardRef memo", (f) => `React.${f}((props) => null)`),
    createContext: "React.createContext(1)",
    createRef: "React.createRef()",
    startTransition: "React.startTransition(() => 1)",
    useDebugValue: "React.useDebugValue(1)",
    useDeferredValue: "React.useDeferredValue(1)",
    Component: ["new (class extends React.Component { render() {} })({})", "class A extends React.Component { state = {} }"],
    PureComponent: "new (class extends React.PureComponent { render() {} })({})",
  },
  "React.Children": {
    ...each("map forEach", (f) => `React.Children.${f}(list, (x) => x)`),
    ...each("count toArray", (f) => [`React.Children.${f}(list)`, `React.Children.${f}(nested)`]),
    only: "React.Children.only(<p />)",
  },
};

/** What cases of these tables name besides the inputs, made once. */
export const libraryValues: Readonly<Record<string, string>> = {
  at: "moment('2026-02-03T04:05:06Z')",
  later: "moment('2027-02-03T04:05:06Z')",
  span: "moment.duration(1e9)",
  names: "moment.localeData()",
  element: "React.createElement('p')",
  wide: "React.createElement('p', record)",
};
