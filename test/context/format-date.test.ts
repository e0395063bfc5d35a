import { describe, expect, it } from "vitest";
import { formatDate } from "../../src/context/format-date.ts";
import { formatDay, formatInstant } from "../../src/context/zoned-time.ts";
import { createFormatRealm } from "./format-realm.ts";

const summer = "2026-10-02T15:04:05Z";
const nearMidnight = "2026-01-01T00:30:00Z";

describe("formatDate", () => {
  it.each([
    ["en-US", "UTC", "Oct 2, 2026 3:04 PM", "Jan 1, 2026 12:30 AM"],
    ["en-US", "America/New_York", "Oct 2, 2026 11:04 AM", "Dec 31, 2025 7:30 PM"],
    ["en-US", "Asia/Kolkata", "Oct 2, 2026 8:34 PM", "Jan 1, 2026 6:00 AM"],
    ["en-US", "Asia/Tokyo", "Oct 3, 2026 12:04 AM", "Jan 1, 2026 9:30 AM"],
    ["en-GB", "Europe/London", "2 Oct 2026 16:04", "1 Jan 2026 00:30"],
    ["de-DE", "Europe/Berlin", "02.10.2026 17:04", "01.01.2026 01:30"],
    ["fr-FR", "UTC", "2 oct. 2026 15:04", "1 janv. 2026 00:30"],
    ["es-ES", "America/New_York", "2 oct 2026 11:04", "31 dic 2025 19:30"],
    ["pt-BR", "America/Sao_Paulo", "2 de out. de 2026 12:04", "31 de dez. de 2025 21:30"],
    ["ja-JP", "Asia/Tokyo", "2026/10/03 0:04", "2026/01/01 9:30"],
  ])("%s in %s", (locale, timeZone, first, second) => {
    const realm = createFormatRealm({ locale, timeZone });
    expect(formatDate(realm, summer)).toBe(first);
    expect(formatDate(realm, nearMidnight)).toBe(second);
  });

  it.each([
    ["en-US", "Oct 2, 2026"],
    ["de-DE", "02.10.2026"],
    ["ja-JP", "2026/10/02"],
  ])("a date without a time is the same day in every zone: %s", (locale, text) => {
    for (const timeZone of ["UTC", "Pacific/Honolulu", "Pacific/Kiritimati"]) {
      expect(formatDate(createFormatRealm({ locale, timeZone }), "2026-10-02")).toBe(text);
    }
  });

  it.each([
    "",
    "today",
    "2026",
    "2026-10",
    "10/02/2026",
    "2026-10-02T25:00:00Z",
    "2026-02-29",
    "0001-01-01",
    "2026-10-02T15:04:05Z; x",
    "2026-10-02 15:04",
  ])("refuses %j", (text) => {
    expect(formatDate(createFormatRealm(), text)).toBeUndefined();
  });

  it("makes its formatters once for all that share them", () => {
    const realm = createFormatRealm({ locale: "de-DE" });
    formatDate(realm, summer);
    const kept = [...realm.formatters.values()];
    formatDate(realm, nearMidnight);
    expect([...realm.formatters.values()]).toEqual(kept);
    expect(kept).toHaveLength(2);
  });
});

describe("the road without formatters", () => {
  it("prints what Intl prints, for the default locale in UTC", () => {
    const realm = createFormatRealm();
    const day = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
    const time = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone: "UTC" });
    const start = Date.UTC(1600, 0, 1);
    const end = Date.UTC(9999, 11, 31, 23, 59);
    // Steps of about 3 months and a quarter of a day, so that months, hours and minutes all come by.
    for (let at = start; at < end; at += 7_888_927_000) {
      expect(formatDay(realm, at)).toBe(day.format(at));
      expect(formatInstant(realm, at)).toBe(`${day.format(at)} ${time.format(at)}`.replace("\u202f", " "));
    }
    for (let minute = 0; minute < 1440; minute++) {
      const at = Date.UTC(2026, 1, 28, 0, minute);
      expect(formatInstant(realm, at)).toBe(`${day.format(at)} ${time.format(at)}`.replace("\u202f", " "));
    }
  });
});
