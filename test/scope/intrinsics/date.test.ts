import { afterEach, describe, expect, it } from "vitest";
import { call } from "../../../src/runtime/call.ts";
import { get } from "../../../src/runtime/get.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { offsetAt } from "../../../src/scope/intrinsics/date-zone.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { invoke, make, runOurs } from "./compare.ts";

// The host's own zone is the oracle: set it, and the host's dates have to say what ours say of a realm in that zone.
const hostZone = process.env.TZ;
afterEach(() => {
  if (hostZone === undefined) delete process.env.TZ;
  else process.env.TZ = hostZone;
});

const englishHost = new Intl.DateTimeFormat().resolvedOptions().locale === "en-US";

const zones = [
  "UTC",
  "America/New_York",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Pacific/Apia",
  "Asia/Tokyo",
  "Africa/Monrovia",
];

/** Instants around every change of offset, and some far away ones. */
const instants = [
  0,
  -1,
  Date.UTC(2026, 9, 2, 15, 4, 5, 678),
  ...[2024, 2026].flatMap((year) => [
    Date.UTC(year, 2, 10, 6, 59, 59),
    Date.UTC(year, 2, 10, 7),
    Date.UTC(year, 2, 31, 0, 59, 59),
    Date.UTC(year, 2, 31, 1),
    Date.UTC(year, 9, 27, 0, 59, 59),
    Date.UTC(year, 9, 27, 1),
    Date.UTC(year, 10, 3, 5, 59, 59),
    Date.UTC(year, 10, 3, 6, 30),
  ]),
  Date.UTC(2011, 11, 30, 9, 59),
  Date.UTC(2011, 11, 30, 10, 1),
  Date.UTC(1972, 0, 7, 0, 44, 29),
  Date.UTC(1972, 0, 7, 0, 44, 31),
  Date.UTC(1900, 0, 1),
  Date.UTC(1883, 10, 18, 17, 3, 58),
  -62_198_755_200_000,
  8.64e15 - 172_800_000,
  Number.NaN,
];

const getters = Object.getOwnPropertyNames(Date.prototype).filter((name) => /^get/.test(name));
const printers = ["toString", "toDateString", "toTimeString", "toISOString", "toUTCString", "toGMTString", "toJSON", "valueOf"];

function inZone(zone: string, check: (realm: Realm) => void): void {
  process.env.TZ = zone;
  check(createTestRealm({ timeZone: zone, limits: { fuel: 1e9 } }));
}

function host(run: () => unknown): unknown {
  try {
    return { value: run() };
  } catch (error) {
    return { threw: (error as Error).name };
  }
}

describe("Date in a zone", () => {
  it.each(zones)("reads, prints and finds offsets in %s as a host there would", (zone) => {
    inZone(zone, (realm) => {
      const universe = createUniverse(realm);
      for (const time of instants) {
        const date = new Date(time);
        const ours = make(realm, "Date", time);
        for (const name of [...getters, ...printers]) {
          const expected = host(() => (date as unknown as Record<string, () => unknown>)[name]?.());
          // What a zone was called in old times, or in another language, is the host's affair; its offset is not.
          const cut = (outcome: unknown) =>
            time < Date.UTC(1985, 0, 1) || !englishHost ? JSON.stringify(outcome).replace(/ \(.*?\)/, "") : outcome;
          expect.soft(cut(runOurs(universe, () => invoke(realm, ours, name))), `${name} of ${time}`).toEqual(cut(expected));
        }
        if (!Number.isNaN(time))
          expect.soft(Math.trunc(offsetAt(realm, time) / 60_000), `offset at ${time}`).toBe(0 - date.getTimezoneOffset());
      }
    });
  });

  it.each(zones)("makes and changes dates by local fields in %s", (zone) => {
    inZone(zone, (realm) => {
      const fields: number[][] = [
        [2024, 2, 10, 2, 30],
        [2024, 10, 3, 1, 30],
        [2024, 2, 31, 2, 30],
        [2024, 9, 27, 2, 30],
        [2011, 11, 30, 12],
        [2026, 0],
        [99, 0, 1],
        [2024, 13, 35, 30, 70, 70, 1500],
        [2024, 0, 1, 0, 0, 0, 0],
        [1850, 5, 15, 12],
        [Number.NaN, 1],
      ];
      for (const list of fields) {
        const expected = new Date(...(list as [number, number])).getTime();
        expect.soft(invoke(realm, make(realm, "Date", ...list), "getTime"), list.join()).toBe(expected);
        expect.soft(invoke(realm, realm.globals.get("Date"), "UTC", ...list)).toBe(Date.UTC(...(list as [number])));
      }
      const changes: [string, ...number[]][] = [
        ["setHours", 2, 30],
        ["setMonth", 2, 31],
        ["setDate", 10],
        ["setDate", 0],
        ["setFullYear", 2020, 1, 29],
        ["setMinutes", 90, 1, 2],
        ["setSeconds", -1],
        ["setMilliseconds", 1234],
        ["setUTCHours", 25],
        ["setUTCMonth", 14],
        ["setUTCFullYear", 1999],
        ["setUTCDate", 31],
        ["setTime", 1e12],
        ["setYear", 98],
        ["setYear", 0],
        ["setYear", -1],
        ["setYear", 2024.7],
        ["setYear", Number.NaN],
        ["setHours"],
      ];
      for (const time of [Date.UTC(2024, 2, 10, 5), Date.UTC(2024, 10, 3, 6, 30), Date.UTC(2026, 9, 2, 15, 4, 5, 678), Number.NaN]) {
        for (const [name, ...args] of changes) {
          const date = new Date(time);
          const expected = (date as unknown as Record<string, (...values: number[]) => number>)[name]?.(...args);
          const ours = make(realm, "Date", time);
          expect.soft(invoke(realm, ours, name, ...args), `${name}(${args}) of ${time}`).toBe(expected);
          expect.soft(invoke(realm, ours, "getTime")).toBe(date.getTime());
        }
      }
    });
  });

  const texts = [
    "2026-10-02",
    "2026-10",
    "2026",
    "2026-10-02T15:04:05Z",
    "2026-10-02T15:04:05",
    "2026-10-02T15:04",
    "2026-10-02T15:04:05.678",
    "2026-10-02T15:04:05.6789+02:00",
    "2026-10-02T24:00:00",
    "+012026-10-02T00:00:00Z",
    "-000001-01-01T00:00:00Z",
    "-000000-01-01T00:00:00Z",
    "2026-13-01",
    "2026-02-30",
    "2026-00-10",
    "2024-03-10T02:30:00",
    "2024-11-03T01:30:00",
    "2026-10-02 15:04:05",
    "2026-10-02 15:04",
    "2026-10-02T15:04:05+0530",
    "2026-10-02 15:04:05 -0500",
    "2026-1-5",
    "2026/10/02",
    "2026/10/02 15:04",
    "10/02/2026",
    "10/2/26",
    "1/2/70",
    "10-02-2026",
    "Oct 2, 2026",
    "Oct 2 2026",
    "2 Oct 2026",
    "2 October 2026",
    "October 2, 2026 3:04 PM",
    "Oct 2, 2026 12:04 AM",
    "Oct 2, 2026 12:04 pm",
    "Oct 2, 2026, 3:04:05 PM",
    "Oct. 2, 2026",
    "Oct 2026",
    "Oct 2",
    "Fri Oct 02 2026",
    "Fri, 02 Oct 2026 15:04:05 GMT",
    "Fri Oct 02 2026 15:04:05 GMT-0400 (Eastern Daylight Time)",
    "Fri Oct 02 2026 15:04:05 GMT+0530",
    "Fri, 02 Oct 2026 15:04:05 EST",
    "Fri, 02 Oct 2026 15:04:05 PDT",
    "Fri, 02 Oct 2026 15:04:05 Z",
    "Friday, October 2, 2026",
    "2026 Oct 2",
    "12:30",
    "15:04:05 10/02/2026",
    "10/02/2026 25:00",
    "10/02/2026 13:00 PM",
    "10/32/2026",
    "13/02/2026",
    "not a date",
    "",
    " ",
    "0",
    "12",
    "32",
    "100",
    "tomorrow",
    "2026-10-02T",
    "2026-10-02T15",
    "20261002",
    "Oct 2, 2026 3 PM",
    "1 2 3 4",
    "2026-10-02foo",
  ];
  it.each(["UTC", "America/New_York", "Europe/Berlin"])("reads texts in %s as a host there would", (zone) => {
    inZone(zone, (realm) => {
      for (const text of texts) {
        expect.soft(invoke(realm, realm.globals.get("Date"), "parse", text), JSON.stringify(text)).toBe(Date.parse(text));
      }
    });
  });

  it("says the same whatever the host's zone is", () => {
    const say = () => {
      const realm = createTestRealm({ timeZone: "Asia/Tokyo" });
      const date = make(realm, "Date", 2026, 9, 2, 3, 4);
      return [
        ...["toString", "toLocaleString", "toLocaleDateString", "toLocaleTimeString", "getHours", "getTimezoneOffset", "toISOString"].map(
          (name) => invoke(realm, date, name),
        ),
        invoke(realm, realm.globals.get("Date"), "parse", "Oct 2, 2026 3:04 PM"),
        invoke(realm, make(realm, "Date", "2026-10-02T00:00"), "toISOString"),
      ];
    };
    process.env.TZ = "America/New_York";
    const there = say();
    process.env.TZ = "Pacific/Auckland";
    expect(say()).toEqual(there);
    expect(there[0]).toBe("Fri Oct 02 2026 03:04:00 GMT+0900 (Japan Standard Time)");
  });
});

describe("Date", () => {
  it("knows only the realm's clock", () => {
    const realm = createTestRealm({ now: () => 1_000.5 });
    expect(invoke(realm, make(realm, "Date"), "getTime")).toBe(1_000);
    expect(invoke(realm, realm.globals.get("Date"), "now")).toBe(1_000);
    expect(call(realm, realm.globals.get("Date"), undefined, [])).toBe("Thu Jan 01 1970 00:00:01 GMT+0000 (Coordinated Universal Time)");
  });
  it("converts what it is given", () => {
    process.env.TZ = "UTC";
    const realm = createTestRealm();
    const first = make(realm, "Date", 5);
    expect(invoke(realm, make(realm, "Date", first), "getTime")).toBe(5);
    for (const value of [null, true, "5", [2026], undefined, 1.9, 1e20]) {
      expect(invoke(realm, make(realm, "Date", value), "getTime"), String(value)).toBe(new Date(value as number).getTime());
    }
    expect(invoke(realm, realm.globals.get("Date"), "parse", `${" ".repeat(200)}2026`)).toBeNaN();
  });
  it("prints in the realm's locale and zone, as the host does when asked for these", () => {
    for (const [locale, timeZone] of [
      ["en-US", "America/New_York"],
      ["de-DE", "Europe/Berlin"],
      ["ja-JP", "Asia/Tokyo"],
    ] as const) {
      const realm = createTestRealm({ locale, timeZone });
      const universe = createUniverse(realm);
      const time = Date.UTC(2026, 9, 2, 23, 4, 5);
      for (const options of [
        undefined,
        { dateStyle: "medium" },
        { hour: "2-digit" },
        { month: "long", day: "numeric" },
        { timeStyle: "short" },
        { timeZone: "UTC" },
        { weekday: "short" },
        { hour12: false },
      ]) {
        for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"] as const) {
          const expected = host(() => new Date(time)[name](locale, { timeZone, ...options } as Intl.DateTimeFormatOptions));
          const actual = runOurs(universe, () => invoke(realm, make(realm, "Date", time), name, undefined, universe.enter(options)));
          expect.soft(actual, `${name} ${JSON.stringify(options)}`).toEqual(expected);
        }
      }
      expect(invoke(realm, make(realm, "Date", Number.NaN), "toLocaleString")).toBe("Invalid Date");
      expect(
        runOurs(universe, () => invoke(realm, make(realm, "Date", 0), "toLocaleString", "en", universe.enter({ timeZone: "Nowhere" }))),
      ).toEqual({ threw: "RangeError" });
    }
  });
  it("is judged by its kind, not by its looks", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const getTime = get(realm, make(realm, "Date"), "getTime");
    expect(runOurs(universe, () => invoke(realm, getTime, "call", universe.enter({ time: 1 })))).toEqual({ threw: "TypeError" });
  });
});
