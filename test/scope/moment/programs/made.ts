/** Moments, by the source of what makes them, well or badly. */
const made = [
  "moment()",
  "moment(undefined)",
  "moment(null)",
  "moment('')",
  "moment({})",
  "moment([])",
  "moment(0)",
  "moment(NaN)",
  "moment(5, 'YYYY')",
  "moment(new Date(5))",
  "moment(moment('2020-05-06', 'YYYY-MM-DD', true))",
  "moment('2020-05-06')",
  "moment('2020-05-06T10:30:00+02:00')",
  "moment('2020-05-06T10:30:00.123Z', true)",
  "moment('2020-13-06')",
  "moment('2020-02-30')",
  "moment('2020-W05-2')",
  "moment('2020-05-06', moment.ISO_8601)",
  "moment('nonsense', moment.ISO_8601)",
  "moment('Mon, 04 May 2020 10:30:00 GMT')",
  "moment('Tue, 04 May 2020 10:30:00 GMT')",
  "moment('Mon, 04 May 2020 10:30:00 GMT', moment.RFC_2822)",
  "moment('2020-05-06', 'YYYY-MM-DD')",
  "moment('2020-05-06', 'YYYY-MM-DD', true)",
  "moment('2020-05-06 x', 'YYYY-MM-DD', true)",
  "moment('2020-13-40', 'YYYY-MM-DD')",
  "moment('2020-02-30', 'YYYY-MM-DD')",
  "moment('2020-05', ['YYYY-MM-DD', 'YYYY-MM'])",
  "moment('2020-05', ['YYYY-MM', 'x'], true)",
  "moment('2020', [])",
  "moment('10:99', 'HH:mm')",
  "moment('25:00', 'HH:mm')",
  "moment('10 PM', 'h A')",
  "moment('5 Foo 2020', 'D MMM YYYY')",
  "moment('Monday, May 6, 2020', 'dddd, MMMM D, YYYY')",
  "moment('1577836800', 'X')",
  "moment('abc', 'YYYY')",
  "moment([2020, 13])",
  "moment([2020, 1, 30])",
  "moment([2020, 1, 29, 24, 0, 0, 1])",
  "moment({ year: 2020, month: 4, day: 6 })",
  "moment({ year: 2020, month: 14 })",
  "moment({ h: 25 })",
  "moment.utc('2020-05-06T10:30:00+02:00')",
  "moment.utc([2020, 4])",
  "moment.parseZone('2020-05-06T10:30:00-03:30')",
  "moment.unix(5)",
  "moment.invalid()",
  "moment.invalid({ invalidMonth: 'Foo', overflow: 3 })",
  "moment('2020-05-06').add(1, 'd').clone()",
];

/** What a moment was made of, and how that went. */
export const madePrograms: readonly string[] = [
  ...made.flatMap((m) => [
    `JSON.stringify(${m}.parsingFlags())`,
    `Object.keys(${m}.parsingFlags())`,
    `${m}.invalidAt()`,
    `Object.keys(${m}.creationData())`,
    `((data) => [data.input, data.isUTC, data.strict, data.locale.months()])(${m}.creationData())`,
    `((format) => typeof format === 'string' ? format : format === undefined)(${m}.creationData().format)`,
    `${m}.parseZone()`,
    `${m}.hasAlignedHourOffset()`,
    `${m}.hasAlignedHourOffset('2020-01-01')`,
  ]),
  ...made.filter((m) => !/new Date|\(true\)/.test(m)).map((m) => `${m}.inspect()`),
  "moment('2020-05-06').utcOffset(330).inspect()",
  "moment('2020-05-06').utcOffset(330).hasAlignedHourOffset()",
  "moment('2020-05-06').utcOffset(330).hasAlignedHourOffset(moment('2020-05-06').utcOffset(90))",
  "moment('2020-05-06').hasAlignedHourOffset(moment.invalid())",
  "moment(-1e14).inspect()",
  "moment(8e14).inspect()",
  ...["'99'", "'68'", "69", "'5'", "'x'", "68.9", "null"].map((year) => `moment.parseTwoDigitYear(${year})`),
];

const lists = "months monthsShort weekdays weekdaysShort weekdaysMin".split(" ");
const locales = ["moment.localeData()", "moment.localeData('en')", "moment.localeData('xx')", "moment('2020-05-06').localeData()"];
const at = "moment('2020-05-06T10:30:00')";

/** What a locale says. */
export const localePrograms: readonly string[] = locales
  .concat("moment.duration(1).localeData()")
  .flatMap((locale) => [
    ...lists.flatMap((list) => [`${locale}.${list}()`, `${locale}.${list}(${at})`, `${locale}.${list}(${at}, 'D MMMM')`]),
    `${locale}.weekdays(true)`,
    ...["'May'", "'december'", "'Foo'", "''"].flatMap((name) => [
      `${locale}.monthsParse(${name}, 'MMMM', true)`,
      `${locale}.monthsParse(${name}, 'MMM', false)`,
    ]),
    ...["'Monday'", "'fri'", "'Foo'"].flatMap((name) => [
      `${locale}.weekdaysParse(${name}, 'dddd', true)`,
      `${locale}.weekdaysParse(${name}, 'ddd', false)`,
    ]),
    ..."LT LTS L LL LLL LLLL l ll lll llll foo".split(" ").map((key) => `${locale}.longDateFormat('${key}')`),
    ...["'PM'", "'p.m.'", "'am'", "''"].map((text) => `${locale}.isPM(${text})`),
    ...["0, 0, true", "13, 5, false", "11, 59"].map((args) => `${locale}.meridiem(${args})`),
    ..."sameDay nextDay nextWeek lastDay lastWeek sameElse foo".split(" ").map((key) => `${locale}.calendar('${key}', ${at}, ${at})`),
    ..."s ss m mm h hh d dd w ww M MM y yy"
      .split(" ")
      .flatMap((key) => [`${locale}.relativeTime(5, false, '${key}', true)`, `${locale}.relativeTime(1, true, '${key}', false)`]),
    `${locale}.pastFuture(5, '5 days')`,
    `${locale}.pastFuture(-5, '5 days')`,
    ...[1, 2, 3, 4, 11, 22, 103].map((count) => `${locale}.ordinal(${count}, 'D')`),
    `${locale}.preparse('a, b')`,
    `${locale}.postformat('a, b')`,
    `${locale}.week(${at})`,
    `${locale}.invalidDate()`,
    `${locale}.firstDayOfWeek()`,
    `${locale}.firstDayOfYear()`,
  ]);
