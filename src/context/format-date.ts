import type { Realm } from "../runtime/realm.ts";
import { formatDay, formatInstant } from "./zoned-time.ts";

// Years 1600 to 9999: what lies outside is no date of a record, and is shown as it came.
const isoForm = /^(?:1[6-9]|[2-9]\d)\d\d-\d\d-\d\d(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Formats ISO 8601 text in the card's locale and zone; `undefined` for text of another form. A date without a time is
 * formatted as that day in every zone; a time without an offset is taken as UTC, never in the zone of the machine.
 */
export function formatDate(realm: Realm, text: string): string | undefined {
  const match = isoForm.exec(text);
  if (match === null) return undefined;
  const [, time, offset] = match;
  const milliseconds = Date.parse(time === undefined || offset !== undefined ? text : `${text}Z`);
  // The 30th of February: V8 may roll it over or refuse it; neither is what the text says.
  const day = Number(text.slice(8, 10));
  if (Number.isNaN(milliseconds) || (day > 28 && day > daysIn(text))) return undefined;
  return time === undefined ? formatDay(realm, milliseconds) : formatInstant(realm, milliseconds);
}

function daysIn(text: string): number {
  return new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
}
