import { chargeString } from "../../runtime/budget.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import type { Realm } from "../../runtime/realm.ts";
import { deeper } from "./callback.ts";

const largestArray = 4_294_967_295;

/** `_.toFinite`: NaN is 0, the infinities the largest number. */
export function toFinite(realm: Realm, value: unknown): number {
  if (value === undefined || value === null) return 0;
  const number = toNumber(realm, value);
  if (number === Number.POSITIVE_INFINITY) return Number.MAX_VALUE;
  if (number === Number.NEGATIVE_INFINITY) return -Number.MAX_VALUE;
  return Number.isNaN(number) ? 0 : number;
}

/** `_.toInteger`: towards zero. */
export function toInteger(realm: Realm, value: unknown): number {
  return Math.trunc(toFinite(realm, value));
}

/** `_.toLength`. */
export function toLength(realm: Realm, value: unknown): number {
  return Math.min(Math.max(toInteger(realm, value), 0), largestArray);
}

/** Text as lodash makes it: nothing for null and undefined, `-0` kept, arrays joined with what they hold in the same way. */
export function toLodashText(realm: Realm, value: unknown): string {
  return value === null || value === undefined ? "" : toPlainText(realm, value);
}

/** As `toLodashText`, but null and undefined are spelled out. */
export function toPlainText(realm: Realm, value: unknown): string {
  if (typeof value === "string") return value;
  if (Object.is(value, -0)) return "-0";
  if (!Array.isArray(value)) return toText(realm, value);
  return deeper(realm, () => {
    const parts: string[] = [];
    let length = 0;
    for (const item of value) {
      const part = toPlainText(realm, item);
      length += part.length + 1;
      chargeString(realm, length);
      realm.fuel -= 1;
      parts.push(part);
    }
    return parts.join(",");
  });
}
