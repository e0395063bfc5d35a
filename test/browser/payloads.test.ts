import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { toChunks } from "../attack/moved-card.ts";
import { payloadPlaces, sheetCard, sheets, tagCard } from "../attack/payload-places.ts";
import { runString } from "../support/card.ts";
import { payloadFamilies, readPayloads } from "../support/payload-case.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import type { PayloadApi } from "./payload-page.ts";

type Global = { readonly kviewPayloads: PayloadApi };

const timeout = 600_000;
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
    // A drawing's attribute that is no length is told, and nothing else.
    const errors = open.errors.splice(0).filter((error) => !/^Error: <\w+> attribute /.test(error));
    const heard = [...requests, ...[open.navigations, open.dialogs, errors].flatMap((list) => list.splice(0))];
    expect(heard, heard.join("; ")).toEqual([]);
  };

  describe.each(payloadFamilies)("%s", (family) => {
    const all = readPayloads(family).map(({ payload }) => payload);
    // Hundreds of elements a payload: `live-payloads.test.ts` plays them all.
    const shareOf = (place: string) => (place.startsWith("attributes") ? all.filter((_, i) => i % 60 === 0) : all);

    it.each(payloadPlaces)("as $name, in finished HTML", { timeout }, async ({ name, template }) => {
      for (const values of toChunks(shareOf(name), 5)) expect(await showHtml([render(template, { values })])).toEqual([]);
      expectQuiet();
    });

    it.each(payloadPlaces)("as $name, in live cards", { timeout }, async ({ name, template }) => {
      const program = JSON.parse(JSON.stringify(template.program)) as unknown;
      for (const values of toChunks(shareOf(name), 10)) expect(await showCards(program, values)).toEqual([]);
      expectQuiet();
    });

    it("in style sheets", { timeout }, async () => {
      const program = JSON.parse(JSON.stringify(sheetCard.program)) as unknown;
      for (const payload of all) {
        const texts = [...sheets.values()].map((toSheet) => toSheet(payload));
        expect(await showHtml([texts.map((sheet) => render(sheetCard, { sheet })).join("")])).toEqual([]);
        for (const text of texts.slice(0, 3)) expect(await showCards(program, [text])).toEqual([]);
      }
      expectQuiet();
    });

    it("as names of elements", { timeout }, async () => {
      for (const payload of all) expect(await showHtml([render(tagCard, { values: [payload] })])).toEqual([]);
      expectQuiet();
    });
  });
});
