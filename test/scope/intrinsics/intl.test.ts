import { describe, expect, it } from "vitest";
import { intlOptions } from "../../../src/policy/intl-options.ts";
import { call } from "../../../src/runtime/call.ts";
import { get } from "../../../src/runtime/get.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { invoke, make, runOurs } from "./compare.ts";

const time = Date.UTC(2026, 9, 2, 23, 4, 5);
const later = Date.UTC(2026, 9, 5, 1);

/** Service, locales, options, method, arguments. */
const cases: readonly (readonly [string, unknown, unknown, string, ...unknown[]])[] = [
  ["NumberFormat", "en-US", undefined, "format", 1234.567],
  ["NumberFormat", "de-DE", { style: "currency", currency: "EUR" }, "format", 1234.5],
  ["NumberFormat", "en-US", { style: "unit", unit: "kilometer-per-hour" }, "format", 50],
  ["NumberFormat", ["xx-invalid-tag", "fr-FR"], { notation: "compact" }, "format", 1_234_567],
  ["NumberFormat", "en-US", { style: "currency", currency: "USD", currencyDisplay: "name" }, "formatToParts", -3.5],
  ["NumberFormat", "en-US", {}, "formatRange", 3, 5],
  ["NumberFormat", "en-US", { maximumSignificantDigits: 3 }, "format", "12345"],
  ["DateTimeFormat", "en-GB", { timeZone: "UTC", dateStyle: "full", timeStyle: "long" }, "format", time],
  ["DateTimeFormat", "ja-JP", { timeZone: "Asia/Tokyo" }, "format", time],
  ["DateTimeFormat", "en-US", { timeZone: "UTC", hour: "numeric", fractionalSecondDigits: 2 }, "formatToParts", time],
  ["DateTimeFormat", "en-US", { timeZone: "UTC", month: "short", day: "numeric" }, "formatRange", time, later],
  ["DateTimeFormat", "en-US", { timeZone: "UTC" }, "format", Number.NaN],
  ["RelativeTimeFormat", "en-US", { numeric: "auto" }, "format", -1, "day"],
  ["RelativeTimeFormat", "de-DE", undefined, "formatToParts", 3, "weeks"],
  ["RelativeTimeFormat", "en-US", undefined, "format", 3, "fortnight"],
  ["PluralRules", "en-US", { type: "ordinal" }, "select", 22],
  ["PluralRules", "ar", undefined, "select", 2],
  ["PluralRules", "en", undefined, "selectRange", 1, 2],
  ["ListFormat", "en-US", { type: "disjunction" }, "format", ["a", "b", "c"]],
  ["ListFormat", "de-DE", undefined, "formatToParts", ["a", "b"]],
  ["Collator", "sv-SE", undefined, "compare", "ä", "z"],
  ["Collator", "en-US", { numeric: true }, "compare", "item 10", "item 9"],
  ["DisplayNames", "en-US", { type: "region" }, "of", "DE"],
  ["DisplayNames", "de-DE", { type: "language" }, "of", "en-US"],
  ["DisplayNames", "en-US", { type: "currency" }, "of", "nonsense"],
  ["DisplayNames", "en-US", {}, "of", "DE"],
  ["NumberFormat", "en-US", { style: "currency" }, "format", 1],
  ["NumberFormat", "en-US", { currency: "nonsense", style: "currency" }, "format", 1],
  ["DateTimeFormat", "en-US", { timeZone: "Nowhere/Land" }, "format", time],
  ["DateTimeFormat", "en-US", { dateStyle: "short", year: "numeric" }, "format", time],
  ["DateTimeFormat", "not a tag", {}, "format", time],
];

function construct(realm: Realm, name: string, ...args: unknown[]): unknown {
  const facade = get(realm, realm.globals.get("Intl"), name);
  return (facade as { make: (realm: Realm, args: unknown[]) => unknown }).make(realm, args);
}

describe("Intl", () => {
  it.each(cases.map((entry) => ({ entry, title: JSON.stringify(entry) })))(
    "$title",
    ({ entry: [name, locales, options, method, ...args] }) => {
      const realm = createTestRealm();
      const universe = createUniverse(realm);
      const host = (Intl as unknown as Record<string, new (...args: unknown[]) => Record<string, (...args: unknown[]) => unknown>>)[name];
      let expected: unknown;
      try {
        expected = { value: host === undefined ? undefined : new host(locales, options)[method]?.(...args) };
      } catch (error) {
        expected = { threw: (error as Error).name };
      }
      const actual = runOurs(universe, () => {
        const formatter = construct(realm, name, universe.enter(locales), universe.enter(options));
        return call(realm, get(realm, formatter, method), formatter, args.map(universe.enter));
      });
      expect(actual).toEqual(expected);
    },
  );

  it("takes its defaults from the realm, never from the host", () => {
    const realm = createTestRealm({ locale: "de-DE", timeZone: "Asia/Tokyo" });
    const universe = createUniverse(realm);
    const resolved = (name: string, ...args: unknown[]) =>
      universe.leave(invoke(realm, construct(realm, name, ...args.map(universe.enter)), "resolvedOptions")) as Record<string, unknown>;
    expect(resolved("DateTimeFormat")).toMatchObject({ locale: "de-DE", timeZone: "Asia/Tokyo" });
    expect(resolved("NumberFormat", "tlh").locale).toBe("de-DE");
    expect(resolved("NumberFormat", "fr")).toMatchObject({ locale: "fr" });
    expect(resolved("DateTimeFormat", "en", { timeZone: "UTC" }).timeZone).toBe("UTC");
    const formatted = invoke(realm, construct(realm, "DateTimeFormat"), "format", make(realm, "Date", 0));
    expect(formatted).toBe("1.1.1970");
    expect(invoke(realm, construct(realm, "DateTimeFormat"), "format")).toBe(
      invoke(realm, construct(realm, "DateTimeFormat"), "format", realm.now()),
    );
  });

  it("hands out bound methods", () => {
    const realm = createTestRealm();
    const format = get(realm, construct(realm, "NumberFormat"), "format");
    expect(invoke(realm, [1_000, 2_000], "map", format)).toEqual(["1,000", "2,000"]);
    const compare = get(realm, construct(realm, "Collator", "sv"), "compare");
    expect(invoke(realm, ["ö", "z", "a"], "sort", compare)).toEqual(["a", "z", "ö"]);
  });

  it("is called without `new` where the language allows it", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    const intl = realm.globals.get("Intl");
    expect(invoke(realm, invoke(realm, intl, "NumberFormat"), "format", 1_000)).toBe("1,000");
    expect(runOurs(universe, () => invoke(realm, intl, "ListFormat"))).toEqual({ threw: "TypeError" });
    expect(invoke(realm, get(realm, intl, "NumberFormat"), "supportedLocalesOf", ["de", "tlh"])).toEqual(["de"]);
    expect(invoke(realm, intl, "getCanonicalLocales", "EN-us")).toEqual(["en-US"]);
  });

  it("reads only options of its table, and only primitives", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    expect(
      runOurs(universe, () => construct(realm, "NumberFormat", "en", universe.enter({ style: { toString: () => "percent" } }))),
    ).toEqual({ threw: "TypeError" });
    expect(invoke(realm, construct(realm, "NumberFormat", "en", universe.enter({ unknown: () => 1 })), "format", 1)).toBe("1");
    for (const names of Object.values(intlOptions)) expect(new Set(names).size).toBe(names.length);
  });

  it("pays dearly for a new formatter and little for a known one", () => {
    const realm = createTestRealm();
    const before = realm.fuel;
    invoke(realm, 1, "toLocaleString", "en", undefined);
    const first = before - realm.fuel;
    invoke(realm, 2, "toLocaleString", "en", undefined);
    const second = before - first - realm.fuel;
    expect(first).toBeGreaterThan(1_000);
    expect(second).toBeLessThan(100);
  });
});
