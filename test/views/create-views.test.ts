import { describe, expect, it } from "vitest";
import { z } from "zod";
import { renderToString } from "../../src/html.ts";
import { createContext, createKlasses, createRegistry, createViews, type Diagnostic, defineComponent } from "../../src/index.ts";

const card = { name: "acme.order", resource: "kobject.order", context: "smartbar-card", template: "<p>{kobject.title}</p>" };

function read(definitions: readonly unknown[], options: Parameters<typeof createViews>[1] = {}) {
  const found: Diagnostic[] = [];
  const views = createViews(definitions, { ...options, onDiagnostic: (diagnostic) => found.push(diagnostic) });
  return { views, found: found.map(({ severity, code, message }) => `${severity} ${code}: ${message}`) };
}

describe("createViews", () => {
  it("answers by resource and context, in the order given", () => {
    const { views, found } = read([
      { ...card, name: "acme.b" },
      { ...card, name: "acme.other", resource: "customer" },
      { ...card, name: "acme.a" },
      { ...card, name: "acme.body", context: "expanded-timeline" },
    ]);
    expect(found).toEqual([]);
    expect(views.for("kobject.order", "smartbar-card").map(({ name }) => name)).toEqual(["acme.b", "acme.a"]);
    expect(views.for("kobject.order", "expanded-timeline").map(({ name }) => name)).toEqual(["acme.body"]);
    expect(views.for("customer", "smartbar-card").map(({ name }) => name)).toEqual(["acme.other"]);
    expect(views.for("company", "smartbar-card")).toEqual([]);
    expect(views.all()).toHaveLength(4);
  });

  it("gives a view's title, icon and state", () => {
    const klasses = createKlasses([{ name: "order", icon: "cart" }]);
    const { views, found } = read(
      [
        { ...card, id: "5f1e", advanced: true, meta: { displayName: "Orders", icon: "basket", state: "closed" } },
        { ...card, name: "kustomer.app.acme.open-orders", meta: null },
      ],
      { klasses },
    );
    expect(found).toEqual([]);
    expect(views.all()).toMatchObject([
      { ...card, template: expect.any(Function), id: "5f1e", displayName: "Orders", icon: "basket", state: "closed" },
      { id: undefined, displayName: "Open Orders", icon: "cart", state: "open" },
    ]);
  });

  it("compiles for the view's name and context, with the host's components, and shows it", () => {
    const stars = defineComponent({ name: "Stars", props: z.looseObject({ count: z.number() }), template: '<b>{"*".repeat(count)}</b>' });
    const { views } = read([{ ...card, template: "<Stars count={3} />" }], { registry: createRegistry([stars]) });
    const result = views.all()[0]?.template();
    if (!result?.ok) throw new Error("the template has errors");
    expect(result.template.program.name).toBe("acme.order");
    expect(renderToString(result.template, createContext({ resource: "kobject.order" }))).toBe("<b>***</b>");
  });

  it("gives the diagnostics of a template that can't be compiled, and never throws for it", () => {
    const { views, found } = read([{ ...card, template: "<p>" }]);
    expect(found).toEqual([]);
    expect(views.all()[0]?.template()).toMatchObject({ ok: false, diagnostics: [{ code: "syntax/parse", severity: "error" }] });
  });

  it("tells a component in a context that it is not made for", () => {
    const { views } = read([{ ...card, template: '<Field field="totalNum" />' }]);
    expect(views.all()[0]?.template().diagnostics).toMatchObject([{ code: "jsx/component-context" }]);
  });

  it("compiles lazily, once for as long as the cache holds it", () => {
    const { views } = read(
      ["a", "b", "c"].map((name) => ({ ...card, name })),
      { cacheSize: 2 },
    );
    const [a, b, c] = views.all().map(({ template }) => template);
    const first = a?.();
    expect(a?.()).toBe(first);
    const second = b?.();
    expect(a?.()).toBe(first);
    // Makes room where it was asked for the longest: for `b`.
    c?.();
    expect(a?.()).toBe(first);
    expect(b?.()).not.toBe(second);
    expect(b?.()).toEqual(second);
  });

  it("never gives a view that is disabled, or that is empty", () => {
    const { views, found } = read([
      { ...card, enabled: false },
      { ...card, name: "acme.empty", template: "" },
      { ...card, name: "acme.blank", template: " \n" },
      { ...card, enabled: true },
    ]);
    expect(found).toEqual([]);
    expect(views.all()).toHaveLength(1);
  });

  it("is not changed by what becomes of the definitions", () => {
    const definition = { ...card, meta: { displayName: "Orders" } };
    const { views } = read([definition]);
    definition.name = "other";
    definition.meta.displayName = "Others";
    expect(views.all()[0]).toMatchObject({ name: "acme.order", displayName: "Orders" });
    expect(() => (views.for("kobject.order", "smartbar-card") as unknown[]).push(1)).toThrow(TypeError);
    expect(() => (views.all() as unknown[]).push(1)).toThrow(TypeError);
  });
});

describe("definitions that can't be shown are reported and left out", () => {
  it.each([
    [5, "error view/definition: `kviews[0]` should hold a record, found a number; the view is left out"],
    [[], "error view/definition: `kviews[0]` should hold a record, found an array; the view is left out"],
    [
      { ...card, template: () => "" },
      "error view/definition: `kviews[0].template` should hold plain data, found a function; the view is left out",
    ],
    [
      {
        get name() {
          return "x";
        },
      },
      "error view/definition: `kviews[0].name` should hold plain data, found an accessor; the view is left out",
    ],
    [{ ...card, name: undefined }, "error view/definition: `kviews[0].name` should hold a name, found nothing; the view is left out"],
    [{ ...card, name: " " }, "error view/definition: `kviews[0].name` should hold a name, found an empty string; the view is left out"],
    [
      { ...card, template: null },
      "error view/definition: `kviews[0].template` should hold a template's source, found null; the view is left out",
    ],
    [{ ...card, context: "smartbar" }, "error view/context: `smartbar` is not a context that views render in; `acme.order` is left out"],
    [{ ...card, resource: "kobject" }, "error view/resource: `kobject` is nothing that views belong to; `acme.order` is left out"],
    [{ ...card, resource: "Customer" }, "error view/resource: `Customer` is nothing that views belong to; `acme.order` is left out"],
  ])("%j", (entry, message) => {
    const { views, found } = read([entry, { ...card, name: "acme.next" }]);
    expect(found).toEqual([message]);
    expect(views.all().map(({ name }) => name)).toEqual(["acme.next"]);
  });

  it("tells everything that is missing at once", () => {
    expect(read([{}]).found).toHaveLength(4);
  });

  it("leaves out the second view of a name, wherever it is shown", () => {
    const { views, found } = read([card, { ...card, context: "expanded-timeline" }, { ...card, name: "acme.other" }]);
    expect(found).toEqual(["error view/duplicate: two views are named `acme.order`; `kviews[1]` is left out"]);
    expect(views.all().map(({ name }) => name)).toEqual(["acme.order", "acme.other"]);
  });

  it("suggests what was meant", () => {
    const found: Diagnostic[] = [];
    createViews(
      [
        { ...card, context: "smart-card" },
        { ...card, resource: "costumer" },
      ],
      { onDiagnostic: (diagnostic) => found.push(diagnostic) },
    );
    expect(found.map(({ suggest }) => suggest)).toEqual(["smartbar-card", "customer"]);
  });
});

describe("definitions that are odd are reported and shown", () => {
  it.each([
    ["kustomer.app.acme.order", true],
    ["acme.order", true],
    ["acme.view.order-2", true],
    ["order_card", true],
    ["acme order", false],
    ["acme..order", false],
    [".order", false],
    ["acme/order", false],
    ["kustomer.order", false],
    ["kustomer.app.order", false],
  ])("the name %s: %s", (name, fine) => {
    const { views, found } = read([{ ...card, name }]);
    expect(found).toEqual(fine ? [] : [`warning view/name: \`${name}\` is not a name that views have`]);
    expect(views.all()).toHaveLength(1);
  });

  it.each([
    ["smartbar-card", "customer", undefined],
    ["create-form", "customer", undefined],
    ["create-form", "kobject.order", undefined],
    ["expanded-timeline", "kobject.order", undefined],
    ["smartbar-details", "kobject.order", undefined],
    ["expanded-timeline", "conversation", "custom objects (kobject.<klass>)"],
    ["smartbar-details", "customer", "klasses that the app defines"],
  ])("%s of %s", (context, resource, allowed) => {
    const { views, found } = read([{ ...card, context, resource }]);
    const message = `warning view/misplaced: \`acme.order\` belongs to \`${resource}\`, and \`${context}\` shows ${allowed}`;
    expect(found).toEqual(allowed === undefined ? [] : [message]);
    expect(views.all()).toHaveLength(1);
  });

  it("a klass that the host doesn't know, where it says which there are", () => {
    const klasses = [{ name: "order" }];
    const definitions = [card, { ...card, name: "acme.return", resource: "kobject.return" }, { ...card, name: "a", resource: "user" }];
    expect(read(definitions, { klasses }).found).toEqual([
      "warning view/unknown-klass: `acme.return` belongs to `kobject.return`, and no klass of that name is defined",
    ]);
    expect(read(definitions).found).toEqual([]);
  });

  it.each([
    [{ state: "close" }, "kviews[0].meta.state", "`open` or `closed`, found `close`; it is taken as `closed`", { state: "closed" }],
    [{ state: "shut" }, "kviews[0].meta.state", "`open` or `closed`, found `shut`; it is taken as `open`", { state: "open" }],
    [{ icon: {} }, "kviews[0].meta.icon", "a string, found a record; it is taken as none", { icon: undefined }],
    [{ displayName: 7 }, "kviews[0].meta.displayName", "a string, found a number; it is taken as none", { displayName: "Order" }],
  ])("meta %j", (meta, path, message, view) => {
    const { views, found } = read([{ ...card, resource: "kobject.order", meta }]);
    expect(found).toEqual([`warning view/value: \`${path}\` should hold ${message}`]);
    expect(views.all()).toMatchObject([view]);
  });

  it("flags and meta of another type", () => {
    expect(read([{ ...card, enabled: "false", meta: "x" }]).found).toEqual([
      "warning view/value: `kviews[0].enabled` should hold a boolean, found `false`; it is taken as true",
      "warning view/value: `kviews[0].meta` should hold a record, found `x`; it is taken as an empty one",
    ]);
  });
});

describe("mistakes of the caller throw", () => {
  it.each([
    [() => createViews({} as never), "argument `definitions`: expected a list of views, found a record"],
    [() => createViews("x" as never), "argument `definitions`: expected a list of views, found a string"],
    [() => createViews([], { klases: [] } as never), "unknown option `klases`; did you mean `klasses`?"],
    [() => createViews([], { klasses: [{}] }), "klasses[0].name: expected a klass name, found nothing"],
    [() => createViews([], { registry: {} as never }), "option `registry` has to be what `createRegistry` gave"],
    [() => createViews([], { cacheSize: 0 }), "option `cacheSize` has to be a positive whole number"],
    [() => createViews([], { onDiagnostic: 5 as never }), "option `onDiagnostic` has to be a function"],
    [() => createViews([]).for("customer", "smart-card" as never), "argument `context` is `smart-card`; did you mean `smartbar-card`?"],
    [
      () => createViews([]).for("order", "smartbar-card"),
      "argument `resource`: expected customer, conversation, company, message, user or kobject.<klass>, found `order`",
    ],
  ])("%s", (act, message) => {
    expect(act).toThrow(TypeError);
    expect(act).toThrow(message);
  });
});
