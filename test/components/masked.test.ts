// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { standardComponents } from "../../src/components.ts";
import { createContext } from "../../src/index.ts";
import { compileCard, runDom, runString } from "../support/card.ts";

// A host should never send what a mask hides; should one do so, no component of ours may show it.
const secret = "hunter2";
const masked = Object.fromEntries(
  ["value", "name", "title", "displayName", "email", "phone", "url", "src", "id", "label", "amount", "polarity", "address"].map((key) => [
    key,
    key === "url" || key === "src" ? `https://a.example/${secret}` : secret,
  ]),
);
const value = { ...masked, attributes: { name: secret }, isMasked: true, maskedPresentation: "****" };
const inside = { name: value, email: value, url: value, attributes: value };

const bag = createContext({ resource: "customer", custom: { value, list: [value, value], inside, insides: [inside] } });

/** Props that name things or say how they look; every other one is given the masked value. */
const plain = new Set(["className", "style", "children", "field", "type", "object", "size", "onChange", "onClick"]);

const shapes = ["value", "list", "inside", "insides"];
const cases = standardComponents.flatMap(({ name, propNames = [] }: { readonly name: string; readonly propNames?: readonly string[] }) =>
  shapes.map((shape) => [name, shape, propNames.filter((prop) => !plain.has(prop))] as const),
);

describe("masked values", () => {
  it("are tried in every component", () => {
    expect(standardComponents.length).toBeGreaterThan(15);
    expect(cases.filter(([, , props]) => props.length > 0).length).toBeGreaterThan(40);
  });

  it.each(cases)("%s never shows what stands beside a mask: %s", (name, shape, props) => {
    for (const field of [
      "cardStr",
      "emails",
      "companyObj",
      "company",
      "createdAt",
      "sentiment",
      "locations",
      "conversationCounts",
      "shopUrl",
    ]) {
      for (const prop of props) {
        const source = `<${name} field="${field}" type="customer" object="customer" ${prop}={${shape}}/>`;
        const { template } = compileCard(source);
        for (const run of [runString, runDom]) expect(run(template, bag).html, source).not.toContain(secret);
      }
    }
  });

  it.each(["Field", "Row", "CreateFormRow"])("%s shows the presentation, whatever the attribute's type", (name) => {
    for (const field of [
      "cardStr",
      "totalNum",
      "dueAt",
      "giftBool",
      "shopUrl",
      "reasonTree",
      "dataObj",
      "emails",
      "tags",
      "sentiment",
      "company",
    ]) {
      const { template } = compileCard(`<${name} field="${field}" type="customer" object="customer" value={value}/>`);
      for (const run of [runString, runDom]) expect(run(template, bag).html).toContain("****");
    }
  });
});
