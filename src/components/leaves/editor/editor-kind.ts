import type { AttributeType } from "../../../policy/attribute-kind.ts";
import { toAttributeKind } from "../../../policy/attribute-kind.ts";
import type { KlassNames } from "../../../runtime/realm.ts";

/** How an attribute is edited. */
export type EditorKind = "text" | "long" | "number" | "instant" | "day" | "flag" | "url" | "priority" | PickerKind;

/** What is picked among what the host finds. */
export type PickerKind = "tree" | "users" | "teams" | "record" | "records";

const kindsByType: ReadonlyMap<AttributeType, EditorKind> = new Map<AttributeType, EditorKind>([
  ["Str", "text"],
  ["Text", "text"],
  ["Txt", "long"],
  ["Num", "number"],
  ["At", "instant"],
  ["Day", "day"],
  ["Bool", "flag"],
  ["Url", "url"],
  ["Tree", "tree"],
]);

/** Standard attributes that are edited in a way of their own, by klass and name. */
const kindsByName: ReadonlyMap<string, EditorKind> = new Map<string, EditorKind>([
  ["conversation priority", "priority"],
  ["conversation assignedUsers", "users"],
  ["conversation assignedTeams", "teams"],
]);

/** Standard attributes that the platform computes or keeps itself, by klass; `*` of all. */
const computed: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ["*", "id createdAt updatedAt modifiedAt"],
    ["customer", "displayName avatarUrl lastActivityAt lastSeenAt"],
    ["conversation", "preview messageCount noteCount lastActivityAt"],
    ["message", "preview"],
    ["user", "name displayName email"],
    ["kobject", "icon"],
  ].map(([klass = "", names = ""]) => [klass, new Set(names.split(" "))]),
);

/** Decides how an attribute of a record is edited; `undefined` for what is only shown. */
export function toEditorKind(klasses: KlassNames, resource: string, field: string): EditorKind | undefined {
  const klass = resource.startsWith("kobject.") ? "kobject" : resource;
  // A host that reads a path further than we do would write to another attribute than the one that was looked at.
  if (field.replace("custom.", "").includes(".")) return undefined;
  if (computed.get("*")?.has(field) || computed.get(klass)?.has(field)) return undefined;
  const type = klasses.type(resource, field) ?? toAttributeKind(field);
  return kindsByName.get(`${klass} ${field}`) ?? (type === undefined ? undefined : kindsByType.get(type));
}

export function isPicker(kind: string): kind is PickerKind {
  return kind === "tree" || kind === "users" || kind === "teams" || kind === "record" || kind === "records";
}

/** One is picked, and takes the place of the one before. */
export function isSingle(kind: PickerKind): boolean {
  return kind === "tree" || kind === "record";
}
