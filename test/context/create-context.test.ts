import { describe, expect, it } from "vitest";
import { Bag } from "../../src/context/bag.ts";
import { createContext } from "../../src/context.ts";
import { isRecord, type Rec } from "../../src/runtime/record.ts";

const customer = { id: "c1", name: "Ada", emails: [{ email: "ada@example.com", verified: true }], custom: { tierStr: "gold" }, note: 1 };
const resource = {
  type: "customer",
  id: "c1",
  attributes: { name: "Ada", emails: [{ email: "ada@example.com" }], custom: { tierStr: "gold" } },
  relationships: { company: { data: { type: "company", id: "o1" } } },
};

/** The bag's data as plain objects, for comparing. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function names(input: unknown): Rec {
  return createContext(input as never).names;
}

describe("createContext", () => {
  it("gives every standard name, undefined without data", () => {
    const bag = createContext({ resource: "customer" });
    expect(bag).toBeInstanceOf(Bag);
    expect(bag.resource).toBe("customer");
    expect(Object.keys(bag.names).sort()).toEqual(
      // biome-ignore format: a list of names.
      ["app", "appSettings", "company", "context", "conversation", "currentUser", "customer", "kobject", "message", "object", "user", "widget"],
    );
    expect(bag.names.customer).toBeUndefined();
    expect(bag.names.object).toBeUndefined();
    expect(plain(bag.names.context)).toEqual({});
  });

  it("takes flat records and gives their resources too", () => {
    const found = names({ resource: "customer", customer });
    expect(plain(found.customer)).toEqual(customer);
    const { id, ...attributes } = customer;
    expect(plain(found.context)).toEqual({ customer: { type: "customer", id, attributes } });
  });

  it("takes JSON:API resources and flattens them", () => {
    const found = names({ resource: "customer", customer: resource });
    expect(plain(found.context)).toEqual({ customer: resource });
    const { attributes, ...rest } = resource;
    expect(plain(found.customer)).toEqual({ ...attributes, ...rest });
  });

  it("shares attribute values between the forms instead of copying them twice", () => {
    for (const input of [customer, resource]) {
      const found = names({ resource: "customer", customer: input });
      const flat = found.customer as Rec;
      const attributes = ((found.context as Rec).customer as Rec).attributes as Rec;
      expect(flat.custom).toBe(attributes.custom);
      expect((found.object as Rec).custom).toBe(flat.custom);
    }
  });

  it("takes a flat KObject that has attributes named type and attributes of its own", () => {
    const gift = { id: "k1", title: "Gift", type: "gift", attributes: { color: "red" } };
    const found = names({ resource: "kobject.gift", kobject: gift });
    expect(plain(found.kobject)).toEqual(gift);
    const { id, ...attributes } = gift;
    expect(plain(found.context)).toEqual({ "kobject.gift": { type: "kobject.gift", id, attributes } });
  });

  it("names KObjects by klass: the view's own, or their type", () => {
    const kobject = { type: "kobject.order", id: "k1", attributes: { title: "10-4417" } };
    expect(Object.keys(names({ resource: "kobject.order", kobject: { title: "x" } }).context as Rec)).toEqual(["kobject.order"]);
    expect(Object.keys(names({ resource: "customer", kobject }).context as Rec)).toEqual(["kobject.order"]);
    expect(Object.keys(names({ resource: "customer", kobject: { title: "x" } }).context as Rec)).toEqual(["kobject"]);
  });

  it.each([
    ["customer", "customer"],
    ["conversation", "conversation"],
    ["company", "company"],
    ["message", "message"],
    ["user", "user"],
    ["kobject", "kobject.acme-order"],
  ])("gives %s as `object` of a view of %s, with the payload for a DynamicCard", (name, type) => {
    const found = names({ resource: type, customer: { name: "Ada" }, [name]: { id: "1", custom: {} } });
    const { context, ...rest } = plain(found.object) as Record<string, unknown>;
    expect(rest).toEqual({ id: "1", custom: {} });
    expect(context).toEqual({ ...(plain(found.context) as object), type });
    expect(found[name]).not.toHaveProperty("context");
  });

  it("flattens the agent, passes widget, app and names of the host's own", () => {
    const found = names({
      resource: "customer",
      currentUser: { type: "user", id: "u1", attributes: { name: "Kim", teams: [{ id: "t1" }] } },
      widget: { isOpen: true },
      app: { id: "acme" },
      custom: { weather: { today: "rain" }, list: [1, 2] },
    });
    expect(plain(found.currentUser)).toEqual({ id: "u1", type: "user", name: "Kim", teams: [{ id: "t1" }] });
    expect(plain(found.widget)).toEqual({ isOpen: true });
    expect(plain(found.app)).toEqual({ id: "acme" });
    expect(plain(found.weather)).toEqual({ today: "rain" });
    expect(found.list).toEqual([1, 2]);
  });

  it("gives app settings as lists by category, from either form", () => {
    const list = [{ attributes: { name: "url", value: "https://a.example", app: "acme" } }];
    const found = names({ resource: "customer", appSettings: { default: list, plain: { limit: 5, on: true } } });
    expect(plain(found.appSettings)).toEqual({
      default: list,
      plain: [{ attributes: { name: "limit", value: 5 } }, { attributes: { name: "on", value: true } }],
    });
  });

  it("accepts null, masked values and unknown attributes everywhere", () => {
    const masked = { isMasked: true, maskedPresentation: "***" };
    const input = { name: masked, emails: masked, phones: null, custom: null, createdAt: null, somethingNew: [1], tags: null };
    expect(plain(names({ resource: "customer", customer: input, company: null }).customer)).toEqual(input);
    for (const channels of [["email"], "email", null]) {
      expect(names({ resource: "conversation", conversation: { channels } }).conversation).toBeDefined();
    }
  });

  it("copies: later changes of the host's objects do not show, nothing of the host is in the bag", () => {
    const input = { name: "Ada", custom: { listObj: [{ n: 1 }] } };
    const found = names({ resource: "customer", customer: input });
    input.custom.listObj[0] = { n: 2 };
    input.name = "Eve";
    expect(plain(found.customer)).toEqual({ name: "Ada", custom: { listObj: [{ n: 1 }] } });
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      expect(Array.isArray(value) || isRecord(value)).toBe(true);
      Object.values(value).forEach(visit);
    };
    visit(found);
  });

  it("does not read what a polluted Object.prototype adds", () => {
    const proto = Object.prototype as Record<string, unknown>;
    proto.kobject = { title: "evil" };
    try {
      expect(names({ resource: "customer", customer: { name: "Ada" } }).kobject).toBeUndefined();
    } finally {
      delete proto.kobject;
    }
  });

  it("keeps `__proto__` of JSON data an ordinary key", () => {
    const input = JSON.parse('{"name":"Ada","__proto__":{"admin":true},"custom":{"__proto__":{"x":1}}}');
    const found = names({ resource: "customer", customer: input }).customer as Rec;
    expect(found.admin).toBeUndefined();
    expect(Object.keys(found)).toContain("__proto__");
    expect((found.custom as Rec).x).toBeUndefined();
  });

  it.each([
    [undefined, "createContext: expected a record of the card's data, found nothing"],
    [[], "found an array"],
    [{}, "resource: expected customer, conversation, company, message, user or kobject.<klass>, found nothing"],
    [{ resource: "ticket" }, 'resource: expected customer, conversation, company, message, user or kobject.<klass>, found "ticket"'],
    [{ resource: "kobject" }, 'found "kobject"'],
    [{ resource: 5 }, "found a number"],
    [{ resource: "customer", costumer: {} }, "unknown key `costumer`; did you mean `customer`?"],
    [{ resource: "customer", weather: {} }, "unknown key `weather`; data under other names belongs into `custom`"],
    [{ resource: "customer", customer: "Ada" }, "customer: expected a record, found a string"],
    [{ resource: "customer", customer: [] }, "customer: expected a record, found an array"],
    [{ resource: "customer", customer: { emails: "x" } }, "customer.emails: expected an array, found a string"],
    [{ resource: "customer", customer: { name: 5 } }, "customer.name: expected a string, found a number"],
    [{ resource: "customer", customer: { custom: [] } }, "customer.custom: expected a record, found an array"],
    [{ resource: "customer", customer: { createdAt: {} } }, "customer.createdAt: expected an ISO 8601 date-time, found a record"],
    [
      { resource: "customer", customer: { ...resource, attributes: { tags: 5 } } },
      "customer.attributes.tags: expected an array, found a number",
    ],
    [{ resource: "customer", customer: { ...resource, relationships: [] } }, "customer.relationships: expected a record, found an array"],
    [{ resource: "conversation", conversation: { channels: {} } }, "conversation.channels: expected an array or a string, found a record"],
    [{ resource: "kobject.order", kobject: { images: "a.png" } }, "kobject.images: expected an array, found a string"],
    [{ resource: "customer", currentUser: { name: [] } }, "currentUser.name: expected a string, found an array"],
    [{ resource: "customer", appSettings: [] }, "appSettings: expected a record, found an array"],
    [
      { resource: "customer", appSettings: { default: 5 } },
      "appSettings.default: expected an array of settings or a record of values, found a number",
    ],
    [{ resource: "customer", appSettings: { "my-app": [5] } }, 'appSettings["my-app"][0]: expected a record, found a number'],
    [
      { resource: "customer", appSettings: { default: [{ attributes: {} }] } },
      "appSettings.default[0].attributes.name: expected a string, found nothing",
    ],
    [{ resource: "customer", widget: true }, "widget: expected a record, found a boolean"],
    [{ resource: "customer", custom: "x" }, "custom: expected a record, found a string"],
    [{ resource: "customer", custom: { customer: {} } }, "custom.customer: expected a name of your own"],
    [{ resource: "customer", custom: { object: {} } }, "custom.object: expected a name of your own"],
    [{ resource: "customer", custom: { _: {} } }, "custom._: expected a name of your own"],
    [{ resource: "customer", klasses: 5 }, "klasses: expected a record, found a number"],
    [{ resource: "customer", klasses: { order: { properties: [] } } }, "klasses.order.properties: expected a record, found an array"],
  ])("refuses %j", (input, message) => {
    expect(() => names(input)).toThrow(TypeError);
    expect(() => names(input)).toThrow(message);
  });

  it.each([
    ["function", { name: () => "Ada" }],
    ["symbol", { name: Symbol("Ada") }],
    ["bigint", { custom: { n: 1n } }],
  ])("refuses a %s in the data, naming where it is", (_kind, input) => {
    expect(() => names({ resource: "customer", customer: input })).toThrow(TypeError);
    expect(() => names({ resource: "customer", customer: input })).toThrow(/customer\.(name|custom\.n).*: expected plain data, found a /);
  });
});
