import { describe, expect, it } from "vitest";
import { renderInsights, renderTimeline, type TimelineItem } from "../../src/html.ts";
import { createKlasses, createViews } from "../../src/index.ts";
import { payloadFamilies, readPayloads } from "../support/payload-case.ts";
import { readAll } from "../workspace/timeline-case.ts";
import { toChunks } from "./moved-card.ts";
import { expectNothingRan, findFaults } from "./payload-play.ts";
import { findUnsafe } from "./safe-html.ts";

const suffixes = ["Str", "Txt", "Num", "At", "Bool", "Url", "Id", "Tree", "Obj"];
const views = createViews([
  {
    name: "a.b",
    resource: "kobject.order",
    context: "expanded-timeline",
    template: "<Grid><Column><Field field={customer.name} type='kobject.order' value={kobject.title} /></Column></Grid>",
  },
  {
    name: "a.c",
    resource: "customer",
    context: "smartbar-card",
    template: "<div title={customer.name}>{customer.tags}<Link href={customer.name} /></div>",
  },
]);

/** A customer, a message, a conversation and an order that hold a text wherever a person could have written it. */
function toItems(text: string, at: number): readonly TimelineItem[] {
  const customer = {
    name: text,
    displayName: text,
    username: text,
    tags: [text],
    emails: [{ type: text, email: text }],
    urls: [{ url: text }],
  };
  const custom = Object.fromEntries(suffixes.map((suffix) => [`${at}${suffix}`, text]));
  const kobject = {
    title: text,
    description: text,
    externalId: text,
    icon: text,
    images: [text],
    tags: [text],
    custom: { ...custom, [text]: text },
  };
  const conversation = { name: text, preview: text, status: text, channels: [text], direction: text, tags: [text] };
  const message = { preview: text, direction: text, channel: text };
  const item = { at: 86_400_000 * (at + 1), expanded: true, title: text, summary: text, icon: text };
  return [
    { ...item, id: `c${at}`, resource: "customer", records: { customer } },
    { ...item, id: `m${at}`, resource: "message", records: { message, customer } },
    { ...item, id: `v${at}`, resource: "conversation", records: { conversation, customer } },
    { ...item, id: `k${at}`, resource: "kobject.order", records: { kobject, customer } },
    {
      ...item,
      id: `o${at}`,
      resource: "kobject.other",
      records: { kobject, customer },
      title: undefined,
      summary: undefined,
      icon: undefined,
    },
  ];
}

/** What an app calls its klass and the attributes of it. */
const toKlasses = (text: string) =>
  createKlasses([
    { name: "order", icon: text, color: text, metadata: { properties: { "0Str": { displayName: text }, "0Url": { displayName: text } } } },
  ]);

async function render(texts: readonly string[]): Promise<string> {
  const klasses = toKlasses(texts[0] ?? "");
  const timeline = await readAll(renderTimeline(texts.flatMap(toItems), { views, klasses }));
  const panels = texts.flatMap((text) =>
    toItems(text, 0).map(({ resource, records }) => renderInsights({ resource, records }, { views, klasses })),
  );
  return timeline + panels.join("");
}

/** Without the value: what is told of the workspace's own elements is told of harmless records, too. */
const toKind = (fault: string) => fault.replace(/=".*":/s, ":");

describe.each(payloadFamilies)("payloads of the family %s in the workspace", (family) => {
  it("are harmless in timeline and panel", { timeout: 600_000 }, async () => {
    const own = new Set(findUnsafe(await render(["Ada Lovelace"])).map(toKind));
    for (const some of toChunks(readPayloads(family), 10)) {
      const rendered = new Map(await Promise.all(some.map(async ({ payload }) => [payload, await render([payload])] as const)));
      const check = (texts: readonly string[]) =>
        texts.flatMap((text) => findUnsafe(rendered.get(text) ?? "").filter((fault) => !own.has(toKind(fault))));
      expect(findFaults(some, check)).toEqual([]);
    }
    await expectNothingRan();
  });
});
