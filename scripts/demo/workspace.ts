import { readdirSync, readFileSync } from "node:fs";
import type { RecordSubject, TimelineItem } from "../../src/html.ts";

/** The sample customer's workspace, as plain data: the live page gets it as JSON. */
export interface Workspace {
  readonly title: string;
  /** The present of the sample, so that "in 2 days" stays true. */
  readonly now: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly definitions: readonly unknown[];
  readonly klasses: readonly unknown[];
  readonly items: readonly TimelineItem[];
  /** What the panel is about. */
  readonly subject: RecordSubject;
  /** What pickers find, by kind. */
  readonly people: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
}

type Data = Readonly<Record<string, unknown>>;

interface Message extends Data {
  readonly id: string;
  readonly createdAt: string;
}

const root = "fixtures/timeline";
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Data;

/** Reads the workspace: views and records of `fixtures/timeline`, and a conversation about them. */
export function readWorkspace(): Workspace {
  const app = readJson("scripts/demo/app.json");
  const summaries = app.summaries as Readonly<Record<string, string>>;
  const definitions: unknown[] = [];
  const items: TimelineItem[] = [];
  let records: Data = {};
  for (const name of readdirSync(root)) {
    const view = readJson(`${root}/${name}/kview.json`);
    const { resource, ...data } = readJson(`${root}/${name}/data.json`);
    definitions.push({ ...view, template: readFileSync(`${root}/${name}/template.kview.jsx`, "utf8") });
    records = data;
    const kobject = data.kobject as { readonly createdAt: string; readonly title: string } | undefined;
    if (kobject === undefined) continue;
    const opened = name === "order" || name === "shipment";
    const { createdAt: at, title } = kobject;
    items.push({ id: name, resource: String(resource), at, title, summary: summaries[name], expanded: opened, records: data });
  }
  const { customer, currentUser } = records;
  const conversation = app.conversation as Data;
  for (const message of app.messages as readonly Message[])
    items.push({
      id: message.id,
      resource: "message",
      at: message.createdAt,
      title: message.direction === "in" ? "Marta Lindqvist" : "Jonas Berg",
      records: { customer, conversation, message },
    });
  return {
    title: "Marta Lindqvist",
    now: "2026-10-14T09:30:00Z",
    timeZone: "Europe/Stockholm",
    locale: "en-US",
    definitions,
    klasses: app.klasses as readonly unknown[],
    items,
    subject: { resource: "conversation", records: { customer, conversation, currentUser } },
    people: app.people as Workspace["people"],
  };
}
