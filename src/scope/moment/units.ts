/**
 * The library's names for units of time, to one name each. A `Map`, because the library itself looks names up in a plain
 * object, where `constructor` is found.
 */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    year: "y years",
    quarter: "Q quarters",
    month: "M months",
    week: "w weeks",
    isoWeek: "W isoweek isoweeks",
    weekYear: "gg weekyear weekyears",
    isoWeekYear: "GG isoweekyear isoweekyears",
    day: "d days",
    date: "D dates",
    dayOfYear: "DDD dayofyear dayofyears",
    weekday: "e weekdays",
    isoWeekday: "E isoweekday isoweekdays",
    hour: "h hours",
    minute: "m minutes",
    second: "s seconds",
    millisecond: "ms milliseconds",
  }).flatMap(([unit, names]) => [unit, ...names.split(" ")].map((name) => [name, unit] as const)),
);

/** In which order `set({…})` sets units, so that what depends on another comes after it. Equal ones: as they are written. */
const ranks: ReadonlyMap<string, number> = new Map(
  [
    ["year", "weekYear", "isoWeekYear"],
    ["dayOfYear"],
    ["week", "isoWeek"],
    ["quarter"],
    ["month"],
    ["date"],
    ["day", "weekday", "isoWeekday"],
    ["hour"],
    ["minute"],
    ["second"],
    ["millisecond"],
  ].flatMap((units, rank) => units.map((unit) => [unit, rank] as const)),
);

/** Gives the unit that a name means, as it is written or in any case; `undefined` for what names none. */
export function toUnit(name: unknown): string | undefined {
  if (typeof name !== "string") return undefined;
  // No unit has so long a name; folding one would take time that nobody pays for.
  if (name.length > 20) return undefined;
  return aliases.get(name) ?? aliases.get(name.toLowerCase());
}

/** Sorts units into the order in which they are set. */
export function sortUnits<Value>(units: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...units].sort(([left], [right]) => (ranks.get(left) ?? 0) - (ranks.get(right) ?? 0));
}
