import { type ReadDate, readDate } from "../../context/format-date.ts";
import { formatRelative } from "../../context/relative-time.ts";
import { formatDay, formatInstant } from "../../context/zoned-time.ts";
import { type Implementation, Opaque } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";

/** The furthest instant that a date can hold. */
const furthest = 8.64e15;

/** ISO 8601 text, milliseconds since the epoch, or a date or moment that the template made. */
function toDate(realm: Realm, value: unknown): ReadDate | undefined {
  if (typeof value === "string") return readDate(value);
  const opaque = value instanceof Opaque && (value.type.name === "Date" || value.type.name === "Moment");
  const milliseconds = opaque ? value.type.primitive?.(realm, value.state, "number") : value;
  const valid = typeof milliseconds === "number" && Math.abs(milliseconds) <= furthest;
  return valid ? { milliseconds, plainDay: false } : undefined;
}

/** The machine's form of a date, for `<time dateTime>`; nothing for a value that is no date. */
export const iso: Implementation = (realm, _self, [value]) => {
  const date = toDate(realm, value);
  if (date === undefined) return undefined;
  const text = new Date(date.milliseconds).toISOString();
  return date.plainDay ? text.slice(0, 10) : text;
};

/** Date and time in the card's locale and zone; nothing for a value that is no date. */
export const absolute: Implementation = (realm, _self, [value]) => {
  const date = toDate(realm, value);
  if (date === undefined) return undefined;
  return date.plainDay ? formatDay(realm, date.milliseconds) : formatInstant(realm, date.milliseconds);
};

/** How long ago, or how far ahead; nothing for a value that is no date. */
export const relative: Implementation = (realm, _self, [value]) => {
  const date = toDate(realm, value);
  return date === undefined ? undefined : formatRelative(realm, date);
};
