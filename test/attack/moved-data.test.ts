// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { parseTree, textOf } from "../support/canonical.ts";
import { compileCard } from "../support/card.ts";
import { hostileTexts } from "./hostile-values.ts";
import { expectHarmless, toChunks } from "./moved-card.ts";
import { expectInRecords } from "./moved-data.ts";
import { shown } from "./shown-data.ts";

/** Suffixes by which attributes are formatted. */
const suffixes = ["Str", "Txt", "Url", "Num", "At", "Bool", "Tree"];

/** A third of them, evenly; `live-moved-props.test.ts` has all. */
const chunks = toChunks(
  hostileTexts.filter((_, i) => i % 3 === 0),
  20,
);

describe("hostile texts of the collection in data", () => {
  it("are many", () => {
    expect(hostileTexts.length).toBeGreaterThan(500);
  });

  it.each(chunks.map((texts, i) => ({ texts, name: `${i * 20}` })))("are harmless from $name on", ({ texts }) => expectInRecords(texts));

  it.each(suffixes)("are harmless as attributes of suffix %s", async (suffix) => {
    // Each gets its share: what a suffix does to a text hardly depends on which it is.
    const share = hostileTexts.filter((_, i) => i % suffixes.length === suffixes.indexOf(suffix));
    for (const texts of toChunks(share, 60)) {
      const custom = Object.fromEntries(texts.map((text, i) => [`a${i}${suffix}`, text]));
      await expectHarmless(shown, { resource: "kobject.order", message: {}, customer: {}, kobject: { custom, data: { payload: [] } } });
    }
  });

  it("are shown as they are, where they are text", async () => {
    const { template } = compileCard("<div>{kobject.data.payload.map((value, i) => <p key={i}>{value}</p>)}</div>");
    const texts = hostileTexts.filter((text) => !/[\0\r\x1b]/.test(text) && !/\p{Surrogate}/u.test(text));
    const { html } = await expectHarmless(template, { resource: "kobject.order", kobject: { data: { payload: texts } } });
    expect(textOf(parseTree(html))).toBe(texts.join(""));
  });
});
