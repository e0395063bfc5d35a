import { Bag } from "../../context/bag.ts";
import { createContext } from "../../context/create-context.ts";
import { failInput } from "../../context/input-error.ts";
import { type RecordName, recordNames, resourceForm } from "../../context/standard-names.ts";
import { importValue } from "../../runtime/import.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";
import type { View } from "../../views/view.ts";
import { toKlassLabel } from "../timeline/head.ts";
import type { Panel, PanelCard, PanelSection, PanelView } from "./panel.ts";
import type { PanelMemory } from "./panel-memory.ts";
import { toRecordDetails } from "./record-details.ts";
import { toSearchSummary } from "./search-summary.ts";
import { storedViews } from "./stored-view.ts";
import { expectSubject, type InsightsSubject, isSearch, type RecordSubject, type SearchSubject } from "./subject.ts";

/** Headings: the panel's own name is above, what a summary counts is below. */
const level = 3;

/** Says what the panel shows of a subject, the same for both targets. A `TypeError` names what is wrong with the subject. */
export function createPanel(subject: InsightsSubject, memory: PanelMemory): Panel {
  const checked = expectSubject(subject);
  return isSearch(checked) ? createSearchPanel(checked, memory) : createRecordPanel(checked, memory);
}

function createSearchPanel({ search }: SearchSubject, { settings }: PanelMemory): Panel {
  const { words, card, klasses } = settings;
  const summary = toSearchSummary(search, { words, locale: card.locale, level });
  const bag = new Bag("", withData(createRecord(), "summary", summary), klasses);
  const views = [toStoredView("search", "summary", bag, card.policy.idPrefix)];
  return { subject: "search", sections: [{ key: "search", label: words.searchResults, views }], cards: [] };
}

const isKObject = (resource: string) => resource.startsWith("kobject.");

/** A record of the subject, with the bag of its views. */
interface Present {
  readonly name: RecordName;
  readonly resource: string;
  readonly record: Rec;
  readonly bag: Bag;
}

function createRecordPanel({ resource, records }: RecordSubject, memory: PanelMemory): Panel {
  const toBag = (of: string) => createContext({ ...records, resource: of, klasses: memory.settings.klasses });
  const own = toBag(resource);
  const name = (isKObject(resource) ? "kobject" : resource) as RecordName;
  const record = own.names[name];
  if (!isRecord(record)) return failInput(`subject.records.${name}`, "the record that the panel is about", record);
  const others = recordNames.flatMap((other) => {
    const found = other === name ? undefined : own.names[other];
    const type = other === "kobject" && isRecord(found) ? found.type : other;
    // What a KObject without a type is, nobody knows: it is data of the others' views.
    if (!isRecord(found) || typeof type !== "string" || !resourceForm.test(type) || (other === "kobject" && !isKObject(type))) return [];
    return [{ name: other, resource: type, record: found, bag: toBag(type) }];
  });
  // The subject first, then what it belongs to: a conversation's panel has the customer's details and cards below its own.
  const present: readonly Present[] = [{ name, resource, record, bag: own }, ...others];
  return {
    subject: JSON.stringify([resource, record.id ?? record.externalId]),
    sections: present.map((one) => createSection(one, memory)),
    cards: present.flatMap((one) => createCards(one, memory)),
  };
}

function createSection({ name, resource, record, bag }: Present, memory: PanelMemory): PanelSection {
  const { settings } = memory;
  const { klasses, views } = settings;
  const given = views.for(resource, "smartbar-details");
  const own = typeof record.icon === "string" && settings.icons?.has(record.icon) ? record.icon : undefined;
  const icon = memory.findIcon([own, klasses.get(resource)?.icon, name === "kobject" ? klasses.kobject.icon : undefined]);
  // An app says what the details of its klass are. Those of the standard klasses are the panel's: what an app adds stands below.
  const hasRows = name !== "kobject" || given.length === 0;
  const klass = (name === "kobject" ? given[0]?.displayName : undefined) ?? toKlassLabel(resource, settings);
  const details = toRecordDetails({ name, resource, klass, record, settings, icon, level, hasRows });
  const detailsBag = new Bag(resource, withData(bag.names, "details", details), klasses);
  const { idPrefix } = settings.card.policy;
  return {
    key: resource,
    label: klass,
    views: [toStoredView("record", name, detailsBag, idPrefix), ...given.map((view) => toView(view, bag, memory))],
  };
}

function createCards({ resource, bag }: Present, memory: PanelMemory): readonly PanelCard[] {
  return memory.settings.views.for(resource, "smartbar-card").map((view) => ({
    ...toView(view, bag, memory),
    title: view.displayName,
    icon: memory.findIcon([view.icon], view.name),
    isOpen: view.state === "open",
  }));
}

function toView(view: View, bag: Bag, memory: PanelMemory): PanelView {
  return {
    key: view.name,
    name: view.name,
    idPrefix: `${memory.settings.card.policy.idPrefix}-card-${memory.numberOf(view.name)}`,
    bag,
    compile: () => memory.compile(view),
  };
}

function toStoredView(which: keyof typeof storedViews, name: string, bag: Bag, idPrefix: string): PanelView {
  const view = storedViews[which];
  return { key: view.name, name: view.name, idPrefix: `${idPrefix}-of-${name}`, bag, compile: () => ({ template: view.template() }) };
}

/** Puts data of ours among the names of a bag. */
function withData(names: Rec, name: string, data: unknown): Rec {
  const all = Object.assign(createRecord(), names);
  all[name] = importValue(data, name);
  return all;
}
