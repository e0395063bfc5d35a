import type { Realm } from "../runtime/realm.ts";
import { formatDay, formatInstant } from "./zoned-time.ts";

/** What ISO 8601 text stands for. */
export interface ReadDate {
  readonly milliseconds: number;
  /** A day in every zone, given by its midnight in UTC. */
  readonly plainDay: boolean;
}

// Years 1600 to 9999: what lies outside is no date of a record, and is shown as it came.
const isoForm = /^(?:1[6-9]|[2-9]\d)\d\d-\d\d-\d\d(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Reads ISO 8601 text; `undefined` for text of another form. A time without an offset is UTC, never the machine's zone. */
export function readDate(text: string): ReadDate | undefined {
  const match = isoForm.exec(text);
  if (match === null) return undefined;
  const [, time, offset] = match;
  const milliseconds = Date.parse(time === undefined || offset !== undefined ? text : `${text}Z`);
  // The 30th of February: V8 may roll it over or refuse it; neither is what the text says.
  const day = Number(text.slice(8, 10));
  if (Number.isNaN(milliseconds) || (day > 28 && day > daysIn(text))) return undefined;
  return { milliseconds, plainDay: time === undefined };
}

/** Formats ISO 8601 text in the card's locale and zone; `undefined` for text of another form. */
export function formatDate(realm: Realm, text: string): string | undefined {
  const date = readDate(text);
  if (date === undefined) return undefined;
  return date.plainDay ? formatDay(realm, date.milliseconds) : formatInstant(realm, date.milliseconds);
}

/** Formats the day that ISO 8601 text names, whatever time stands behind it: a birthday is the same day in every zone. */
export function formatDayOf(realm: Realm, text: string): string | undefined {
  return readDate(text) && formatDate(realm, text.slice(0, dayLength));
}

const dayLength = "2026-10-02".length;

function daysIn(text: string): number {
  return new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
}
