import { isRecord } from "../runtime/record.ts";
import type { Check } from "./expect-shape.ts";

/**
 * Checks of attribute values, for imported data. Real data vary, so each accepts whatever templates can still read as
 * the thing it is named for; `null`, nothing at all and a masked value are always fine.
 */
function attribute(expected: string, accepts: (value: unknown) => boolean): Check {
  return { expected, accepts: (value) => value === null || value === undefined || accepts(value) || isMasked(value) };
}

function isMasked(value: unknown): boolean {
  return isRecord(value) && value.isMasked === true;
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object";
}

export const stringValue = attribute("a string", (value) => typeof value === "string");
/** Text that data may hold as a number or flag: ids, titles that are order numbers. */
export const textValue = attribute("a string", isScalar);
export const numberValue = attribute("a number", (value) => typeof value === "number" || typeof value === "string");
export const dateValue = attribute("an ISO 8601 date-time", (value) => typeof value === "string" || typeof value === "number");
export const flagValue = attribute("a boolean", isScalar);
export const listValue = attribute("an array", Array.isArray);
/** `channels` is an array in the API and a plain string in some data (`reference/kview.md`, section 2.4). */
export const listOrTextValue = attribute("an array or a string", (value) => Array.isArray(value) || typeof value === "string");
export const recordValue = attribute("a record", isRecord);
/** A record, or the id that stands for it. */
export const linkValue = attribute("a record or an id", (value) => isRecord(value) || typeof value === "string");
