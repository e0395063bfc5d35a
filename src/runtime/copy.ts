import { createRecord, isRecord } from "./record.ts";

/** Copies data of the closed universe (records and arrays without cycles), so that a template can write to its own. */
export function copyData(value: unknown): unknown {
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    for (let i = 0; i < value.length; i++) copy.push(copyData(value[i]));
    return copy;
  }
  if (!isRecord(value)) return value;
  const copy = createRecord();
  for (const key of Object.keys(value)) copy[key] = copyData(value[key]);
  return copy;
}
