import type { Realm } from "../../runtime/realm.ts";
import { offsetAt, toLocal } from "./date-zone.ts";
import { getFormatter } from "./intl-cache.ts";

const days: readonly string[] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months: readonly string[] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

/** Years print with at least four digits, negative ones with their sign in front. */
function printYear(year: number): string {
  return `${year < 0 ? "-" : ""}${pad(Math.abs(year), 4)}`;
}

/** `toDateString` (ECMAScript 21.4.4.41.2), in the realm's zone. */
export function printDay(realm: Realm, time: number): string {
  const at = new Date(toLocal(realm, time));
  return `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${pad(at.getUTCDate())} ${printYear(at.getUTCFullYear())}`;
}

/** `toTimeString` (21.4.4.41.1 and .3): clock, offset, name of the zone. */
export function printTime(realm: Realm, time: number): string {
  const offset = offsetAt(realm, time);
  const at = new Date(time + offset);
  const minutes = Math.floor(Math.abs(offset) / 60_000);
  const clock = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`;
  const ahead = `GMT${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
  return `${clock} ${ahead} (${nameZone(realm, time)})`;
}

const lastNamed = Date.UTC(2036, 0, 1);

/** The name of the zone, summer or winter, as the host's data has it. */
function nameZone(realm: Realm, time: number): string {
  // Rules go on beyond the years that are on record: the name is that of the same day in a recorded year.
  const name = askName(realm, time > lastNamed ? new Date(time).setUTCFullYear(2024) : time);
  if (!/^GMT[+-]/.test(name)) return name;
  // Before there was a name on record: today's name of standard time.
  const [january, july] = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)];
  return askName(realm, offsetAt(realm, january) <= offsetAt(realm, july) ? january : july);
}

function askName(realm: Realm, time: number): string {
  const format = getFormatter(realm, "DateTimeFormat", undefined, { timeZoneName: "long" });
  return format.formatToParts(time).find((part) => part.type === "timeZoneName")?.value ?? realm.timeZone;
}

/** `toUTCString` (21.4.4.43). */
export function printUtc(time: number): string {
  const at = new Date(time);
  const clock = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`;
  return `${days[at.getUTCDay()]}, ${pad(at.getUTCDate())} ${months[at.getUTCMonth()]} ${printYear(at.getUTCFullYear())} ${clock} GMT`;
}
