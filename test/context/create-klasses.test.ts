import { describe, expect, it } from "vitest";
import { toAttributeLabel } from "../../src/context/attribute-label.ts";
import { createContext, createKlasses } from "../../src/context.ts";
import { toAttributeKind } from "../../src/policy/attribute-kind.ts";

describe("createKlasses", () => {
  const properties = { orderTotalNum: { displayName: "Total" }, noteTxt: {}, oldStr: { displayName: null } };

  it.each([
    ["properties", { order: { icon: "cart", properties } }],
    ["metadata.properties", { order: { metadata: { properties } } }],
    ["a list", [{ name: "order", metadata: { properties } }]],
  ])("reads %s", (_form, definitions) => {
    const klasses = createKlasses(definitions);
    expect(klasses.displayName("order", "orderTotalNum")).toBe("Total");
    expect(klasses.displayName("order", "noteTxt")).toBeUndefined();
    expect(klasses.displayName("order", "oldStr")).toBeUndefined();
    expect(klasses.displayName("order", "toString")).toBeUndefined();
    expect(klasses.displayName("constructor", "name")).toBeUndefined();
    expect(createContext({ resource: "customer", klasses }).klasses).toBe(klasses);
  });

  it.each([
    [[{ properties }], "klasses[0].name: expected a klass name, found nothing"],
    [{ "acme-order": 5 }, 'klasses["acme-order"]: expected a record, found a number'],
    [{ order: { metadata: { properties: 5 } } }, "klasses.order.metadata.properties: expected a record, found a number"],
    [
      { order: { properties: { aStr: { displayName: 5 } } } },
      "klasses.order.properties.aStr.displayName: expected a string, found a number",
    ],
    [[5], "klasses[0]: expected a record, found a number"],
    [[{ name: "" }], "klasses[0].name: expected a klass name, found a string"],
    [[{ name: "order", icon: 5 }], "klasses[0].icon: expected the name of an icon, found a number"],
    [[{ name: "order", color: ["red"] }], "klasses[0].color: expected a color, found an array"],
    [[{ name: "order", metadata: [] }], "klasses[0].metadata: expected a record, found an array"],
    [[{ name: "order", metadata: { standard: "yes" } }], "klasses[0].metadata.standard: expected true or false, found a string"],
    [[{ name: "order", metadata: { properties: [] } }], "klasses[0].metadata.properties: expected a record, found an array"],
    [
      [{ name: "order", metadata: { properties: { aStr: "A" } } }],
      "klasses[0].metadata.properties.aStr: expected a record, found a string",
    ],
    [
      [{ name: "order", metadata: { standard: true } }],
      "klasses[0].metadata.standard: expected no flag on a klass that is none of customer, conversation, company, message, user, found a boolean",
    ],
    [[{ name: "order" }, { name: "kobject.order" }], 'klasses[1]: expected one klass named "kobject.order", found a record'],
    [
      [{ name: "order", metadata: { relationships: { customer: { klass: "customer", type: "many" } } } }],
      "klasses[0].metadata.relationships.customer.type: expected one-to-one or one-to-many, found a string",
    ],
    [
      [{ name: "order", metadata: { relationships: { customer: { type: "one-to-one" } } } }],
      "klasses[0].metadata.relationships.customer.klass: expected the name of a klass, found nothing",
    ],
    [[{ name: "order", onChange: () => {} }], "klasses[0].onChange`: expected plain data, found a function"],
  ])("refuses %j", (definitions, message) => {
    expect(() => createKlasses(definitions)).toThrow(TypeError);
    expect(() => createKlasses(definitions)).toThrow(message);
  });

  it("reads custom klasses of an app definition", () => {
    const klasses = createKlasses([
      { name: "acme-order", icon: "cart", color: "#5b6cf9", metadata: { properties }, unknown: 1 },
      { name: "acme-return" },
    ]);
    expect(klasses.all().map(({ resource }) => resource)).toEqual([
      "customer",
      "conversation",
      "company",
      "message",
      "user",
      "kobject.acme-order",
      "kobject.acme-return",
    ]);
    const order = klasses.get("acme-order");
    expect(order).toBe(klasses.get("kobject.acme-order"));
    expect(order).toMatchObject({ resource: "kobject.acme-order", standard: false, icon: "cart", color: "#5b6cf9", relationships: [] });
    expect(order?.attributes.filter(({ standard }) => !standard)).toEqual([
      { name: "orderTotalNum", displayName: "Total", type: "Num", standard: false },
      { name: "noteTxt", displayName: undefined, type: "Txt", standard: false },
      { name: "oldStr", displayName: undefined, type: "Str", standard: false },
    ]);
    expect(order?.attribute("title")).toEqual({ name: "title", displayName: "Title", type: "Text", standard: true });
    expect(klasses.get("acme-other")).toBeUndefined();
  });

  it("adds attributes to standard klasses, of several apps", () => {
    const add = (name: string) => ({ name: "customer", metadata: { standard: true, properties: { [name]: { displayName: name } } } });
    const klasses = createKlasses([add("@acmeTierStr"), add("@globexScoreNum")]);
    expect(klasses.displayName("customer", "@acmeTierStr")).toBe("@acmeTierStr");
    expect(klasses.type("customer", "@globexScoreNum")).toBe("Num");
    expect(klasses.type("customer", "emails")).toBe("Addresses");
    expect(klasses.all()).toHaveLength(5);
    expect(createKlasses([]).displayName("customer", "@acmeTierStr")).toBeUndefined();
  });

  it("takes a klass named as a standard one without the flag for a custom one, as the product does", () => {
    const klasses = createKlasses([{ name: "customer", metadata: { properties: { tierStr: { displayName: "Tier of it" } } } }]);
    expect(klasses.displayName("customer", "tierStr")).toBeUndefined();
    expect(klasses.displayName("kobject.customer", "tierStr")).toBe("Tier of it");
  });

  it("reads relationships, each an attribute of the klass too", () => {
    const relationships = {
      buyer: { klass: "customer", type: "one-to-one", displayName: "Bought by" },
      parcels: { klass: "acme-parcel", type: "one-to-many" },
    };
    const klasses = createKlasses([{ name: "acme-order", metadata: { relationships } }]);
    expect(klasses.get("acme-order")?.relationships).toEqual([
      { name: "buyer", klass: "customer", type: "one-to-one" },
      { name: "parcels", klass: "kobject.acme-parcel", type: "one-to-many" },
    ]);
    expect(klasses.attribute("acme-order", "buyer")).toMatchObject({ type: "Link", displayName: "Bought by" });
    expect(klasses.attribute("acme-order", "parcels")).toMatchObject({ type: "Links", displayName: undefined });
  });

  it("can't be changed", () => {
    const klass = createKlasses([{ name: "order" }]).get("order");
    expect(() => Object.assign(klass ?? {}, { icon: "x" })).toThrow(TypeError);
    expect(() => Object.assign(klass?.attributes[0] ?? {}, { type: "Num" })).toThrow(TypeError);
    (klass?.attributes as unknown[]).length = 0;
    expect(klass?.attributes.length).toBeGreaterThan(5);
  });
});

describe("the standard klasses", () => {
  const klasses = createKlasses([]);

  it.each([
    ["customer", "emails", "Addresses", "Emails"],
    ["customer", "birthdayAt", "Day", "Birthday"],
    ["conversation", "channels", "Words", "Channels"],
    ["conversation", "sla", "Any", "SLA"],
    ["company", "createdAt", "At", "Created"],
    ["message", "channel", "Word", "Channel"],
    ["user", "userType", "Word", "User Type"],
    ["currentUser", "email", "Str", "Email"],
    ["kobject.anything", "externalId", "Text", "External ID"],
    ["kobject", "images", "Addresses", "Images"],
  ])("%s.%s is a %s, %s", (klass, attribute, type, displayName) => {
    expect(klasses.attribute(klass, attribute)).toEqual({ name: attribute, type, displayName, standard: true });
  });

  it("know no attribute of another klass, of no klass, or of a prototype", () => {
    for (const [klass, name] of [
      ["customer", "channels"],
      ["", "emails"],
      ["company", "constructor"],
      ["__proto__", "emails"],
      ["customer", "custom.emails"],
    ] as const)
      expect(klasses.attribute(klass, name)).toBeUndefined();
  });

  it("tell custom attributes apart from the platform's by their path", () => {
    const own = createKlasses([{ name: "order", metadata: { properties: { totalNum: { displayName: "Sum" } } } }]);
    expect(own.displayName("order", "custom.totalNum")).toBe("Sum");
    expect(own.displayName("order", "custom.title")).toBeUndefined();
  });

  it("are labelled as their names are, where these say enough", () => {
    const other = klasses
      .all()
      .flatMap(({ resource, attributes }) =>
        attributes.flatMap(({ name, displayName }) =>
          displayName === toAttributeLabel(name) ? [] : [`${resource}.${name}: ${displayName}`],
        ),
      );
    expect(other.filter((label) => !/: (ID|External IDs|WhatsApp|Websites|Conversations|Messages|Notes|SLA)$/.test(label))).toEqual([]);
  });

  // `kview.link` is folded by the suffix alone when a view is compiled.
  it("have the type Url only where the name says so", () => {
    for (const { attributes } of klasses.all())
      for (const { name, type } of attributes)
        if (type === "Url" || toAttributeKind(name) === "Url") expect([type, toAttributeKind(name)]).toEqual(["Url", "Url"]);
  });
});
