import * as z from "zod/mini";
import {
  dateValue,
  flagValue,
  linkValue,
  listOrTextValue,
  listValue,
  numberValue,
  recordValue,
  stringValue,
  textValue,
} from "./attribute-checks.ts";
import type { RecordName } from "./standard-names.ts";

// The attributes of `reference/kview.md`, section 2.4. Attributes that are not listed pass unchecked.

const common = {
  id: textValue,
  relationships: recordValue,
  custom: recordValue,
  tags: listValue,
  externalId: textValue,
  createdAt: dateValue,
  updatedAt: dateValue,
  modifiedAt: dateValue,
};

const customer = z.object({
  ...common,
  name: stringValue,
  displayName: stringValue,
  firstName: stringValue,
  lastName: stringValue,
  company: linkValue,
  externalIds: listValue,
  username: stringValue,
  avatarUrl: stringValue,
  locale: textValue,
  timeZone: textValue,
  gender: textValue,
  emails: listValue,
  phones: listValue,
  whatsapps: listValue,
  socials: listValue,
  urls: listValue,
  locations: listValue,
  sentiment: recordValue,
  conversationCounts: recordValue,
  birthdayAt: dateValue,
  signedUpAt: dateValue,
  lastActivityAt: dateValue,
  lastSeenAt: dateValue,
});

const conversation = z.object({
  ...common,
  name: stringValue,
  status: stringValue,
  channels: listOrTextValue,
  priority: numberValue,
  preview: stringValue,
  messageCount: numberValue,
  noteCount: numberValue,
  assignedUsers: listValue,
  assignedTeams: listValue,
  direction: stringValue,
  lastActivityAt: dateValue,
});

const company = z.object({ ...common, name: stringValue });

const kobject = z.object({
  ...common,
  title: textValue,
  description: textValue,
  images: listValue,
  icon: stringValue,
  pinned: flagValue,
});

const message = z.object({ ...common, direction: stringValue, preview: stringValue, channel: stringValue });

const user = z.object({ ...common, name: stringValue, email: stringValue, userType: stringValue, teams: listValue });

/** What surrounds the attributes of a JSON:API resource. */
export const resourceSchema = z.object({ id: textValue, type: stringValue, relationships: recordValue });

/** Schemas of flat records and of the attributes of JSON:API resources. Run on imported data; their output is not used. */
export const recordSchemas: ReadonlyMap<RecordName | "currentUser", z.ZodMiniType> = new Map<RecordName | "currentUser", z.ZodMiniType>([
  ["customer", customer],
  ["conversation", conversation],
  ["company", company],
  ["kobject", kobject],
  ["message", message],
  ["user", user],
  ["currentUser", user],
]);
