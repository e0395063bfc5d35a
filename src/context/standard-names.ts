import { bagNames, facadeNames } from "../policy/scope-names.ts";

/** Names of the records that a context may hold: the standard klasses and the view's KObject. */
export const recordNames = ["customer", "conversation", "company", "kobject", "message", "user"] as const;

export type RecordName = (typeof recordNames)[number];

/** What a view may belong to. */
export const resourceForm = /^(customer|conversation|company|message|user|kobject\.[^\s.]+)$/;

/** Names that data of the host's own may not take: those of every bag, of facades, and what templates know as the page. */
export const takenNames: ReadonlySet<string> = new Set([...bagNames, ...facadeNames, "window", "document", "this", "kview"]);
