import { describe, expect, it } from "vitest";
import { toAttributeLabel } from "../../src/context/attribute-label.ts";
import { toAttributeKind } from "../../src/policy/attribute-kind.ts";

describe("toAttributeKind", () => {
  it.each([
    ["orderNumberStr", "Str"],
    ["noteTxt", "Txt"],
    ["orderTotalNum", "Num"],
    ["createdAt", "At"],
    ["giftBool", "Bool"],
    ["trackingUrl", "Url"],
    ["externalId", "Id"],
    ["reasonTree", "Tree"],
    ["payloadObj", "Obj"],
    ["@acmeordLoyaltyTierStr", "Str"],
    ["Str", "Str"],
    ["trackingURLStr", "Str"],
    ["custom.totalNum", "Num"],
    ["name", undefined],
    ["format", undefined],
    ["orderStrs", undefined],
    ["totalNUM", undefined],
    ["orderSTR", undefined],
    ["A", undefined],
    ["", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
    [7, undefined],
    [undefined, undefined],
  ])("%s is %s", (field, kind) => {
    expect(toAttributeKind(field)).toBe(kind);
  });
});

describe("toAttributeLabel", () => {
  it.each([
    ["orderTotalNum", "Order Total"],
    ["@acmeordLoyaltyTierStr", "Loyalty Tier"],
    ["@acme-2LoyaltyTierStr", "Loyalty Tier"],
    ["createdAt", "Created"],
    ["avatarUrl", "Avatar"],
    ["externalId", "External ID"],
    ["trackingURLStr", "Tracking URL"],
    ["orderHTMLBodyTxt", "Order HTML Body"],
    ["order_total", "Order Total"],
    ["order-total", "Order Total"],
    ["address2Str", "Address 2"],
    ["custom.orderTotalNum", "Order Total"],
    ["name", "Name"],
    ["Str", "Str"],
    ["Id", "Id"],
    ["@acmeStr", "Str"],
    ["@acme", "@acme"],
    ["größeStr", "Größe"],
  ])("%s reads %s", (field, label) => {
    expect(toAttributeLabel(field)).toBe(label);
  });

  it("cuts names that no label needs", () => {
    expect(toAttributeLabel(`${"A".repeat(100_000)}Str`).length).toBeLessThan(500);
  });
});
