import type { RecordName } from "../../context/standard-names.ts";

/** How a value of a details row is shown, where its klass's format is not what an agent needs. */
export type ShownAs = "emails" | "phones" | "sentiment" | "time" | "priority" | "users" | "teams";

/** One attribute that the panel shows by itself. */
export interface DetailsAttribute {
  readonly name: string;
  readonly as?: ShownAs;
  /** Has a row without a value too: that a conversation is assigned to nobody is what an agent looks for. */
  readonly always?: boolean;
}

/** What the panel shows of a klass where no view says it. */
export interface DetailsTable {
  /** Stand first, in this order. */
  readonly first: readonly DetailsAttribute[];
  /** Stand behind the custom ones, which an app defines because agents need them. */
  readonly last: readonly DetailsAttribute[];
  /** How many custom attributes stand among the first; of the others `CollapsedRows` shows three. */
  readonly customFirst: number;
  /** A person has a face, other records have their klass's icon. */
  readonly isPerson: boolean;
}

const created: DetailsAttribute = { name: "createdAt" };
const updated: DetailsAttribute = { name: "updatedAt", as: "time" };

const kobject: DetailsTable = {
  first: [{ name: "description" }],
  last: [{ name: "externalId" }, { name: "tags" }, created, updated],
  customFirst: 3,
  isPerson: false,
};

/** The attributes of `reference/kview.md`, section 2.4, that agents work with, by klass; those not named here are left to views. */
export const detailsTables: Readonly<Record<RecordName, DetailsTable>> = {
  customer: {
    first: [
      { name: "emails", as: "emails", always: true },
      { name: "phones", as: "phones", always: true },
      { name: "company" },
      { name: "locations" },
      { name: "sentiment", as: "sentiment" },
    ],
    last: [
      { name: "tags" },
      { name: "conversationCounts" },
      { name: "satisfactionLevel" },
      { name: "whatsapps" },
      { name: "socials" },
      { name: "urls" },
      { name: "username" },
      { name: "externalId" },
      { name: "birthdayAt" },
      { name: "gender" },
      { name: "locale" },
      { name: "timeZone" },
      { name: "lastSeenAt", as: "time" },
      { name: "lastActivityAt", as: "time" },
      { name: "signedUpAt" },
      created,
    ],
    customFirst: 0,
    isPerson: true,
  },
  conversation: {
    first: [
      { name: "priority", as: "priority", always: true },
      { name: "assignedUsers", as: "users", always: true },
      { name: "assignedTeams", as: "teams", always: true },
      { name: "channels" },
      { name: "sentiment", as: "sentiment" },
    ],
    last: [
      { name: "tags" },
      { name: "satisfaction" },
      { name: "direction" },
      { name: "messageCount" },
      { name: "noteCount" },
      { name: "lastMessageIn" },
      { name: "lastMessageOut" },
      { name: "lastActivityAt", as: "time" },
      { name: "externalId" },
      created,
    ],
    customFirst: 0,
    isPerson: false,
  },
  company: {
    first: [{ name: "tags" }],
    last: [{ name: "externalId" }, created, updated],
    customFirst: 3,
    isPerson: false,
  },
  message: {
    first: [{ name: "preview" }, { name: "direction" }, { name: "channel" }],
    last: [{ name: "externalId" }, created],
    customFirst: 0,
    isPerson: false,
  },
  user: {
    first: [{ name: "email", as: "emails", always: true }, { name: "teams" }, { name: "userType" }],
    last: [{ name: "tags" }, { name: "externalId" }, created],
    customFirst: 0,
    isPerson: true,
  },
  kobject,
};

/** Statuses of conversations with the colour that each has everywhere in the panel. */
export const statusTones = { open: "info", snoozed: "alert", done: "success" } as const;

export type Status = keyof typeof statusTones;
