import { describe, expect, it } from "vitest";
import { Native } from "../../src/runtime/handles.ts";
import { type Rec, toRecord } from "../../src/runtime/record.ts";
import { platform } from "../../src/scope/platform.ts";
import { createFormatRealm } from "../context/format-realm.ts";

interface Place {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly now?: string;
}

function run({ now = "2026-10-05T08:00:00Z", ...place }: Place, name: string, ...args: readonly unknown[]): unknown {
  const realm = { ...createFormatRealm(place), now: () => Date.parse(now) };
  const helper = platform.members.get(name);
  if (!(helper instanceof Native) || helper.run === undefined) throw new Error(`no helper ${name}`);
  return helper.run(realm, undefined, args);
}

const record = (entries: Readonly<Record<string, unknown>>) => toRecord(Object.entries(entries));

describe("kview.relative", () => {
  it.each([
    ["2026-10-05T08:00:30Z", {}, "now"],
    ["2026-10-05T07:58:59Z", {}, "1 minute ago"],
    ["2026-10-05T08:44:00Z", {}, "in 44 minutes"],
    ["2026-10-05T05:00:00Z", {}, "3 hours ago"],
    ["2026-10-04T08:00:00Z", {}, "yesterday"],
    ["2026-09-20T08:00:00Z", {}, "15 days ago"],
    ["2026-07-20T08:00:00Z", {}, "3 months ago"],
    ["2020-10-05T08:00:00Z", {}, "6 years ago"],
    ["2026-10-05", {}, "today"],
    // In Auckland it is the evening of the 5th, in Los Angeles one in the morning; at 23:30 UTC it is the 6th already in Auckland.
    ["2026-10-06", { timeZone: "Pacific/Auckland", now: "2026-10-05T23:30:00Z" }, "today"],
    ["2026-10-06", { timeZone: "America/Los_Angeles", now: "2026-10-05T23:30:00Z" }, "tomorrow"],
    ["2026-10-02T08:00:00Z", { locale: "de-DE" }, "vor 3 Tagen"],
    ["2026-10-04T08:00:00Z", { locale: "sv-SE" }, "i går"],
    ["next week", {}, undefined],
    [null, {}, undefined],
    [Number.NaN, {}, undefined],
    [1e300, {}, undefined],
  ])("%s, %o: %s", (value, place, text) => {
    expect(run(place, "relative", value)).toBe(text);
  });
});

describe("kview.money", () => {
  it.each([
    [[1234.5, "USD"], {}, "$1,234.50"],
    [[1234.5, "EUR"], { locale: "de-DE" }, "1.234,50\u00a0€"],
    [[1234.5, "EUR"], { locale: "fr-FR" }, "1\u00a0234,50\u00a0€"],
    [[1234.5, "JPY"], { locale: "ja-JP" }, "￥1,235"],
    [[123_450, "KWD", true], {}, "KWD\u00a0123.450"],
    [[500, "JPY", true], {}, "¥500"],
    [[-12, "GBP"], {}, "-£12.00"],
    [["12.50", "GBP"], {}, "£12.50"],
    [["twelve", "GBP"], {}, "twelve"],
    [[12, "<b>"], {}, "12 <b>"],
    [[null, "GBP"], {}, ""],
  ])("%o %o: %s", (args, place, text) => {
    expect(run(place, "money", ...args)).toBe(text);
  });

  it("makes formatters of a bounded number of currencies, and charges for each", () => {
    const realm = createFormatRealm();
    const helper = platform.members.get("money") as Native;
    const before = realm.fuel;
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const a of letters) for (const b of letters) helper.run?.(realm, undefined, [1, `Q${a}${b}`]);
    expect(realm.formatters.size).toBeLessThanOrEqual(200);
    expect(before - realm.fuel).toBeGreaterThanOrEqual(26 * 26 * 1_000);
  });
});

describe("kview.initials and kview.shade", () => {
  it.each([
    ["Ada Lovelace", "AL"],
    ["Jean-Luc de Graaf", "JG"],
    ["kim", "K"],
    ["  ", ""],
    ["(Returns) — Team 2", "R2"],
    ["😀 Ada", "A"],
    ["Åsa Öberg", "ÅÖ"],
    [undefined, ""],
    ["x".repeat(100_000), "X"],
  ])("%s: %s", (name, letters) => {
    expect(run({}, "initials", name)).toBe(letters);
  });

  it("gives a name its colour wherever it stands", () => {
    const shades = ["Ada", "Kim", "Lee", "Marta", "Noor", "Olu", "Per", "Quin"].map((name) => run({}, "shade", name));
    expect(shades).toEqual(
      ["Ada", "Kim", "Lee", "Marta", "Noor", "Olu", "Per", "Quin"].map((name) => run({ locale: "de-DE" }, "shade", name)),
    );
    expect(new Set(shades).size).toBeGreaterThan(3);
    for (const shade of shades) expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(shade);
  });
});

describe("kview.reach", () => {
  it.each([
    ["+46 (8) 123-45.67", "phone", "tel:+4681234567"],
    [5_550_100, "phone", "tel:5550100"],
    ["12", "phone", undefined],
    ["javascript:alert(1)", "phone", undefined],
    ["+1 555 0100 ext 5", "phone", undefined],
    ["a@b.example", "email", "mailto:a@b.example"],
    ["a@b.example?bcc=c@d.example", "email", undefined],
    ["a&b%41@c.example", "email", "mailto:a%26b%2541@c.example"],
    ["a@b.example,c@d.example", "email", undefined],
    ["nobody", "email", undefined],
  ])("%s: %s", (value, kind, address) => {
    expect(run({}, "reach", value, kind)).toBe(address);
  });
});

describe("kview.share, kview.percent, kview.count", () => {
  it.each([
    ["share", [1, 3], {}, "33.3"],
    ["share", [5, 0], {}, undefined],
    ["share", [5, "x"], {}, undefined],
    ["share", [Number.POSITIVE_INFINITY, 5], {}, undefined],
    ["percent", [1, 3], {}, "33%"],
    ["percent", [1, 2], { locale: "de-DE" }, "50\u00a0%"],
    ["count", [100], {}, "99+"],
    ["count", [12_345, 50_000], { locale: "de-DE" }, "12.345"],
    ["count", [-3], {}, "-3"],
  ])("%s %o %o: %s", (name, args, place, text) => {
    expect(run(place, name, ...args)).toBe(text);
  });
});

describe("kview.table", () => {
  it("reads paths, own names first, and stops at masks", () => {
    const masked = record({ isMasked: true, maskedPresentation: "**", a: "secret" });
    const rows = [record({ "x.y": 1, x: record({ y: 2, z: record({ w: 3 }) }) }), record({ x: masked })];
    const { head, body } = run({}, "table", ["x.y", "x.z.w", "x.a"], rows) as {
      readonly head: readonly Rec[];
      readonly body: readonly Rec[][];
    };
    expect(head.map(({ label }) => label)).toEqual(["Y", "W", "A"]);
    expect(body.map((row) => row.map(({ value }) => value))).toEqual([
      ["1", "3", ""],
      ["**", "**", "**"],
    ]);
  });

  it("is bounded and charged", () => {
    const wide = Array.from({ length: 500 }, (_, index) => `c${index}`);
    expect((run({}, "table", wide, []) as { readonly head: readonly unknown[] }).head).toHaveLength(40);
    const realm = createFormatRealm({ fuel: 1_000 });
    const helper = platform.members.get("table") as Native;
    expect(() => helper.run?.(realm, undefined, [["a"], Array.from({ length: 10_000 }, () => record({ a: 1 }))])).toThrow("steps");
  });
});

describe("kview.chart", () => {
  const draw = (data: unknown) => run({}, "chart", data) as Rec & { readonly bars: readonly Rec[] };

  it("stays inside its box, whatever the numbers", () => {
    for (const data of [
      [1, 2, 3],
      [-5, 5],
      [0, 0],
      [1e300, -1e300],
      [Number.MAX_VALUE, -Number.MAX_VALUE],
      [1e-300],
      ["7", "x", null, 2],
    ]) {
      for (const { x, y, width, height } of draw(data).bars as unknown as readonly Readonly<
        Record<"x" | "y" | "width" | "height", number>
      >[]) {
        for (const value of [x, y, width, height]) expect(value, String(data)).toBeGreaterThanOrEqual(0);
        expect(x + width, String(data)).toBeLessThanOrEqual(100);
        expect(y + height, String(data)).toBeLessThanOrEqual(100);
      }
    }
  });

  it("takes numbers, pairs and records, and leaves out the rest", () => {
    expect(draw([3, ["May", 4], record({ label: "Jun", value: 5.5 }), record({}), "x", null]).text).toBe("3.00, May 4.00, Jun 5.50");
    expect(draw("x").bars).toEqual([]);
  });

  it("draws at most as many marks as can be told apart", () => {
    expect(draw(Array.from({ length: 5_000 }, (_, index) => index)).bars).toHaveLength(120);
  });
});
