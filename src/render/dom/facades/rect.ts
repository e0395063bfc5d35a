import { createRecord, type Rec } from "../../../runtime/record.ts";

const sides = ["bottom", "height", "left", "right", "top", "width", "x", "y"] as const;

/** Copies where something is shown. */
export function toRect(rect: DOMRect): Rec {
  const record = createRecord();
  for (const side of sides) record[side] = Number(rect[side]);
  return record;
}
