/** Programs about one moment, given as the source of an expression that makes it. */

const units = ["year", "quarter", "month", "week", "isoWeek", "day", "date", "hour", "minute", "second", "millisecond"];
const aliases = ["y", "Q", "M", "w", "W", "d", "D", "h", "m", "s", "ms", "Years", "MONTHS", "days", "isoweeks", "foo", ""];
const fields = [
  "year years quarter quarters month months week weeks isoWeek isoWeeks weekYear isoWeekYear day days date dates dayOfYear weekday isoWeekday",
  "hour hours minute minutes second seconds millisecond milliseconds",
]
  .join(" ")
  .split(" ");
const formats = [
  ..."M Mo MM MMM MMMM Q Qo D Do DD DDD DDDo DDDD d do dd ddd dddd e E w wo ww W Wo WW YY YYYY YYYYY YYYYYY Y gg gggg GG GGGG".split(" "),
  ..."A a H HH h hh k kk hmm hmmss Hmm Hmmss m mm s ss S SS SSS SSSS SSSSSS SSSSSSSSS x X z zz Z ZZ".split(" "),
  ..."LT LTS L LL LLL LLLL l ll lll llll LLLLL lllll".split(" "),
  "dddd, MMMM Do YYYY, h:mm:ss a",
  "ddd, hA",
  "[Today is] dddd [at] LT",
  "YYYY-MM-DD[T]HH:mm:ssZ",
  "[a] b ]",
  "[[]]",
  "[unclosed YYYY",
  "\\\\YYYY \\\\[M] \\\\LT",
  "MMMMM DDDDD ddddd YYYYYYY hhmm ggg QQ woo",
  "no tokens? [none]",
  "{YYYY} 'o''clock' [o'clock]",
  "🎉 YYYY é",
  "",
];

const quote = (text: string) => JSON.stringify(text);

/** What is read off a moment. */
export function readPrograms(m: string): readonly string[] {
  return [
    ...fields.map((field) => `${m}.${field}()`),
    ...[...units, ...aliases].map((unit) => `${m}.get(${quote(unit)})`),
    ..."daysInMonth isLeapYear weeksInYear isoWeeksInYear weeksInWeekYear isoWeeksInISOWeekYear isDST isLocal isUTC isUtc isUtcOffset isValid utcOffset"
      .split(" ")
      .map((name) => `${m}.${name}()`),
    ..."valueOf unix toISOString toJSON toString toArray toObject toDate clone zoneAbbr zoneName locale format"
      .split(" ")
      .map((name) => `${m}.${name}()`),
    `${m}.toISOString(true)`,
    `${m} + 1`,
    `+${m}`,
    `\`\${${m}}\``,
    `${m} < moment(0)`,
    `JSON.stringify([${m}])`,
    `[${m}.utc(), ${m}.utc(true), ${m}.utc().local(), ${m}.utc().local(true), ${m}.utc().format(), ${m}.utc().isUTC()]`,
    ...[
      "0",
      "60",
      "-330",
      "5",
      "-5",
      "'+05:30'",
      "'-0800'",
      "'Z'",
      "'2020-01-01T00:00:00+02:00'",
      "'nothing'",
      "'+1500'",
      "15.5",
      "null",
    ].flatMap((offset) => [
      `${m}.utcOffset(${offset})`,
      `${m}.utcOffset(${offset}, true)`,
      `${m}.utcOffset(${offset}).isUtcOffset()`,
      `${m}.utcOffset(${offset}).format('Z ZZ z zz')`,
      `${m}.utcOffset(${offset}).local(true)`,
    ]),
  ];
}

export function formatPrograms(m: string): readonly string[] {
  return formats.map((format) => `${m}.format(${quote(format).replaceAll("\\\\\\\\", "\\\\")})`);
}

/** Moving a moment, by every unit, there and back. */
export function arithmeticPrograms(m: string): readonly string[] {
  return [
    ...units.flatMap((unit) => [1, -1, 13, 1.5].map((n) => `${m}.add(${n}, '${unit}')`)),
    ...units.map((unit) => `${m}.subtract(5, '${unit}s')`),
    ...aliases.flatMap((unit) => [`${m}.add(2, ${quote(unit)})`, `${m}.startOf(${quote(unit)})`, `${m}.endOf(${quote(unit)})`]),
    ...units.flatMap((unit) => [
      `${m}.startOf('${unit}')`,
      `${m}.endOf('${unit}')`,
      `${m}.utc().startOf('${unit}')`,
      `${m}.utcOffset(330).endOf('${unit}')`,
    ]),
    `${m}.add({ days: 1, hours: 25, months: 1 })`,
    `${m}.add({ M: '2', foo: 5 })`,
    `${m}.add(moment.duration(1, 'day'))`,
    `${m}.add('P1DT2H')`,
    `${m}.add('1.02:30:00')`,
    `${m}.add('day', 1)`,
    `${m}.add('5')`,
    `${m}.add('5', 'd')`,
    `${m}.add(1000)`,
    `${m}.add()`,
    `${m}.add(null)`,
    `${m}.add('nonsense')`,
    `${m}.add(NaN, 'd')`,
    `${m}.add({ days: 1.5, hours: 1.5 })`,
    `${m}.add(1e12, 'years')`,
    `${m}.add(24, 'hours').subtract(1, 'day')`,
    `${m}.startOf('month').add(1, 'month').subtract(1, 'day').endOf('day')`,
    `${m}.endOf('month').startOf('week').add(1, 'day')`,
    `${m}.startOf()`,
  ];
}

/** Writing fields. */
export function setPrograms(m: string): readonly string[] {
  return [
    ...fields.flatMap((field) => [0, 1, 5, -1, 31, "'2'", "null", 100].map((value) => `${m}.${field}(${value})`)),
    ...units.flatMap((unit) => [2, 12].map((value) => `${m}.set('${unit}', ${value})`)),
    ...aliases.map((unit) => `${m}.set(${quote(unit)}, 3)`),
    `${m}.set({ year: 2021, month: 10, date: 7, hour: 1, minute: 30 })`,
    `${m}.set({ date: 31, month: 1 })`,
    `${m}.set({ hour: 2, minute: 30, date: 8, month: 2, year: 2020 })`,
    `${m}.set({ isoWeek: 53, isoWeekday: 7 })`,
    `${m}.set({ foo: 1 })`,
    `${m}.set({})`,
    ...["'Monday'", "'sun'", "'Fr'", "'nonsense'"].flatMap((day) => [`${m}.day(${day})`, `${m}.isoWeekday(${day})`]),
    ...["'January'", "'feb'", "'nonsense'", "'11'"].map((month) => `${m}.month(${month})`),
    `${m}.hour(NaN)`,
    `${m}.year(20000)`,
    `${m}.year(-5).format()`,
    `${m}.hour(0).minute(0).second(0).millisecond(0)`,
  ];
}

/** Comparing a moment with others. */
export function comparePrograms(m: string, others: readonly string[]): readonly string[] {
  return others.flatMap((other) => [
    ...["", "'year'", "'month'", "'week'", "'day'", "'hour'", "'second'", "'foo'"].flatMap((unit) =>
      ["isBefore", "isSame", "isAfter", "isSameOrBefore", "isSameOrAfter"].map(
        (name) => `${m}.${name}(${other}${unit === "" ? "" : `, ${unit}`})`,
      ),
    ),
    ...units.flatMap((unit) => [`${m}.diff(${other}, '${unit}')`, `${m}.diff(${other}, '${unit}s', true)`]),
    `${m}.diff(${other})`,
    `${m}.utc().diff(${other}, 'months', true)`,
    `${m}.diff(${other}, 'days') + moment(${other}).diff(${m}, 'days')`,
    ...["", "'()'", "'[)'", "'(]'", "'[]'"].map(
      (edges) => `${m}.isBetween(${other}, moment(${other}).add(2, 'days'), 'day'${edges === "" ? "" : `, ${edges}`})`,
    ),
    `${m}.isBetween(moment(${m}), ${other}, null, '[]')`,
    `${m}.from(${other})`,
    `${m}.to(${other})`,
    `${m}.from(${other}, true)`,
    `${m}.calendar(${other})`,
    `${m}.utc().calendar(${other})`,
    `moment.duration({ from: ${m}, to: ${other} })`,
    `moment.max(${m}, moment(${other}))`,
    `moment.min([${m}, moment(${other})])`,
  ]);
}
