// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { hostileTexts, shapes } from "./hostile-values.ts";
import { expectValues, propCards } from "./moved-props.ts";

/** Each prop gets a few texts by turns, so that all are used, and one of them in other shapes; `live-moved-props.test.ts` has the product. */
const each = 4;

const forms = [...shapes].slice(1);

describe("hostile values in props", () => {
  it("reach every prop, and every value is used", () => {
    expect(propCards.length).toBeGreaterThan(150);
    expect(propCards.length * each).toBeGreaterThan(hostileTexts.length);
  });

  it.each([...new Set(propCards.map(({ name }) => name))])("of %s are harmless", async (component) => {
    for (const { name, prop, template } of propCards) {
      if (name !== component) continue;
      const from = propCards.findIndex((card) => card.template === template) * each;
      const texts = Array.from({ length: each }, (_, i) => hostileTexts[(from + i) % hostileTexts.length] as string);
      await expectValues(`${name} ${prop}`, template, texts);
      const [, form] = forms[from % forms.length] as (typeof forms)[number];
      await expectValues(`${name} ${prop}`, template, [form(texts[0] as string)]);
    }
  });
});
