import { describe, expect, it } from "vitest";
import { formatCatalogue } from "../../scripts/catalogue-page.ts";
import { standardComponents } from "../../src/components.ts";
import { icons } from "../../src/icons.ts";

const page = formatCatalogue();

describe("the catalogue", () => {
  it.each(standardComponents.map((component) => [component.name, component] as const))("has a page of %s", (name, component) => {
    const start = page.indexOf(`id="${name}"`);
    const section = page.slice(start, page.indexOf("</section>", start));
    expect(start).toBeGreaterThan(0);
    for (const prop of component.propNames) {
      if (prop !== "className" && prop !== "style") expect(section).toContain(`<code>${prop}</code>`);
    }
    expect(section.match(/data-theme="light"/g)).toHaveLength(2 * component.examples.length);
    expect(section.match(/data-theme="dark"/g)).toHaveLength(2 * component.examples.length);
  });

  it("names every icon, and holds no script", () => {
    for (const name of icons.keys()) expect(page).toContain(`<span>${name}</span>`);
    expect(page).not.toMatch(/<script|\son\w+=/);
  });
});
