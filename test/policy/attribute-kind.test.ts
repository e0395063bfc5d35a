import { describe, expect, it } from "vitest";
import { toAttributeKind } from "../../src/policy/attribute-kind.ts";

describe("the type that an attribute's name tells", () => {
  it.each([
    ["nameStr", "Str"],
    ["bodyTxt", "Txt"],
    ["totalNum", "Num"],
    ["sentAt", "At"],
    ["isPaidBool", "Bool"],
    ["siteUrl", "Url"],
    ["orderId", "Id"],
    ["pageTree", "Tree"],
    ["moreObj", "Obj"],
    // The suffix may be all of the name.
    ["Id", "Id"],
    ["Tree", "Tree"],
    ["ZAt", "At"],
  ])("%j is %s", (name, kind) => {
    expect(toAttributeKind(name)).toBe(kind);
  });

  it.each([
    "",
    "I",
    "d",
    "id",
    "name",
    "nameSTR",
    "nameStrs",
    "nameStrX",
    "xAtBo",
    "bool@t",
    "x[at",
    "nameZzz",
    "aStringTree1",
    "Atxx",
    "Boolx",
    undefined,
    null,
    7,
    [["totalNum"]],
    { length: 5, charCodeAt: () => 65, slice: () => "Num" },
  ])("%j tells none", (name) => {
    expect(toAttributeKind(name)).toBeUndefined();
  });
});
