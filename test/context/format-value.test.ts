import { describe, expect, it } from "vitest";
import { formatValue } from "../../src/context/format-value.ts";
import { LimitError } from "../../src/runtime/failure.ts";
import { toRecord } from "../../src/runtime/record.ts";
import { createError } from "../../src/runtime/throw.ts";
import { ElementView, toOrigin } from "../../src/runtime/view.ts";
import { createFormatRealm } from "./format-realm.ts";

const masked = toRecord([
  ["isMasked", true],
  ["maskedPresentation", "****"],
]);
const view = new ElementView("b", toRecord([]), ["x"], toOrigin(0));

describe("formatValue", () => {
  it.each([
    ["tierStr", "gold", "gold"],
    ["noteTxt", "one\ntwo", "one\ntwo"],
    ["totalNum", 129.5, "129.5"],
    ["totalNum", 0, "0"],
    ["totalNum", -1840.25, "-1840.25"],
    ["placedAt", "2026-10-02T15:04:05Z", "Oct 2, 2026 3:04 PM"],
    ["placedAt", "2026-10-02T15:04:05.123+02:00", "Oct 2, 2026 1:04 PM"],
    ["placedAt", "2026-10-02T15:04:05+0200", "Oct 2, 2026 1:04 PM"],
    ["placedAt", "2026-10-02T15:04:05", "Oct 2, 2026 3:04 PM"],
    ["placedAt", "2026-10-02T15:04", "Oct 2, 2026 3:04 PM"],
    ["birthdayAt", "2026-10-02", "Oct 2, 2026"],
    ["giftBool", true, "Yes"],
    ["giftBool", false, "No"],
    ["trackingUrl", "https://a.example/1", "https://a.example/1"],
    ["orderId", "5f3e", "5f3e"],
    ["reasonTree", "returns.damaged", "Damaged"],
    ["reasonTree", "returns.damagedInTransit", "Damaged In Transit"],
    ["reasonTree", "returns.Wrong item sent", "Wrong item sent"],
    ["reasonTree", "damaged", "Damaged"],
    ["payloadObj", toRecord([["a", [1, "b", null, true]]]), '{"a":[1,"b",null,true]}'],
    ["payloadObj", [], "[]"],
    ["tags", ["vip", "late"], "vip, late"],
    ["status", "open", "open"],
    ["pinned", true, "Yes"],
    ["count", 3, "3"],
    ["sentiment", toRecord([["polarity", 1]]), "Positive"],
    [undefined, "as it is", "as it is"],
  ])("%s of %j shows as %j", (field, value, text) => {
    const realm = createFormatRealm();
    expect(formatValue(realm, value, field)).toBe(text);
    expect(realm.reported).toEqual([]);
  });

  it.each(["tierStr", "noteTxt", "totalNum", "placedAt", "giftBool", "trackingUrl", "orderId", "reasonTree", "payloadObj", "name"])(
    "%s: nothing for no value, the presentation for a masked one, markup as it is",
    (field) => {
      const realm = createFormatRealm();
      for (const value of [null, undefined, ""]) expect(formatValue(realm, value, field)).toBe("");
      expect(formatValue(realm, masked, field)).toBe("****");
      expect(formatValue(realm, view, field)).toBe(view);
      expect(formatValue(realm, ["a", view], field)).toEqual(["a", view]);
      expect(realm.reported).toEqual([]);
    },
  );

  it.each([
    ["tierStr", 5, "5", "a number"],
    ["totalNum", "12.50", "12.50", "a string"],
    ["placedAt", "next week", "next week", "a string"],
    ["placedAt", "2026-02-30T10:00:00Z", "2026-02-30T10:00:00Z", "a string"],
    ["placedAt", "2026-13-01", "2026-13-01", "a string"],
    ["placedAt", 1790953445000, "1790953445000", "a number"],
    ["giftBool", "true", "true", "a string"],
    ["trackingUrl", toRecord([["href", "x"]]), '{"href":"x"}', "a record"],
    ["orderId", ["a", "b"], "a, b", "an array"],
    ["reasonTree", false, "No", "a boolean"],
    ["payloadObj", "text", "text", "a string"],
    ["tierStr", createError("RangeError", "no"), "RangeError: no", "an Error"],
  ])("%s of %j is shown as it is, %j, and reported", (field, value, text, found) => {
    const realm = createFormatRealm();
    expect(formatValue(realm, value, field)).toBe(text);
    expect(formatValue(realm, value, field)).toBe(text);
    expect(realm.reported).toHaveLength(1);
    expect(realm.reported[0]).toMatchObject({ code: "context/value", severity: "warning" });
    expect(realm.reported[0]?.message).toContain(`\`${field}\``);
    expect(realm.reported[0]?.message).toContain(`found ${found}`);
  });

  it("reports a bounded number of attributes, with bounded names", () => {
    const realm = createFormatRealm();
    for (let i = 0; i < 500; i++) formatValue(realm, 1, `${"x".repeat(1000)}${i}Str`);
    for (let i = 0; i < 500; i++) formatValue(realm, 1, `x${i}Str`);
    expect(realm.reported).toHaveLength(50);
    expect(Math.max(...realm.reported.map(({ message }) => message.length))).toBeLessThan(200);
  });

  it("shows masked values inside objects and lists as they are presented", () => {
    const realm = createFormatRealm();
    expect(formatValue(realm, toRecord([["card", masked]]), "cardObj")).toBe('{"card":"****"}');
    expect(formatValue(realm, ["a", masked], "tags")).toBe("a, ****");
  });

  it("ends for values that hold themselves", () => {
    const list: unknown[] = [];
    list.push(list);
    expect(formatValue(createFormatRealm(), list, "tags")).toContain("…");
    for (let i = 0; i < 9; i++) list.push(list);
    expect(() => formatValue(createFormatRealm(), list, "payloadObj")).toThrow(LimitError);
  });
});
