import { type AttributeType, toAttributeKind } from "../../../policy/attribute-kind.ts";
import { type EditorKind, isPicker, isSingle, toEditorKind } from "../editor/editor-kind.ts";
import type { LeafCard } from "../leaf-card.ts";

/** How an attribute is entered: as it is edited in rows, or as JSON, or as texts with commas between. */
export type FormKind = EditorKind | "json" | "list";

/** Types that rows only show, and how a record begins with one. */
const kindsByType: ReadonlyMap<AttributeType, FormKind> = new Map<AttributeType, FormKind>([
  ["Id", "text"],
  ["Obj", "json"],
  ["List", "list"],
  ["Word", "text"],
  ["Words", "text"],
  ["Any", "text"],
  ["Link", "record"],
  ["Links", "records"],
  ["Addresses", "json"],
  ["Places", "json"],
  ["Sentiment", "json"],
  ["Counts", "json"],
  ["Message", "json"],
]);

/** Decides how an attribute is entered; `undefined` for what the platform sets itself. One of no known type is a text. */
export function toFormKind({ klasses, host }: LeafCard, resource: string, field: string): FormKind | undefined {
  const type = klasses.type(resource, field) ?? toAttributeKind(field);
  if (type === undefined) return "text";
  const kind = toEditorKind(klasses, resource, field) ?? kindsByType.get(type);
  // Nothing to pick from: a tree's place is its path, a record its id.
  return kind !== undefined && isPicker(kind) && typeof host.search !== "function" ? (isSingle(kind) ? "text" : "list") : kind;
}
