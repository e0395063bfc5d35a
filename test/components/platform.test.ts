import { describe, expect, it } from "vitest";
import { createKlasses } from "../../src/context.ts";
import { Native } from "../../src/runtime/handles.ts";
import { createRecord, toRecord } from "../../src/runtime/record.ts";
import { ElementView, toOrigin } from "../../src/runtime/view.ts";
import { platform } from "../../src/scope/platform.ts";
import { createFormatRealm } from "../context/format-realm.ts";

const view = new ElementView("b", createRecord(), ["x"], toOrigin(0));
const masked = toRecord([
  ["isMasked", true],
  ["maskedPresentation", "****"],
]);

function run(name: string, ...args: readonly unknown[]): unknown {
  const klasses = createKlasses({
    order: { properties: { totalNum: { displayName: "Grand total" } } },
    customer: { properties: { name: { displayName: "Full name" } } },
  });
  const realm = { ...createFormatRealm(), klasses };
  const helper = platform.members.get(name);
  if (!(helper instanceof Native) || helper.run === undefined) throw new Error(`no helper ${name}`);
  return helper.run(realm, undefined, args);
}

describe("kview in the templates of components", () => {
  it("labels by klass, else by name", () => {
    expect(run("label", "totalNum", "kobject.order")).toBe("Grand total");
    expect(run("label", "totalNum", "kobject.other")).toBe("Total");
    expect(run("label", "name")).toBe("Full name");
    expect(run("label", undefined)).toBeUndefined();
    expect(run("label", masked)).toBeUndefined();
  });

  it("links web addresses in attributes of type Url only", () => {
    expect(run("link", "https://a.example", "shopUrl")).toBe("https://a.example");
    expect(run("link", "HTTP://a.example", "shopUrl")).toBe("HTTP://a.example");
    for (const value of ["javascript:alert(1)", "a.example", " https://a.example", masked, null, view])
      expect(run("link", value, "shopUrl")).toBeUndefined();
    expect(run("link", "https://a.example", "shopStr")).toBeUndefined();
  });

  it("begins inputs with nothing where there is no value", () => {
    for (const value of [undefined, null, "", view]) expect(run("input", value, "nameStr")).toBe("");
    expect(run("input", true, "giftBool")).toBe("Yes");
    expect(run("input", masked, "nameStr")).toBe("****");
  });

  it("collects images", () => {
    const photo = toRecord([
      ["url", "https://a.example/2.png"],
      ["name", "Front"],
    ]);
    expect(run("images", ["https://a.example/1.png", photo, null, 5, toRecord([])])).toEqual([
      toRecord([
        ["url", "https://a.example/1.png"],
        ["name", "Image 1"],
      ]),
      photo,
    ]);
    expect(run("images", "https://a.example/1.png")).toHaveLength(1);
    for (const value of [undefined, null, masked]) expect(run("images", value)).toEqual([]);
  });

  it("names users and teams", () => {
    const user = toRecord([["displayName", "Ada"]]);
    const team = toRecord([["attributes", toRecord([["name", "Returns"]])]]);
    expect(run("titles", [user, team, "Kim", masked, null])).toBe("Ada, Returns, Kim, ****");
    expect(run("titles", toRecord([["id", "u1"]]))).toBe("u1");
    for (const value of [undefined, null, [], 5]) expect(run("titles", value)).toBe("");
    expect(run("titles", view)).toBe(view);
  });
});
