import type { AttributeType } from "../policy/attribute-kind.ts";
import { Klass, Klasses, toAttributes } from "./klasses.ts";

/** An attribute's name, its type, its display name. */
type Row = readonly [name: string, type: AttributeType, displayName: string];

// The attributes of `reference/kview.md`, section 2.4. What has no documented form is `Any`: it is shown as it comes.

const dates: readonly Row[] = [
  ["createdAt", "At", "Created"],
  ["updatedAt", "At", "Updated"],
  ["modifiedAt", "At", "Modified"],
];

const common: readonly Row[] = [["id", "Text", "ID"], ["externalId", "Text", "External ID"], ["tags", "List", "Tags"], ...dates];

const customer: readonly Row[] = [
  ["name", "Str", "Name"],
  ["displayName", "Str", "Display Name"],
  ["firstName", "Str", "First Name"],
  ["lastName", "Str", "Last Name"],
  ["company", "Link", "Company"],
  ["externalIds", "Addresses", "External IDs"],
  ["username", "Str", "Username"],
  ["avatarUrl", "Url", "Avatar"],
  ["locale", "Text", "Locale"],
  ["timeZone", "Text", "Time Zone"],
  ["gender", "Text", "Gender"],
  ["emails", "Addresses", "Emails"],
  ["phones", "Addresses", "Phones"],
  ["whatsapps", "Addresses", "WhatsApp"],
  ["socials", "Addresses", "Socials"],
  ["urls", "Addresses", "Websites"],
  ["locations", "Places", "Locations"],
  ["sentiment", "Sentiment", "Sentiment"],
  ["satisfactionLevel", "Any", "Satisfaction Level"],
  ["conversationCounts", "Counts", "Conversations"],
  ["birthdayAt", "Day", "Birthday"],
  ["signedUpAt", "At", "Signed Up"],
  ["lastActivityAt", "At", "Last Activity"],
  ["lastSeenAt", "At", "Last Seen"],
];

const conversation: readonly Row[] = [
  ["name", "Str", "Name"],
  ["status", "Word", "Status"],
  ["channels", "Words", "Channels"],
  ["priority", "Num", "Priority"],
  ["preview", "Txt", "Preview"],
  ["satisfaction", "Any", "Satisfaction"],
  ["sentiment", "Sentiment", "Sentiment"],
  ["messageCount", "Num", "Messages"],
  ["noteCount", "Num", "Notes"],
  ["assignedUsers", "Links", "Assigned Users"],
  ["assignedTeams", "Links", "Assigned Teams"],
  ["sla", "Any", "SLA"],
  ["firstMessageIn", "Message", "First Message In"],
  ["lastMessageIn", "Message", "Last Message In"],
  ["lastMessageOut", "Message", "Last Message Out"],
  ["direction", "Word", "Direction"],
  ["lastActivityAt", "At", "Last Activity"],
];

const company: readonly Row[] = [["name", "Str", "Name"]];

const message: readonly Row[] = [
  ["direction", "Word", "Direction"],
  ["preview", "Txt", "Preview"],
  ["channel", "Word", "Channel"],
];

const user: readonly Row[] = [
  ["name", "Str", "Name"],
  ["displayName", "Str", "Display Name"],
  ["email", "Str", "Email"],
  ["userType", "Word", "User Type"],
  ["teams", "Links", "Teams"],
];

const kobject: readonly Row[] = [
  ["title", "Text", "Title"],
  ["description", "Text", "Description"],
  ["data", "Obj", "Data"],
  ["images", "Addresses", "Images"],
  ["icon", "Str", "Icon"],
  ["customer", "Link", "Customer"],
  ["company", "Link", "Company"],
  ["pinned", "Bool", "Pinned"],
];

/** The standard klasses, with icons of the names that cards use (section 1). */
const klasses: readonly (readonly [name: string, icon: string, rows: readonly Row[]])[] = [
  ["customer", "account", customer],
  ["conversation", "forum", conversation],
  ["company", "office-building", company],
  ["message", "message-text", message],
  ["user", "account-tie", user],
];

/** The five standard klasses and what every KObject has: what is known where the host says nothing of its klasses. */
export const standardKlasses = new Klasses(
  klasses.map(([name, icon, rows]) => new Klass({ resource: name, standard: true, icon, attributes: toStandard([...common, ...rows]) })),
  new Klass({ resource: "kobject", standard: true, icon: "cube-outline", attributes: toStandard([...common, ...kobject]) }),
);

function toStandard(rows: readonly Row[]) {
  return toAttributes(rows.map(([name, type, displayName]) => ({ name, type, displayName, standard: true })));
}

const labels: ReadonlyMap<string, ReadonlySet<string>> = collectLabels();

function collectLabels(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [name, , displayName] of [...common, ...kobject, ...klasses.flatMap(([, , rows]) => rows)])
    found.set(name, (found.get(name) ?? new Set()).add(displayName));
  return found;
}

/** Tells whether an attribute is labelled with `text` in every klass where it is a standard one, or in none. */
export function isSameEverywhere(name: string, text: string): boolean {
  const known = labels.get(name);
  return known === undefined || (known.size === 1 && known.has(text));
}

const types: ReadonlyMap<string, ReadonlySet<AttributeType>> = collectTypes();

function collectTypes(): ReadonlyMap<string, ReadonlySet<AttributeType>> {
  const found = new Map<string, Set<AttributeType>>();
  for (const [name, type] of [...common, ...kobject, ...klasses.flatMap(([, , rows]) => rows)])
    found.set(name, (found.get(name) ?? new Set()).add(type));
  return found;
}

/** The types that an attribute has in the klasses where it is a standard one. */
export function findStandardTypes(name: string): ReadonlySet<AttributeType> | undefined {
  return types.get(name);
}
