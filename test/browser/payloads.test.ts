import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { toChunks } from "../attack/moved-card.ts";
import { payloadPlaces, sheetCard, sheets, tagCard } from "../attack/payload-places.ts";
import { runString } from "../support/card.ts";
import { payloadFamilies, readPayloads } from "../support/payload-case.ts";
import { shareOf } from "../support/share.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import type { PayloadApi } from "./payload-page.ts";

type Global = { readonly kviewPayloads: PayloadApi };

const timeout = 600_000;
/** What a page is told of a drawing's attribute that is no length, and of more players than it may have. */
const harmless = /^Error: <\w+> attribute |^Blocked attempt to create a WebMediaPlayer as there are too many /;
const places = payloadPlaces.map(({ name, template }, place) => ({ name, template, place }));
/** One in how many is played in a place. */
const partOf = (place: string | undefined) => (place?.startsWith("attributes") ? 60 : 6);
const limits = { fuel: 50_000_000, nodes: 2_000_000 };
const isOk = (url: URL) => url.hostname === "ok.example";
const policy = { images: isOk, links: isOk, frames: isOk };
const render = (template: Parameters<typeof runString>[0], customer: object) =>
  runString(template, createContext({ resource: "customer", customer }), { policy, limits }).html;

describe.skipIf(!hasChromium)("payloads in Chromium", () => {
  let open: OpenPage;

  beforeAll(async () => {
    open = await openPage("payload-page.ts");
  }, 120_000);

  afterAll(() => open?.close());

  const showHtml = (pieces: readonly string[]) =>
    open.page.evaluate((all) => (globalThis as unknown as Global).kviewPayloads.showHtml(all), pieces);
  const showCards = (program: unknown, values: readonly string[]) =>
    open.page.evaluate(([one, all]) => (globalThis as unknown as Global).kviewPayloads.showCards(one, all), [program, values] as const);

  /** Nothing was asked of anybody but the page's own server and the one that the host lets cards load from. */
  const expectQuiet = () => {
    const requests = open.requests
      .splice(0)
      .filter((request) => !/^GET (?:image|media|document|other) https?:\/\/(?:ok\.example|127\.0\.0\.1:\d+)\//.test(request));
    const errors = open.errors.splice(0).filter((error) => !harmless.test(error));
    const heard = [...requests, ...[open.navigations, open.dialogs, errors].flatMap((list) => list.splice(0))];
    expect(heard, heard.join("; ")).toEqual([]);
  };

  describe.each(payloadFamilies)("%s", (family) => {
    const all = readPayloads(family).map(({ payload }) => payload);
    // `live-payloads.test.ts` plays them all. Attributes are hundreds of elements a payload.
    const chosen = (place: number, first: number) => {
      const some = shareOf(all, partOf(payloadPlaces[place]?.name), place + first);
      return some.length === 0 ? all.slice(0, 1) : some;
    };

    it.each(places)("as $name, in finished HTML", { timeout }, async ({ place, template }) => {
      const pieces = toChunks(chosen(place, 0), 5).map((values) => render(template, { values }));
      expect(await showHtml(pieces)).toEqual([]);
      expectQuiet();
    });

    it.each(places)("as $name, in live cards", { timeout }, async ({ place, template }) => {
      const program = JSON.parse(JSON.stringify(template.program)) as unknown;
      for (const values of toChunks(chosen(place, 1), 20)) expect(await showCards(program, values)).toEqual([]);
      expectQuiet();
    });

    it("in style sheets", { timeout }, async () => {
      const program = JSON.parse(JSON.stringify(sheetCard.program)) as unknown;
      for (const payload of shareOf(all, 6, 0)) {
        const texts = [...sheets.values()].map((toSheet) => toSheet(payload));
        expect(await showHtml([texts.map((sheet) => render(sheetCard, { sheet })).join("")])).toEqual([]);
        for (const text of texts.slice(0, 3)) expect(await showCards(program, [text])).toEqual([]);
      }
      expectQuiet();
    });

    it("as names of elements", { timeout }, async () => {
      expect(await showHtml(shareOf(all, 3, 0).map((payload) => render(tagCard, { values: [payload] })))).toEqual([]);
      expectQuiet();
    });
  });
});
