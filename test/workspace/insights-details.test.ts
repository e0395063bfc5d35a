import { describe, expect, it } from "vitest";
import type { InsightsSubject, WorkspaceOptions } from "../../src/html.ts";
import { createViews } from "../../src/index.ts";
import type { Rec } from "../../src/runtime/record.ts";
import { createPanel } from "../../src/workspace/insights/create-panel.ts";
import { PanelMemory } from "../../src/workspace/insights/panel-memory.ts";
import type { RecordDetails } from "../../src/workspace/insights/record-details.ts";
import { toWorkspaceSettings } from "../../src/workspace/options.ts";

const none = createViews([]);

function toPanel(subject: InsightsSubject, options: Partial<WorkspaceOptions> = {}) {
  return createPanel(subject, new PanelMemory(toWorkspaceSettings({ views: none, ...options })));
}

/** What the panel's own view of the first record is handed. */
function toDetails(resource: string, record: object, options: Partial<WorkspaceOptions> = {}): RecordDetails {
  const name = resource.startsWith("kobject.") ? "kobject" : resource;
  const { sections } = toPanel({ resource, records: { [name]: record } }, options);
  return sections[0]?.views[0]?.bag.names.details as RecordDetails;
}

const toNames = (rows: RecordDetails["rows"]) => rows.map(({ name, isCustom }) => (isCustom ? `custom.${name}` : name));

describe("details of a record", () => {
  it("hold what matters first, custom attributes with values in the klass's order, then the rest", () => {
    const klasses = [{ name: "customer", metadata: { standard: true, properties: { bStr: {}, aStr: {}, emptyStr: {}, jsonObj: {} } } }];
    const custom = { unknownStr: "x", aStr: "a", bStr: "b", emptyStr: "", goneStr: null, jsonObj: { a: 1 }, listStr: [] };
    const details = toDetails(
      "customer",
      { name: "Ada", tags: ["vip"], company: { name: "Acme" }, createdAt: "2026-01-01", custom },
      { klasses },
    );
    expect(toNames(details.rows)).toEqual(["emails", "phones", "company"]);
    expect(toNames(details.more)).toEqual(["custom.bStr", "custom.aStr", "custom.unknownStr", "tags", "createdAt"]);
  });

  it("of a custom object begin with three custom attributes", () => {
    const custom = { aStr: "1", bStr: "2", cStr: "3", dStr: "4" };
    const details = toDetails("kobject.acme-order", { title: "Order 7", description: "Boots", custom, tags: ["x"] });
    expect([details.title, details.subtitle]).toEqual(["Order 7", "Acme Order"]);
    expect(toNames(details.rows)).toEqual(["description", "custom.aStr", "custom.bStr", "custom.cStr"]);
    expect(toNames(details.more)).toEqual(["custom.dStr", "tags"]);
  });

  it("hold no rows where an app says what the details of its klass are", () => {
    const views = createViews([
      { name: "a.order", resource: "kobject.acme-order", context: "smartbar-details", template: "<p />", meta: { displayName: "Order" } },
    ]);
    const { sections } = toPanel({ resource: "kobject.acme-order", records: { kobject: { custom: { aStr: "1" } } } }, { views });
    expect(sections.map(({ label, views }) => [label, views.map(({ name }) => name)])).toEqual([
      ["Order", ["kview.record-details", "a.order"]],
    ]);
    expect(sections[0]?.views[0]?.bag.names.details).toMatchObject({ title: "Order", rows: [], more: [] });
  });

  it("of a masked record show its presentation alone", () => {
    const record = { isMasked: true, maskedPresentation: "••••", name: "Ada", emails: ["ada@example.com"], custom: { aStr: "a" } };
    expect(toDetails("customer", record)).toMatchObject({ title: "••••", rows: [], more: [] });
  });

  it.each([
    [{ displayName: "Ada P.", name: "Ada Park" }, "Ada P."],
    [{ displayName: "  ", name: "Ada\nPark" }, "Ada Park"],
    [{ emails: [{ email: "ada@example.com" }] }, "ada@example.com"],
    [{ emails: [{ isMasked: true, maskedPresentation: "a•••", email: "ada@example.com" }] }, "a•••"],
    [{ id: "64f1c0a2b7e9d3001a2c4e11" }, "Customer"],
    [{ name: "x".repeat(500) }, `${"x".repeat(159)}…`],
  ])("of %j are headed by %s", (record, title) => {
    expect(toDetails("customer", record).title).toBe(title);
  });

  it.each([
    ["open", { label: "Open", tone: "info" }],
    ["snoozed", { label: "Später", tone: "alert" }],
    ["waiting_for_parts", { label: "Waiting For Parts", tone: "neutral" }],
    ["constructor", { label: "Constructor", tone: "neutral" }],
    ["", undefined],
    [null, undefined],
  ])("of a conversation that is %j have the status %j", (status, expected) => {
    expect(toDetails("conversation", { status }, { words: { snoozed: "Später" } }).status).toEqual(expected);
  });

  it("hold a hundred custom attributes of a thousand", () => {
    const custom = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`a${index}Str`, "x"]));
    expect(toDetails("customer", { custom }).more).toHaveLength(100);
  });
});

describe("sections and cards", () => {
  const definitions = ["company", "customer", "conversation", "kobject.acme-order"].map((resource) => ({
    name: `a.${resource.split(".").at(-1)}`,
    resource,
    context: "smartbar-card",
    template: "<p />",
  }));
  const views = createViews(definitions);
  const records = { company: { name: "Acme" }, customer: { name: "Ada" }, conversation: { name: "Hello" } };
  const order = (subject: InsightsSubject) => {
    const { sections, cards } = toPanel(subject, { views });
    return [sections.map(({ key }) => key), cards.map(({ name }) => name)];
  };

  it("stand in the order of the subject, then of what it belongs to", () => {
    expect(order({ resource: "company", records })).toEqual([
      ["company", "customer", "conversation"],
      ["a.company", "a.customer", "a.conversation"],
    ]);
    expect(order({ resource: "conversation", records })).toEqual([
      ["conversation", "customer", "company"],
      ["a.conversation", "a.customer", "a.company"],
    ]);
  });

  it("are there for a custom object beside the subject if it says what it is", () => {
    const kobject = { title: "Order 7" };
    expect(order({ resource: "customer", records: { customer: {}, kobject } })).toEqual([["customer"], ["a.customer"]]);
    expect(order({ resource: "customer", records: { customer: {}, kobject: { ...kobject, type: "kobject.acme-order" } } })).toEqual([
      ["customer", "kobject.acme-order"],
      ["a.customer", "a.acme-order"],
    ]);
    const odd = { ...kobject, type: "kobject.acme order" };
    expect(order({ resource: "customer", records: { customer: {}, kobject: odd } })).toEqual([["customer"], ["a.customer"]]);
  });

  it("show their own record as `object`", () => {
    const { cards } = toPanel({ resource: "conversation", records }, { views });
    expect(cards.map(({ bag }) => (bag.names.object as Rec).name)).toEqual(["Hello", "Ada", "Acme"]);
  });

  it("begin as their view says, with the icon of the view or its klass", () => {
    const told: string[] = [];
    const meta = (icon: string | undefined, state: string) => ({
      resource: "customer",
      context: "smartbar-card",
      template: "<p />",
      meta: { icon, state },
    });
    const given = createViews([
      { name: "a.a", ...meta("cart", "open") },
      { name: "a.b", ...meta(undefined, "closed") },
      { name: "a.c", ...meta("no-such", "open") },
      { name: "a.d", ...meta("no-such", "open") },
    ]);
    const icons = new Map([
      ["cart", "M1 1"],
      ["account", "M2 2"],
    ]);
    const onDiagnostic: WorkspaceOptions["onDiagnostic"] = ({ message }, { view }) => told.push(`${view}: ${message}`);
    const { cards } = toPanel({ resource: "customer", records: { customer: {} } }, { views: given, icons, onDiagnostic });
    expect(cards.map(({ icon, isOpen }) => [icon.slice(0, 4), isOpen])).toEqual([
      ["M1 1", true],
      ["M2 2", false],
      ["M12,", true],
      ["M12,", true],
    ]);
    expect(told).toEqual(["a.c: there is no icon `no-such`"]);
  });
});
