import type { Realm } from "../../runtime/realm.ts";
import { getFormatter, readOptions } from "./intl-cache.ts";

/** `Number.prototype.toLocaleString` (ECMA-402 20.2.1). */
export function formatNumber(realm: Realm, value: number, locales: unknown, options: unknown): string {
  return getFormatter(realm, "NumberFormat", locales, readOptions(realm, "NumberFormat", options)).format(value);
}
