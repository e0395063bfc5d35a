import momentLibrary from "moment";
import type { Realm } from "../../runtime/realm.ts";

/**
 * Finds a locale among those that the library has loaded: the tag itself, then its language. A name that it has not is
 * never handed to it, because it would try to load a file of that name and make it everybody's locale.
 */
export function findLocale(tag: unknown): string | undefined {
  if (typeof tag !== "string" || tag.length > 35) return undefined;
  const loaded = momentLibrary.locales();
  const wanted = tag.toLowerCase().replaceAll("_", "-");
  return [wanted, wanted.split("-")[0] ?? ""].find((name) => loaded.includes(name));
}

/** The locale of the realm, English where the library has not loaded it. */
export function localeOf(realm: Realm): string {
  return findLocale(realm.locale) ?? "en";
}
