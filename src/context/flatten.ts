import { createRecord, isRecord, type Rec } from "../runtime/record.ts";

/** One record in the two forms in which templates read it. Attribute values are shared between them. */
export interface RecordForms {
  /** Attributes at top level: `customer.name`. */
  readonly flat: Rec;
  /** JSON:API: `context.customer.attributes.name`. */
  readonly resource: Rec;
}

const resourceKeys: ReadonlySet<string> = new Set(["type", "id", "attributes", "relationships", "links", "meta", "included"]);
const resourceType = /^(customer|conversation|company|message|user|kobject(\..*)?)$/;

/**
 * Tells whether a record came as a JSON:API resource rather than flat. A flat KObject may have attributes named `type`
 * and `attributes` too, so either the type has to be a known one or there has to be nothing but a resource's keys.
 */
export function isResource(record: Rec): boolean {
  if (!isRecord(record.attributes)) return false;
  return (typeof record.type === "string" && resourceType.test(record.type)) || Object.keys(record).every((key) => resourceKeys.has(key));
}

/**
 * Gives both forms of an imported record, whichever it came in.
 *
 * @param type The resource type, for records that do not name theirs.
 */
export function flatten(record: Rec, type: string): RecordForms {
  return isResource(record) ? flattenResource(record, type) : { flat: record, resource: nest(record, type) };
}

function flattenResource(resource: Rec, type: string): RecordForms {
  const flat: Rec = Object.assign(createRecord(), resource.attributes);
  if ("id" in resource) flat.id = resource.id;
  resource.type ??= type;
  flat.type = resource.type;
  if ("relationships" in resource) flat.relationships = resource.relationships;
  return { flat, resource };
}

function nest(flat: Rec, type: string): Rec {
  const resource = createRecord();
  const attributes = createRecord();
  resource.type = type;
  if ("id" in flat) resource.id = flat.id;
  resource.attributes = attributes;
  for (const key of Object.keys(flat)) {
    // A `type` of another meaning (a KObject's own) is an attribute like any other.
    if (key === "id" || (key === "type" && flat.type === type)) continue;
    if (key === "relationships") resource.relationships = flat.relationships;
    else attributes[key] = flat[key];
  }
  return resource;
}
