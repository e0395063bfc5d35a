import { formatValue } from "../../context/format-value.ts";
import { toMaskedText } from "../../context/masked.ts";
import { chargeString } from "../../runtime/budget.ts";
import type { Implementation } from "../../runtime/handles.ts";
import { isRecord } from "../../runtime/record.ts";

/** The text of a value; of a record or a list JSON, in a block with a member a line. */
export const code: Implementation = (realm, _self, [value, block]) => {
  const text = formatValue(realm, value, undefined);
  const held = Array.isArray(value) || (isRecord(value) && toMaskedText(value) === undefined);
  if (typeof text !== "string" || block !== true || !held) return text;
  chargeString(realm, text.length * 8);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Lists of texts, and JSON that was cut where it got too long, are shown as they come.
    return text;
  }
};
