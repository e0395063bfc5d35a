// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { payloadFamilies, readAllPayloads, readBenignPayloads, readPayloads } from "../support/payload-case.ts";
import { payloadPlaces } from "./payload-places.ts";
import { checkMessages, checkPlace, checkSheets, checkTag, expectNothingRan, findFaults, placeOf } from "./payload-play.ts";

const all = readAllPayloads();
/** Evenly from all families, by turns: `live-payloads.test.ts` plays the whole product. */
const share = (of: number, from: number) => all.filter((_, i) => i % of === from);

describe("the collection of payloads", () => {
  it("is large, says what each does, and holds each once", () => {
    expect(all.length).toBeGreaterThan(1_400);
    expect(readBenignPayloads().length).toBeGreaterThanOrEqual(140);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ payload }) => payload)).size).toBe(all.length);
    expect(payloadFamilies.every((family) => readPayloads(family).every(({ id, does }) => id.startsWith(family) && does !== ""))).toBe(
      true,
    );
  });
});

describe("a share of the payloads", () => {
  it.each(payloadPlaces.map(({ name }, i) => ({ name, i })))("as $name", async ({ name, i }) => {
    const some = share(name.startsWith("attributes") ? 300 : 60, i);
    expect(findFaults(some, (texts) => checkPlace(placeOf(name), texts, i % 2 === 0 ? "string" : "DOM"))).toEqual([]);
    await expectNothingRan();
  });

  it("as style sheets", () => {
    expect(findFaults(share(30, 1), (texts) => texts.flatMap(checkSheets))).toEqual([]);
  });

  it("as names of elements", () => {
    expect(findFaults(share(90, 2), (texts) => texts.flatMap(checkTag))).toEqual([]);
  });

  it("as HTML that a parser reads in another place, and twice", () => {
    expect(
      findFaults(
        readPayloads("mutation").filter((_, i) => i % 4 === 0),
        (texts) => texts.flatMap((text) => checkPlace(placeOf("HTML"), [text], "string")),
      ),
    ).toEqual([]);
  });

  it("in messages", () => {
    expect(findFaults(share(120, 3), (texts) => checkMessages(placeOf("HTML"), texts))).toEqual([]);
  });
});
