import { describe, expect, it } from "vitest";
import { formatValue } from "../../src/context/format-value.ts";
import { createKlasses } from "../../src/context.ts";
import { LimitError } from "../../src/runtime/failure.ts";
import { importValue } from "../../src/runtime/import.ts";
import { createFormatRealm } from "./format-realm.ts";

const masked = { isMasked: true, maskedPresentation: "****" };

function format(klass: string, field: string, value: unknown, locale = "en-US") {
  const realm = createFormatRealm({ locale });
  return { text: formatValue(realm, importValue(value, "value"), field, klass), reports: realm.reported.map(({ message }) => message) };
}

describe("standard attributes", () => {
  it.each([
    [
      "customer",
      "emails",
      [{ type: "work", verified: true, email: "ada@a.example" }, { email: "b@b.example" }],
      "ada@a.example, b@b.example",
    ],
    ["customer", "emails", [], ""],
    ["customer", "emails", [{ email: masked }, { email: "b@b.example" }], "****, b@b.example"],
    ["customer", "emails", [masked], "****"],
    ["customer", "emails", [{ verified: true }], '{"verified":true}'],
    ["customer", "phones", [{ type: "mobile", phone: "+15550100" }], "+15550100"],
    ["customer", "whatsapps", [{ phone: "+15550100" }], "+15550100"],
    ["customer", "socials", [{ type: "twitter", username: "ada" }], "ada"],
    ["customer", "urls", [{ url: "https://a.example" }], "https://a.example"],
    ["customer", "externalIds", [{ externalId: "A-1", verified: true }, "B-2"], "A-1, B-2"],
    ["customer", "externalId", 4417, "4417"],
    ["customer", "tags", ["vip", "late"], "vip, late"],
    ["customer", "tags", ["vip", null, "", masked], "vip, ****"],
    ["customer", "sentiment", { polarity: 1, confidence: 0.9 }, "Positive"],
    ["customer", "sentiment", { polarity: 0 }, "Neutral"],
    ["customer", "sentiment", { polarity: -1 }, "Negative"],
    ["customer", "sentiment", { polarity: "positive" }, "Positive"],
    ["customer", "sentiment", { polarity: masked }, "****"],
    ["customer", "conversationCounts", { open: 3, snoozed: 0, done: 12, all: 15 }, "Open 3, Snoozed 0, Done 12, All 15"],
    ["customer", "conversationCounts", { done: 2, other: 5 }, "Done 2"],
    [
      "customer",
      "locations",
      [{ type: "home", address: "1 Main St", zipCode: "10001", cityName: "New York" }],
      "1 Main St, 10001, New York",
    ],
    ["customer", "locations", [{ countryCode: "SE" }, { city: "Oslo" }], "SE; Oslo"],
    ["customer", "company", { id: "c1", name: "Acme" }, "Acme"],
    ["customer", "company", "5f1e0c0a2b3c4d5e6f708192", "5f1e0c0a2b3c4d5e6f708192"],
    ["customer", "company", { type: "company", id: "c1", attributes: { name: "Acme" } }, "Acme"],
    ["customer", "company", { links: {} }, '{"links":{}}'],
    ["customer", "birthdayAt", "1990-05-05T00:00:00.000Z", "May 5, 1990"],
    ["customer", "createdAt", "2026-10-02T15:04:05Z", "Oct 2, 2026 3:04 PM"],
    ["customer", "satisfactionLevel", { score: 5 }, '{"score":5}'],
    ["conversation", "channels", ["email", "chat"], "Email, Chat"],
    ["conversation", "channels", "social_media", "Social Media"],
    ["conversation", "status", "snoozed", "Snoozed"],
    ["conversation", "status", "Waiting for parts", "Waiting for parts"],
    ["conversation", "priority", 5, "5"],
    [
      "conversation",
      "assignedUsers",
      ["u1", { name: "Ada" }, { type: "user", id: "u2", attributes: { displayName: "Kim" } }],
      "u1, Ada, Kim",
    ],
    ["conversation", "lastMessageIn", { id: "m1", sentAt: "2026-10-02T15:04:05Z" }, "Oct 2, 2026 3:04 PM"],
    ["conversation", "lastMessageIn", { createdAt: "2026-10-02T15:04:05Z" }, "Oct 2, 2026 3:04 PM"],
    ["conversation", "lastMessageIn", "2026-10-02", "Oct 2, 2026"],
    ["conversation", "lastMessageIn", { id: "m1" }, '{"id":"m1"}'],
    ["conversation", "sla", { breached: true }, '{"breached":true}'],
    ["message", "direction", "in", "In"],
    ["message", "channel", "email", "Email"],
    ["user", "teams", [{ id: "t1", name: "Returns" }], "Returns"],
    ["kobject.order", "title", 4417, "4417"],
    ["kobject.order", "pinned", true, "Yes"],
    [
      "kobject.order",
      "images",
      ["https://a.example/1.png", { url: "https://a.example/2.png" }],
      "https://a.example/1.png, https://a.example/2.png",
    ],
    ["kobject.order", "data", { total: 5 }, '{"total":5}'],
  ])("%s.%s of %j shows as %j", (klass, field, value, text) => {
    expect(format(klass, field, value)).toEqual({ text, reports: [] });
  });

  it.each([
    ["customer", "emails", 5, "5", "an array, found a number"],
    ["customer", "emails", true, "Yes", "an array, found a boolean"],
    ["customer", "tags", "vip", "vip", "an array, found a string"],
    ["customer", "sentiment", 1, "1", "a record with a polarity, found a number"],
    ["customer", "sentiment", { confidence: 1 }, '{"confidence":1}', "a record with a polarity, found a record"],
    ["customer", "conversationCounts", {}, "{}", "a record of numbers, found a record"],
    ["customer", "birthdayAt", "May 5th", "May 5th", "an ISO 8601 date, found a string"],
    ["customer", "createdAt", 5, "5", "an ISO 8601 date-time, found a number"],
    ["customer", "company", ["a"], "a", "a record or an id, found an array"],
    ["conversation", "channels", 5, "5", "an array or a string, found a number"],
    ["conversation", "status", 5, "5", "a string, found a number"],
    ["conversation", "lastMessageIn", "soon", "soon", "a message or a date-time, found a string"],
    ["kobject.order", "pinned", "yes", "yes", "a boolean, found a string"],
    ["kobject.order", "title", { a: 1 }, '{"a":1}', "a string, found a record"],
  ])("%s.%s of %j is shown as it is, %j, and reported", (klass, field, value, text, message) => {
    expect(format(klass, field, value)).toEqual({ text, reports: [`\`${field}\` should hold ${message}; shown as it is`] });
  });

  it("go by the klass: another one's attribute of the name is a plain value", () => {
    expect(format("company", "emails", [{ email: "a@a.example" }]).text).toBe('[{"email":"a@a.example"}]');
    expect(format("kobject.order", "status", "open").text).toBe("open");
    expect(format("kobject.order", "sentiment", { polarity: 1 }).text).toBe('{"polarity":1}');
  });

  it("go by the view's own klass where none is named", () => {
    const realm = { ...createFormatRealm(), resource: "conversation" };
    expect(formatValue(realm, "open", "status")).toBe("Open");
    expect(formatValue(realm, "open", "status", undefined)).toBe("Open");
  });

  it("show relationships that the host defined by the records' names", () => {
    const relationships = { buyer: { klass: "customer", type: "one-to-one" }, partsAt: { klass: "part", type: "one-to-many" } };
    const realm = { ...createFormatRealm(), klasses: createKlasses([{ name: "order", metadata: { relationships } }]) };
    const show = (field: string, value: unknown) => formatValue(realm, importValue(value, "value"), field, "kobject.order");
    expect(show("buyer", { name: "Ada" })).toBe("Ada");
    // Declared first, the suffix second.
    expect(show("partsAt", [{ title: "Gear" }, "p2"])).toBe("Gear, p2");
    expect(realm.reported).toEqual([]);
  });

  it("speak the viewer's language where they add words of their own", () => {
    expect(format("kobject.order", "pinned", true, "sv-SE").text).toBe("Ja");
    expect(format("kobject.order", "pinned", false, "he-IL").text).toBe("לא");
    expect(format("customer", "sentiment", { polarity: -1 }, "de").text).toBe("Negativ");
    expect(format("kobject.order", "pinned", true, "xh-ZA").text).toBe("Yes");
  });

  it("are paid for before they are joined", () => {
    const realm = createFormatRealm({ fuel: 1_000 });
    const emails = importValue(
      Array.from({ length: 10_000 }, () => ({ email: "a@a.example" })),
      "value",
    );
    expect(() => formatValue(realm, emails, "emails", "customer")).toThrow(LimitError);
  });
});
