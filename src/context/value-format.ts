import { chargeArray, chargeString } from "../runtime/budget.ts";
import type { Realm } from "../runtime/realm.ts";
import { toMaskedText } from "./masked.ts";

/** How values of one type are shown. */
export interface ValueFormat {
  /** What a value of the type is, for the report of one that isn't. */
  readonly expected: string;
  /** Gives the text, `undefined` for a value of another type. */
  readonly format: (realm: Realm, value: unknown) => string | undefined;
}

/** Joins the texts of a list's items; masked items as they are presented, items without a text left out. */
export function joinTexts(realm: Realm, list: readonly unknown[], toText: (item: unknown) => string, between = ", "): string {
  chargeArray(realm, list.length);
  const parts: string[] = [];
  let length = 0;
  for (const item of list) {
    if (item === null || item === undefined) continue;
    const part = toMaskedText(item) ?? toText(item);
    if (part === "") continue;
    length += part.length + between.length;
    chargeString(realm, length);
    parts.push(part);
  }
  return parts.join(between);
}
