import type { Realm } from "../../runtime/realm.ts";

const quarter = 900_000;
const day = 86_400_000;
const utcNames: ReadonlySet<string> = new Set(["UTC", "Etc/UTC", "GMT", "Etc/GMT"]);
// From here on, every zone changes its offset at a whole quarter of an hour.
const regularSince = Date.UTC(1980, 0, 1);

/** The clock of one IANA zone: how far local time is ahead of UTC. Never looks at the host's own zone. */
class ZoneClock {
  readonly #format: Intl.DateTimeFormat | undefined;
  readonly #known = new Map<number, number>();

  constructor(timeZone: string) {
    this.#format = utcNames.has(timeZone) ? undefined : new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  }

  /** Milliseconds that local time is ahead of UTC at an instant. */
  offsetAt(time: number): number {
    if (this.#format === undefined || !Number.isFinite(time)) return 0;
    if (time < regularSince) return this.#ask(time);
    const slot = Math.floor(time / quarter);
    let offset = this.#known.get(slot);
    if (offset === undefined) {
      offset = this.#ask(time);
      if (this.#known.size < 10_000) this.#known.set(slot, offset);
    }
    return offset;
  }

  #ask(time: number): number {
    const name = this.#format?.formatToParts(time).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
    const found = /^GMT([+\u2212-])(\d{1,2}):?(\d{2})?:?(\d{2})?$/.exec(name);
    if (found === null) return 0;
    const seconds = Number(found[2]) * 3_600 + Number(found[3] ?? 0) * 60 + Number(found[4] ?? 0);
    return (found[1] === "+" ? 1 : -1) * seconds * 1_000;
  }
}

function clockOf(realm: Realm): ZoneClock {
  const key = `zone ${realm.timeZone}`;
  let clock = realm.formatters.get(key) as ZoneClock | undefined;
  if (clock === undefined) {
    clock = new ZoneClock(realm.timeZone);
    realm.formatters.set(key, clock);
  }
  return clock;
}

/** Milliseconds that the realm's zone is ahead of UTC at an instant. */
export function offsetAt(realm: Realm, time: number): number {
  return clockOf(realm).offsetAt(time);
}

/** LocalTime (ECMAScript 21.4.1.25): the instant whose UTC fields read as the local fields of `time`. */
export function toLocal(realm: Realm, time: number): number {
  return time + offsetAt(realm, time);
}

/**
 * UTC(t) (21.4.1.26): a local time that occurs twice is the earlier of the two; one that is skipped is read with the
 * offset from before the gap.
 */
export function fromLocal(realm: Realm, local: number): number {
  if (!Number.isFinite(local)) return Number.NaN;
  const clock = clockOf(realm);
  const before = clock.offsetAt(local - day);
  const after = clock.offsetAt(local + day);
  if (before === after || clock.offsetAt(local - before) === before) return local - before;
  return clock.offsetAt(local - after) === after ? local - after : local - before;
}
