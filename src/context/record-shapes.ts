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
import { type Shape, toShape } from "./expect-shape.ts";
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

const customer = toShape({
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

const conversation = toShape({
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

const company = toShape({ ...common, name: stringValue });

const kobject = toShape({
  ...common,
  title: textValue,
  description: textValue,
  images: listValue,
  icon: stringValue,
  pinned: flagValue,
});

const message = toShape({ ...common, direction: stringValue, preview: stringValue, channel: stringValue });

const user = toShape({ ...common, name: stringValue, email: stringValue, userType: stringValue, teams: listValue });

/** What surrounds the attributes of a JSON:API resource. */
export const resourceShape = toShape({ id: textValue, type: stringValue, relationships: recordValue });

/** Shapes of flat records and of the attributes of JSON:API resources, for imported data. */
export const recordShapes: ReadonlyMap<RecordName | "currentUser", Shape> = new Map<RecordName | "currentUser", Shape>([
  ["customer", customer],
  ["conversation", conversation],
  ["company", company],
  ["kobject", kobject],
  ["message", message],
  ["user", user],
  ["currentUser", user],
]);
