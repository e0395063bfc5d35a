import { resourceForm } from "../../../context/standard-names.ts";

type Data = Readonly<Record<string, unknown>>;

/**
 * Gives what an embedded page is told of its card (`reference/kview.md`, section 5), of what a template hands over: `object.context`,
 * `context`, `context.conversation`, or anything of the author's own, which the page finds as `customContext`.
 *
 * @param resource What the view belongs to: the type of a map of records that does not say its own.
 */
export function toFrameContext(given: unknown, resource: string): Data {
  const data = toPlain(given);
  if (!isData(data)) return { type: "custom", customContext: data === undefined ? {} : data };
  const { type } = data;
  const isKnown = typeof type === "string" && resourceForm.test(type);
  // `object.context`: the records of the card, and which of them it is about.
  if (isKnown && isData(data[type]) && data[type].type === type) return data;
  // One record.
  if (isKnown && isData(data.attributes)) return { type, [type]: data };
  // `context`: records by their types.
  const records = Object.entries(data);
  if (records.length > 0 && records.every(([name, record]) => isData(record) && record.type === name && isData(record.attributes)))
    return { type: Object.hasOwn(data, resource) ? resource : records[0]?.[0], ...data };
  return { type: "custom", customContext: isData(data.customContext) ? data.customContext : data };
}

/** What JSON keeps: the page gets no `undefined` for what a template could not hand over. */
function toPlain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? "null");
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
