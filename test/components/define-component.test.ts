import { Fragment } from "preact";
import { describe, expect, it } from "vitest";
import * as classic from "zod";
import * as z from "zod/mini";
import { createRegistry, defineComponent, standardComponents } from "../../src/components.ts";

const props = z.looseObject({ text: z.optional(z.string()) });
const template = "<b>{text}</b>";
const html = () => "<b></b>";

describe("defineComponent", () => {
  it("gives an immutable component of the language", () => {
    const badge = defineComponent({ name: "Acme.Badge", props, contexts: ["smartbar-card"], template });
    expect(badge).toMatchObject({ name: "Acme.Badge", propNames: ["text"], contexts: ["smartbar-card"], template });
    expect(badge.props).toBe(props);
    expect(badge.html).toBeUndefined();
    expect(Object.isFrozen(badge)).toBe(true);
    expect(Object.isFrozen(badge.propNames)).toBe(true);
    expect(Object.isFrozen(badge.contexts)).toBe(true);
  });

  it("gives a native pair", () => {
    const badge = defineComponent({ name: "Badge", props, html, dom: Fragment });
    expect(badge).toMatchObject({ html, dom: Fragment, propNames: ["text"] });
    expect(badge.template).toBeUndefined();
    expect(badge.contexts).toBeUndefined();
  });

  it("takes zod objects of both flavours", () => {
    expect(defineComponent({ name: "A", props: classic.object({ x: classic.string() }).loose(), template }).propNames).toEqual(["x"]);
  });

  it("makes what the compiler asks for once", () => {
    const badge = defineComponent({ name: "Badge", props, template });
    const make = () => ({});
    const first = badge.remember(make);
    expect(badge.remember(make)).toBe(first);
    expect(badge.remember(() => ({}))).not.toBe(first);
  });

  it.each([
    [undefined, "expected a definition object"],
    [{ name: "Badge", props, template, contxts: [] }, "unknown key `contxts`; did you mean `contexts`?"],
    [{ name: "Badge", props, template, size: 1 }, "unknown key `size`"],
    [{ name: "badge", props, template }, "`name` has to be a capitalised identifier"],
    [{ name: "Acme.", props, template }, "found `Acme.`"],
    [{ name: "A b", props, template }, "found `A b`"],
    [{ props, template }, "found undefined"],
    [{ name: "Badge", template }, "`props` of Badge has to be a zod object"],
    [{ name: "Badge", props: z.string(), template }, "`props` of Badge has to be a zod object"],
    [{ name: "Badge", props: z.object({ kview: z.string() }), template }, "can't have a prop `kview`"],
    [{ name: "Badge", props: z.object({ key: z.string() }), template }, "can't have a prop `key`"],
    [{ name: "Badge", props: z.object({ "data-x": z.string() }), template }, "`data-x` of Badge is no identifier"],
    [{ name: "Badge", props, template: " " }, "`template` has to be the text of one JSX expression"],
    [{ name: "Badge", props, template: 5 }, "`template` has to be"],
    [{ name: "Badge", props, template, html }, "`template` excludes `html` and `dom`"],
    [{ name: "Badge", props, html }, "`dom` has to be a Preact component"],
    [{ name: "Badge", props, dom: Fragment }, "`html` has to be a function"],
    [{ name: "Badge", props }, "or give a `template`"],
    [{ name: "Badge", props, template, contexts: [] }, "leave it out for all"],
    [{ name: "Badge", props, template, contexts: ["smartbar-cards"] }, "did you mean `smartbar-card`?"],
    [{ name: "Badge", props, template, contexts: ["nowhere"] }, "contexts are smartbar-card, "],
  ])("refuses %j", (definition, message) => {
    const define = () => defineComponent(definition as never);
    expect(define).toThrow(TypeError);
    expect(define).toThrow(message);
  });
});

describe("createRegistry", () => {
  const badge = defineComponent({ name: "Badge", props, template });
  const pill = defineComponent({ name: "Pill", props, template });

  it("has the platform's components", () => {
    const registry = createRegistry();
    expect(registry.names()).toEqual(standardComponents.map(({ name }) => name));
    for (const name of ["Container", "Segment", "Grid", "Column", "Field", "BasicField", "Row", "BasicRow", "CollapsedRows", "Pill"])
      expect(registry.get(name)?.name).toBe(name);
    for (const name of ["Button", "ButtonGroup", "Images", "Card", "DynamicCard", "RowPriority", "RowAssignmentUser", "CreateFormRow"])
      expect(registry.get(name)?.name).toBe(name);
  });

  it("knows nothing by names of objects", () => {
    for (const name of ["constructor", "__proto__", "toString"]) expect(createRegistry().get(name)).toBeUndefined();
  });

  it("adds and replaces without changing the registry it came from", () => {
    const first = createRegistry([badge]);
    const second = first.with([pill]);
    expect(first.get("Badge")).toBe(badge);
    expect(second.get("Badge")).toBe(badge);
    expect(second.get("Pill")).toBe(pill);
    expect(first.get("Pill")).not.toBe(pill);
    expect(second.names()).toHaveLength(first.names().length);
  });

  it("refuses two of one name and what defineComponent did not make", () => {
    expect(() => createRegistry([badge, badge])).toThrow("two components are named `Badge`");
    expect(() => createRegistry().with([{ ...badge } as never])).toThrow("`defineComponent` made");
  });
});
