import { describe, expect, it } from "vitest";
import { renderTimeline, renderToString } from "../../src/html.ts";
import { createContext, createViews } from "../../src/index.ts";
import { compileCard } from "../support/card.ts";
import { createItems, hostileViews, isHostile } from "./hostile-records.ts";
import { expectUnharmed, renderItems } from "./hostile-timeline.ts";

describe("hostile records among others", { timeout: 60_000 }, () => {
  it("leave the others as they are, in a timeline", async () => {
    const { codes } = await expectUnharmed(200);
    expect(codes).toContain("limit/run");
    expect(codes).toContain("workspace/records");
  });

  it("leave the others as they are where they have used up what the timeline has", async () => {
    const { codes } = await expectUnharmed(200, { fuel: 500_000 });
    expect(codes.filter((code) => code === "workspace/fuel")).toHaveLength(1);
  });

  it("give the same bytes each time", async () => {
    const [first, second] = [await renderItems(100, true, { fuel: 500_000 }), await renderItems(100, true, { fuel: 500_000 })];
    expect(first.articles).toEqual(second.articles);
  });

  it("leave the others as they are, in a loop over records", () => {
    const templates = new Map<string, ReturnType<typeof compileCard>["template"]>(
      hostileViews.map(({ resource, template }) => [resource, compileCard(template).template]),
    );
    const render = (hostile: boolean) =>
      createItems(200, hostile).map(({ resource, records }) => {
        try {
          const bag = createContext({ resource, ...records });
          const template = templates.get(resource);
          return template === undefined ? "" : renderToString(template, bag, { limits: { fuel: 100_000 } });
        } catch (error) {
          return String(error);
        }
      });
    const clean = render(false);
    expect(render(true).filter((html, n) => !isHostile(n) && html !== clean[n])).toEqual([]);
  });

  it("are no reason to refuse: cards may use all of their fuel while the timeline has some", async () => {
    const template = "for (let i = 0; i < 90000; i++); <p>done</p>";
    const views = createViews([{ name: "acme.a", resource: "kobject.a", context: "expanded-timeline", template }]);
    const items = Array.from({ length: 8 }, (_, n) => ({
      id: `i${n}`,
      resource: "kobject.a",
      at: n,
      records: { kobject: { title: "a", custom: {} } },
    }));
    const render = async (fuel: number | undefined) => {
      let html = "";
      const options = { views, limits: { fuel: 100_000 }, ...(fuel === undefined ? {} : { total: { fuel } }) };
      for await (const chunk of renderTimeline(items, options)) html += chunk;
      return html.match(/done/g)?.length ?? 0;
    };
    expect(await render(undefined)).toBe(8);
    expect(await render(300_000)).toBe(4);
  });

  it("are bounded by a positive number of units", () => {
    const views = createViews([]);
    expect(() => renderTimeline([], { views, total: { fuel: 0 } })).toThrow("key `fuel` of option `total`");
  });
});
