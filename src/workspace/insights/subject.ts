import { describeValue, failInput } from "../../context/input-error.ts";
import { resourceForm } from "../../context/standard-names.ts";
import { checkKeys } from "../../render/options.ts";
import type { ItemRecords } from "../timeline/item.ts";
import type { SearchGroup } from "./search-group.ts";

/** The record that the panel is about, with those that belong to it. */
export interface RecordSubject {
  /** `customer`, `conversation`, `kobject.<klass>`, … */
  readonly resource: string;
  /** What `createContext` takes, without the resource and klasses. The record that `resource` names has to be among them. */
  readonly records: ItemRecords;
}

/** The results of a search. */
export interface SearchSubject {
  readonly search: SearchGroup;
}

/** What the insights panel is about. */
export type InsightsSubject = RecordSubject | SearchSubject;

/** Tells the two kinds of subjects apart; a `TypeError` names what is neither. */
export function expectSubject(subject: InsightsSubject): InsightsSubject {
  if (typeof subject !== "object" || subject === null) failInput("subject", "a record with its resource, or a search", subject);
  if (isSearch(subject)) {
    checkKeys(subject, ["search"], "key of `subject`");
    checkKeys(subject.search, ["conversations", "customers"], "key of `subject.search`");
    return subject;
  }
  checkKeys(subject, ["resource", "records"], "key of `subject`");
  const { resource, records } = subject;
  if (typeof resource !== "string" || !resourceForm.test(resource)) {
    const found = typeof resource === "string" ? `\`${resource.slice(0, 60)}\`` : describeValue(resource);
    throw new TypeError(`subject.resource: expected customer, conversation, company, message, user or kobject.<klass>, found ${found}`);
  }
  if (typeof records !== "object" || records === null || Array.isArray(records))
    failInput("subject.records", "the records that `createContext` takes", records);
  for (const key of ["resource", "klasses"])
    if (Object.hasOwn(records, key)) throw new TypeError(`subject.records: \`${key}\` stands beside the records, not among them`);
  return subject;
}

/** Tells whether a subject is the result of a search. */
export function isSearch(subject: InsightsSubject): subject is SearchSubject {
  return Object.hasOwn(subject, "search");
}
