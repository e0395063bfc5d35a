import type momentLibrary from "moment";
import { momentDurationMethods } from "../../policy/moment.ts";
import { get } from "../../runtime/get.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { hasOwn } from "../../runtime/keys.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord } from "../../runtime/record.ts";
import { throwError, throwType } from "../../runtime/throw.ts";
import { toDuration } from "./duration.ts";
import { findLocale } from "./locale.ts";
import { createLocale } from "./locale-type.ts";
import { createMethods } from "./methods.ts";
import { DurationState, type MethodTable } from "./state.ts";
import { toUnit } from "./units.ts";

type Unit = "milliseconds" | "seconds" | "minutes" | "hours" | "days" | "weeks" | "months" | "years";

/** What is left of a unit in the duration written out (`hours` of 26 hours is 2), and the whole in it (`asHours`). */
const units: readonly Unit[] = ["milliseconds", "seconds", "minutes", "hours", "days", "weeks", "months", "years"];
const whole: readonly string[] = [...units, "quarters"];

const thresholds: readonly (keyof momentLibrary.argThresholdOpts)[] = ["ss", "s", "m", "h", "d", "w", "M"];

const methods: MethodTable<DurationState> = {
  ...Object.fromEntries(units.map((unit) => [unit, (_realm: Realm, state: DurationState) => state.real[unit]()])),
  ...Object.fromEntries(
    whole.map((unit) => [
      `as${unit[0]?.toUpperCase()}${unit.slice(1)}`,
      (_realm: Realm, state: DurationState) => state.real.as(unit as momentLibrary.unitOfTime.Base),
    ]),
  ),
  as: (realm, state, [name]) => {
    if (!state.real.isValid()) return Number.NaN;
    const unit = `${toUnit(name) ?? ""}s`;
    return state.real.as(
      whole.includes(unit) ? (unit as momentLibrary.unitOfTime.Base) : throwError(realm, "Error", "a duration has no such unit"),
    );
  },
  get: (realm, state, [name]) => {
    if (!state.real.isValid()) return Number.NaN;
    const unit = `${toUnit(name) ?? ""}s` as Unit;
    return units.includes(unit) ? state.real[unit]() : throwType(realm, "a duration has no such unit");
  },
  add: (realm, state, [amount, unit], self) => {
    state.real.add(toDuration(realm, amount, unit).real);
    return self;
  },
  subtract: (realm, state, [amount, unit], self) => {
    state.real.subtract(toDuration(realm, amount, unit).real);
    return self;
  },
  abs: (_realm, state, _args, self) => {
    state.real.abs();
    return self;
  },
  clone: (_realm, state, _args, self) => new Opaque(self.type, copyDuration(state)),
  humanize: (realm, state, [first, second]) => {
    const options = isRecord(first) ? first : second;
    return state.real.humanize(!isRecord(first) && Boolean(first), toThresholds(realm, options));
  },
  isValid: (_realm, state) => state.real.isValid(),
  valueOf: (_realm: Realm, state: DurationState) => state.real.valueOf(),
  toISOString: (_realm, state) => state.real.toISOString(),
  toJSON: (_realm, state) => state.real.toISOString(),
  toString: (_realm: Realm, state: DurationState) => state.real.toISOString(),
  localeData: (_realm, state) => createLocale(state.real.locale()),
  locale: (_realm, state, [tag], self) => {
    if (tag === undefined) return state.real.locale();
    const name = findLocale(tag);
    if (name !== undefined) state.real = state.real.locale(name);
    return self;
  },
};

function copyDuration(state: DurationState): DurationState {
  return new DurationState(state.real.clone().locale(state.real.locale()));
}

/** Where `humanize` goes over to the next unit: a new object of numbers, by the names that the library knows. */
function toThresholds(realm: Realm, options: unknown): momentLibrary.argThresholdOpts {
  if (!isRecord(options)) return {};
  const given = thresholds.filter((name) => hasOwn(options, name) && typeof get(realm, options, name) === "number");
  return Object.fromEntries(given.map((name) => [name, get(realm, options, name)]));
}

/** Durations. As a number their milliseconds, as text ISO 8601. */
export const durationType: OpaqueType<DurationState> = {
  name: "Duration",
  methods: createMethods(momentDurationMethods, methods, DurationState),
  primitive: (_realm, state, hint) => (hint === "string" ? state.real.toISOString() : state.real.valueOf()),
  json: (_realm, state) => state.real.toISOString(),
};

export function createDuration(state: DurationState): Opaque<DurationState> {
  return new Opaque(durationType, state);
}
