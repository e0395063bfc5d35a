import { describe, expect, it } from "vitest";
import { createContext } from "../../src/context.ts";
import { icons } from "../../src/icons.ts";
import { createRegistry, loadTemplate } from "../../src/index.ts";
import { neutralIcon } from "../../src/policy/neutral-icon.ts";
import { compileCard, runString } from "../support/card.ts";

const bag = createContext({ resource: "customer", customer: { custom: { iconStr: "truck-fast" } } });

describe("icons", () => {
  it("are at least three hundred, each a path", () => {
    expect(icons.size).toBeGreaterThanOrEqual(300);
    for (const [name, path] of icons) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(path, name).toMatch(/^M[\dMmLlHhVvCcSsQqTtAaZz .,-]+$/);
    }
  });

  it("have those that app definitions name", () => {
    const named = "basket cart earth clock image calendar apps baby package-variant-closed account airplane autorenew cash-refund".split(
      " ",
    );
    expect(named.filter((name) => !icons.has(name))).toEqual([]);
  });

  it("stand in the program where their names are constant, or a choice of constants", () => {
    const { template } = compileCard('<p><Icon name="cart"/><Icon name={customer.custom.giftBool ? "gift" : "basket"}/></p>');
    const program = JSON.stringify(template.program);
    for (const name of ["cart", "gift", "basket"]) expect(program).toContain(icons.get(name));
    const { html, diagnostics } = runString(loadTemplate(JSON.parse(program)), bag);
    expect(html).toContain(icons.get("cart"));
    expect(html).toContain(icons.get("basket"));
    expect(diagnostics).toEqual([]);
  });

  it("that data name come with the template; a stored one is given them", () => {
    const { template } = compileCard("<Icon name={customer.custom.iconStr}/>");
    expect(runString(template, bag).html).toContain(icons.get("truck-fast"));
    const stored = JSON.parse(JSON.stringify(template.program));
    expect(runString(loadTemplate(stored, { icons }), bag).html).toContain(icons.get("truck-fast"));
    expect(runString(loadTemplate(stored, createRegistry()), bag).html).toContain(icons.get("truck-fast"));
    const without = runString(loadTemplate(stored), bag);
    expect(without.html).toContain(neutralIcon);
    expect(without.diagnostics.map(({ code }) => code)).toEqual(["run/icons"]);
  });

  it("know no names of objects", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      const { template } = compileCard(`const name = "${name}".slice(0); <Icon name={name}/>`);
      expect(runString(template, bag).html).toContain(neutralIcon);
    }
  });
});
