import { type Host, type MountedInsights, mountInsights, mountTimeline, type RecordSubject } from "../../src/dom.ts";
import { icons } from "../../src/icons.ts";
import { createKlasses, createViews } from "../../src/index.ts";
import type { Workspace } from "./workspace.ts";

// The page of the demo that lives: timeline and panel mounted beside each other, with a host that keeps what is changed in memory.
const workspace = JSON.parse(document.querySelector("#workspace")?.textContent ?? "") as Workspace;
const klasses = createKlasses(workspace.klasses);
const views = createViews(workspace.definitions, { klasses });
let subject = workspace.subject;
let panel: MountedInsights | undefined;

const soon = <Value>(value: Value) => new Promise<Value>((resolve) => setTimeout(() => resolve(value), 300));

/** Puts a value in the place of another; a custom attribute stands below `custom`. */
function change(record: unknown, field: string, value: unknown): unknown {
  const known = record as { readonly custom?: Readonly<Record<string, unknown>> };
  return known.custom !== undefined && Object.hasOwn(known.custom, field)
    ? { ...known, custom: { ...known.custom, [field]: value } }
    : { ...known, [field]: value };
}

const host: Host = {
  updateAttribute: async ({ resource, field, value }) => {
    await soon(undefined);
    const records = subject.records as Readonly<Record<string, unknown>>;
    subject = { ...subject, records: { ...records, [resource]: change(records[resource], field, value) } as RecordSubject["records"] };
    panel?.update(subject);
  },
  search: ({ kind, text }) =>
    soon((workspace.people[kind] ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(text.toLocaleLowerCase()))),
  command: () => soon({ data: { attributes: { responseBody: { ok: true } } } }),
};

const { now, timeZone, locale } = workspace;
const options = { views, klasses, icons, now, timeZone, locale, host };
const place = (selector: string) => document.querySelector(selector) as Element;
mountTimeline(place("#timeline"), workspace.items, { ...options, idPrefix: "timeline" });
panel = mountInsights(place("#insights"), subject, { ...options, idPrefix: "insights" });

place("#theme").addEventListener("change", ({ target }) => {
  document.documentElement.dataset.theme = (target as HTMLSelectElement).value;
});
