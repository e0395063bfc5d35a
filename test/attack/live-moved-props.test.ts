// @vitest-environment happy-dom
import { describe, it } from "vitest";
import { shareOf } from "../support/share.ts";
import { hostileTexts, shapes } from "./hostile-values.ts";
import { toChunks } from "./moved-card.ts";
import { expectInRecords } from "./moved-data.ts";
import { expectValues, propCards } from "./moved-props.ts";

/** Texts that each prop is given in other shapes, one card each. */
const step = 40;

const chunks = toChunks(hostileTexts, 20).map((texts, i) => ({ texts, name: `${i * 20}` }));

describe("every hostile text in records", () => {
  it.each(chunks)("from $name on", { timeout: 300_000 }, ({ texts }) => expectInRecords(texts));
});

describe("every hostile text in every prop", () => {
  it.each(propCards)("$name $prop", { timeout: 300_000 }, async ({ name, prop, template }) => {
    const first = propCards.findIndex((card) => card.template === template);
    for (const texts of toChunks(shareOf(hostileTexts, 5, first), 60)) await expectValues(`${name} ${prop}`, template, texts);
    for (const [shape, form] of [...shapes].slice(1)) {
      const some = hostileTexts.filter((_, i) => (i + first) % step === 0);
      await expectValues(`${name} ${prop} ${shape}`, template, some.map(form));
    }
  });
});
