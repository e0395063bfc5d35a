// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { payloadFamilies, readPayloads } from "../support/payload-case.ts";
import { toChunks } from "./moved-card.ts";
import { expectInRecords } from "./moved-data.ts";
import { expectValues, propCards } from "./moved-props.ts";
import { payloadPlaces } from "./payload-places.ts";
import { checkMessages, checkPlace, checkSheets, checkTag, expectNothingRan, findFaults, placeOf } from "./payload-play.ts";

const timeout = 600_000;
const places = payloadPlaces.map(({ name }) => name);
/** Places whose HTML depends on what stands around it; attributes are escaped wherever they are. */
const readAnywhere: ReadonlySet<string> = new Set(["text", "HTML", "pieces of HTML"]);

describe.each(payloadFamilies)("payloads of the family %s", (family) => {
  const all = readPayloads(family);

  it.each(places)("are harmless as %s", { timeout }, async (name) => {
    const faults = toChunks(all, 10).flatMap((some) => findFaults(some, (texts) => checkPlace(placeOf(name), texts, "string")));
    // Both targets judge in the same place; elements of the DOM take longer to make than to write.
    const live = name.startsWith("attributes") ? all.filter((_, i) => i % 10 === 0) : all;
    faults.push(...toChunks(live, 10).flatMap((some) => findFaults(some, (texts) => checkPlace(placeOf(name), texts, "DOM"))));
    expect(faults).toEqual([]);
    await expectNothingRan();
  });

  it.each(places.filter((name) => readAnywhere.has(name)))("are harmless as %s, wherever a parser finds it", { timeout }, (name) => {
    expect(toChunks(all, 3).flatMap((some) => findFaults(some, (texts) => checkPlace(placeOf(name), texts, "string", true)))).toEqual([]);
  });

  it("are harmless in style sheets", { timeout }, () => {
    expect(all.flatMap((one) => findFaults([one], (texts) => texts.flatMap(checkSheets)))).toEqual([]);
  });

  it("are harmless as names of elements", { timeout }, () => {
    expect(findFaults(all, (texts) => texts.flatMap(checkTag))).toEqual([]);
  });

  it.each(places)("are harmless in messages, as %s", { timeout }, (name) => {
    expect(toChunks(all, 10).flatMap((some) => findFaults(some, (texts) => checkMessages(placeOf(name), texts)))).toEqual([]);
  });

  it("are harmless in records", { timeout }, async () => {
    for (const some of toChunks(all, 20)) await expectInRecords(some.map(({ payload }) => payload));
  });

  it("are harmless in props of every component", { timeout }, async () => {
    for (const [i, { name, prop, template }] of propCards.entries()) {
      // Each prop gets a twentieth of them, another one each.
      const some = all.filter((_, at) => (at + i) % 20 === 0).map(({ payload }) => payload);
      await expectValues(`${name} ${prop}`, template, some);
    }
  });
});
