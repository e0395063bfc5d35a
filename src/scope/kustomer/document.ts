import { copyData } from "../../runtime/copy.ts";
import { importValue } from "../../runtime/import.ts";
import { createRecord, isRecord, type Rec } from "../../runtime/record.ts";

/**
 * Copies the answer to a request in: the document, which the template may change, with the name `responseBody` for those who read
 * that (reference/kview.md, section 4). What is no document is given as it is; nothing at all, as a document without data.
 *
 * @throws TypeError of the host for what is no plain data.
 */
export function toDocument(answer: unknown): unknown {
  const copy = copyData(importValue(answer, "answer"));
  if (copy === undefined || copy === null) return Object.assign(createRecord(), { data: null, responseBody: null });
  if (!isRecord(copy) || "responseBody" in copy) return copy;
  // A second record, not the document itself: that would be an object inside itself, which can't be printed or stored.
  return Object.assign(createRecord(), copy, { responseBody: Object.assign(createRecord(), copy) });
}

/**
 * Copies the answer to a command in. Hosts give what the command answered as it is, below `responseBody`, or in a document; the
 * template reads it as `data.attributes.responseBody` and as `responseBody`, always.
 *
 * @throws TypeError of the host for what is no plain data.
 */
export function toCommandDocument(answer: unknown): unknown {
  const copy = copyData(importValue(answer, "answer"));
  const whole: Rec = isRecord(copy) ? copy : createRecord();
  const data = isRecord(whole.data) ? whole.data : undefined;
  const attributes = data !== undefined && isRecord(data.attributes) ? data.attributes : undefined;
  const body = attributes !== undefined && "responseBody" in attributes ? attributes.responseBody : bodyOf(whole, copy);
  // A bare record is the command's own answer, its `data` with it: a document is known by its `responseBody`, or its attributes.
  const known = attributes !== undefined || "responseBody" in whole;
  return Object.assign(createRecord(), known ? whole : undefined, {
    data: Object.assign(createRecord(), known ? data : undefined, {
      attributes: Object.assign(createRecord(), attributes, { responseBody: body }),
    }),
    responseBody: body,
  });
}

function bodyOf(whole: Rec, copy: unknown): unknown {
  return "responseBody" in whole ? whole.responseBody : (copy ?? null);
}
